using System.Collections.Frozen;

namespace SearchNotes.Talks.Signals;

/// <summary>Some words or short phrases in lower case, asked for in any case.</summary>
internal sealed class WordList
{
    private const int MaxLength = 48;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    internal WordList(params string[] words)
    {
        var set = words.ToFrozenSet(StringComparer.Ordinal);
        Parts = [.. set.Where(w => w[0] >= '\u3040')];
        _lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Those of its words that are written in a script without spaces.</summary>
    internal IReadOnlyList<string> Parts { get; }

    /// <summary>Whether a word or phrase is in the list.</summary>
    internal bool Has(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > MaxLength)
            return false;
        Span<char> lower = stackalloc char[MaxLength];
        return _lookup.Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    /// <summary>Whether one of the words of a text is in the list.</summary>
    internal bool HasAnyOf(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(" ,/-:&()_.#\"'’!?、"))
        {
            if (Has(text[range]))
                return true;
        }

        return false;
    }
}
