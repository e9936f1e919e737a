using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Signals;

/// <summary>The words that a post writes in lower case somewhere: a heading's "Engineering" is then a word and no name.</summary>
internal sealed class Vocabulary
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private Vocabulary() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>No words.</summary>
    internal static Vocabulary Empty { get; } = new();

    /// <summary>Collects the words of the texts of a post.</summary>
    internal static Vocabulary Of(IEnumerable<Block> blocks)
    {
        var vocabulary = new Vocabulary();
        foreach (var block in blocks)
        {
            if (block.Kind is BlockKind.Text or BlockKind.Heading)
                vocabulary.Add(block.Text);
        }

        return vocabulary;
    }

    /// <summary>Whether the post writes the word in lower case.</summary>
    internal bool HasLowerCase(ReadOnlySpan<char> word)
    {
        if (word.Length > 40)
            return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return _lookup.Contains(lower);
    }

    private void Add(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’' or '-'))
                i++;
            var word = text[start..i];
            var inAddress = (start > 0 && text[start - 1] is '.' or '/' or '@' or '_' or '=') || (i < text.Length && text[i] is '/' or '@' or '_' or '=');
            if (word.Length is > 1 and <= 40 && char.IsLower(word[0]) && !inAddress && !_lookup.Contains(word))
                _words.Add(word.ToString());
            if (i == start)
                i++;
        }
    }
}
