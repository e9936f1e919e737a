using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>The words of a post: which it writes in lower case, and how often it speaks of talks.</summary>
/// <remarks>A heading's "Engineering" is no name when the text says "engineering". Words are kept as hashes: a miss in billions does no
/// harm here.</remarks>
internal sealed class Vocabulary
{
    // So far behind a word the "@" of its address is looked for: a mailbox has no more letters (RFC 5321, 4.5.3.1.1).
    private const int LongestMailbox = 64;
    private readonly HashSet<ulong> lowerCase = [];

    private Vocabulary()
    {
    }

    /// <summary>No words.</summary>
    internal static Vocabulary Empty { get; } = new();

    /// <summary>Number of words; four letters of a script without spaces count as one.</summary>
    internal int WordCount { get; private set; }

    /// <summary>Whether it has Japanese letters beside the Chinese ones.</summary>
    internal bool HasKana { get; private set; }

    /// <summary>Number of words about talks; see <see cref="Words.TalkWords"/>.</summary>
    internal int TalkWordCount { get; private set; }

    /// <summary>Number of verbs in the past; see <see cref="Words.ReportVerbs"/>.</summary>
    internal int ReportCount { get; private set; }

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
    internal bool HasLowerCase(ReadOnlySpan<char> word) => lowerCase.Contains(Hash(word));

    private void Add(ReadOnlySpan<char> text)
    {
        var eastAsian = 0;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] < '\u3040' && IsWordCharacter(text[i]))
                i++;
            if (i > start)
                AddWord(text, start, i);
            else if (text[i++] >= '\u3040')
                eastAsian++;
        }

        HasKana |= text.IndexOfAnyInRange('\u3041', '\u30FA') >= 0;
        WordCount += eastAsian / 4;
        if (eastAsian == 0)
            return;
        foreach (var part in Words.TalkWords.Parts)
            TalkWordCount += text.Contains(part, StringComparison.Ordinal) ? 1 : 0;
    }

    private void AddWord(ReadOnlySpan<char> text, int start, int end)
    {
        var word = text[start..end];
        WordCount++;
        if (word.Length < 2)
            return;
        if (char.IsLower(word[0]) && !IsPartOfAddress(text, start, end))
            lowerCase.Add(Hash(word));
        if (Words.TalkWords.Has(word.Trim("'’-")))
            TalkWordCount++;
        if (Words.ReportVerbs.Has(word))
            ReportCount++;
    }

    private static bool IsWordCharacter(char c) => c is '\'' or '’' or '-' || char.IsLetter(c);

    private static bool IsPartOfAddress(ReadOnlySpan<char> text, int start, int end) =>
        text[..start] is [.., '.' or '/' or '@' or '_' or '='] || text[end..] is ['/' or '@' or '_' or '=', ..] || IsInMail(text, end);

    // "david.mikolas@gmail.com"
    private static bool IsInMail(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] != '.')
            return false;
        var last = Math.Min(text.Length, end + LongestMailbox);
        while (end < last && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
            end++;
        return end < last && text[end] == '@';
    }

    // FNV-1a over lower-case letters.
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return hash;
    }
}
