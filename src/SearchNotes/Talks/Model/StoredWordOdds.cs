using SearchNotes.Talks.Features;

namespace SearchNotes.Talks.Model;

/// <summary>The word odds of the model file.</summary>
internal sealed class StoredWordOdds : WordOdds
{
    private readonly Dictionary<string, float>[] words =
        [.. Enum.GetValues<WordPlace>().Select(_ => new Dictionary<string, float>(StringComparer.Ordinal))];

    /// <summary>Initializes word odds without words.</summary>
    internal StoredWordOdds(double bias) => Bias = bias;

    internal override double Bias { get; }

    /// <summary>Adds a word.</summary>
    internal void Add(WordPlace place, string word, float odds) => words[(int)place][word] = odds;

    internal override double Of(WordPlace place, ReadOnlySpan<char> word) =>
        words[(int)place].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var odds) ? odds : 0;
}
