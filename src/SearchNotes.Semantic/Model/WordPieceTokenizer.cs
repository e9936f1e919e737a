using System.Globalization;
using System.Text;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Semantic.Model;

/// <summary>Divides a text into the tokens of BERT's vocabulary: words and punctuation, then the longest known pieces of each word. A word
/// that has no known pieces is one unknown token. Thread-safe.</summary>
internal sealed class WordPieceTokenizer
{
    private const string Continuation = "##";

    /// <summary>BERT's own limit; a longer word is unknown.</summary>
    private const int MaxWordCharacters = 100;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> tokens;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> continuations;
    private readonly int unknown;
    private readonly int first;
    private readonly int last;

    /// <summary>Creates the tokenizer.</summary>
    /// <param name="vocabulary">All tokens; the index of a token is its number.</param>
    /// <exception cref="KeyNotFoundException">A special token is missing.</exception>
    public WordPieceTokenizer(IReadOnlyList<string> vocabulary)
    {
        var (whole, inner) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < vocabulary.Count; i++)
        {
            if (vocabulary[i].StartsWith(Continuation, StringComparison.Ordinal))
                inner[vocabulary[i][Continuation.Length..]] = i;
            else
                whole[vocabulary[i]] = i;
        }

        (tokens, continuations) = (whole.GetAlternateLookup<ReadOnlySpan<char>>(), inner.GetAlternateLookup<ReadOnlySpan<char>>());
        (unknown, first, last) = (whole["[UNK]"], whole["[CLS]"], whole["[SEP]"]);
    }

    /// <summary>Returns the numbers of the tokens, between the tokens that begin and end a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">Maximum number of tokens, at least 2; the rest of the text is left out.</param>
    public List<int> Read(string text, int limit)
    {
        var found = new List<int> { first };
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (found.Count >= limit)
                break;
            if (IsWordCharacter(c))
            {
                Fold(c, word);
                continue;
            }

            AddWord(word, found);
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                AddWord(word.Append(c), found);
        }

        AddWord(word, found);
        if (found.Count >= limit)
            found.RemoveRange(limit - 1, found.Count - limit + 1);
        found.Add(last);
        return found;
    }

    private void AddWord(StringBuilder word, List<int> found)
    {
        if (word.Length == 0)
            return;
        Span<char> characters = stackalloc char[MaxWordCharacters];
        var count = found.Count;
        if (word.Length > MaxWordCharacters || !TryAddPieces(Copy(word, characters), found))
        {
            found.RemoveRange(count, found.Count - count);
            found.Add(unknown);
        }

        word.Clear();
    }

    private static ReadOnlySpan<char> Copy(StringBuilder word, Span<char> into)
    {
        word.CopyTo(0, into, word.Length);
        return into[..word.Length];
    }

    private bool TryAddPieces(ReadOnlySpan<char> word, List<int> found)
    {
        for (var start = 0; start < word.Length;)
        {
            var end = word.Length;
            var known = start == 0 ? tokens : continuations;
            int token;
            while (!known.TryGetValue(word[start..end], out token))
            {
                if (--end == start)
                    return false;
            }

            found.Add(token);
            start = end;
        }

        return true;
    }

    /// <summary>Adds a character without case and accents.</summary>
    private static void Fold(char c, StringBuilder word)
    {
        if (char.IsAscii(c))
        {
            word.Append(char.ToLowerInvariant(c));
            return;
        }

        Span<char> folded = stackalloc char[32];
        word.Append(folded[..Folding.Fold([c], folded, out _)]);
    }

    private static bool IsWordCharacter(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c)
        : !Letters.IsUnspaced(c) && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);
}
