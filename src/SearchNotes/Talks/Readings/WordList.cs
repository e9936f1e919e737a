using System.Buffers;
using System.Collections.Frozen;

namespace SearchNotes.Talks.Readings;

/// <summary>A set of words and short phrases, matched in any case.</summary>
internal sealed class WordList
{
    private const int MaxLength = 48;
    private readonly SearchValues<string> phrases;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    internal WordList(params string[] words)
    {
        var set = words.ToFrozenSet(StringComparer.Ordinal);
        Parts = [.. set.Where(w => w[0] >= '\u3040')];
        phrases = SearchValues.Create([.. set.Where(w => w[0] < '\u3040' && w.AsSpan().IndexOfAny(" -") > 0)],
            StringComparison.OrdinalIgnoreCase);
        lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words in scripts without spaces.</summary>
    internal IReadOnlyList<string> Parts { get; }

    /// <summary>Whether a word or phrase is in the list.</summary>
    internal bool Has(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > MaxLength)
            return false;
        Span<char> lower = stackalloc char[MaxLength];
        return lookup.Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    /// <summary>Whether one of the words of a text is in the list.</summary>
    internal bool HasAnyOf(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(" ,/-:&()_.#*\"'’!?、"))
        {
            if (Has(text[range]))
                return true;
        }

        return false;
    }

    /// <summary>Whether one of the phrases of the list, such as "lightning talk", stands in a text.</summary>
    internal bool HasPhraseOf(string text) => text.AsSpan().ContainsAny(phrases);

    /// <summary>Whether a text contains a word, a phrase, or a part in a script without spaces.</summary>
    internal bool IsIn(string text) =>
        HasAnyOf(text) || HasPhraseOf(text) || Parts.Any(part => text.Contains(part, StringComparison.Ordinal));
}
