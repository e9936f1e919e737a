using System.Text;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Highlighting;

/// <summary>
/// Finds words of a query in prose without tokenizing all of it, which would be most of the work. Plain ASCII words are compared
/// in place; only other chunks between spaces (don't, real-time, Zürich) go through <see cref="TextTokens"/>. The result is the same
/// as with tokenizing. Reuses its buffers; not thread-safe.
/// </summary>
internal sealed class WordScan
{
    /// <summary>Longer words are left to <see cref="TextTokens"/>, which cuts them.</summary>
    private const int MaxWord = 64;

    private readonly TextTokens tokenizer = new();
    private readonly List<Token> tokens = [];

    private enum Kind : byte
    {
        /// <summary>A letter or digit.</summary>
        Word,

        /// <summary>A character that separates words within a chunk.</summary>
        Break,

        /// <summary>White space, which separates chunks.</summary>
        Space,

        /// <summary>A full stop or colon, which joins words or separates them, depending on the next character.</summary>
        Joint,

        /// <summary>A character that can join words or belong to one; its chunk has to be tokenized.</summary>
        Special,
    }

    private static readonly Kind[] Kinds = MakeKinds();

    /// <summary>Adds the occurrences in a text, ordered by start.</summary>
    /// <returns>Whether the result is complete. <see langword="false"/>, with nothing added, if the text may contain a phrase or
    /// a very long word of the query.</returns>
    public bool TryFind(string text, ulong allowed, HighlightQuery query, List<Occurrence> into)
    {
        var before = into.Count;
        for (var i = 0; i < text.Length;)
        {
            var (end, needsTokenizer) = ChunkEnd(text, i);
            var isComplete = needsTokenizer
                ? TryTokenize(text, i, end, allowed, query, into)
                : TryPlain(text, i, end, allowed, query, into);
            if (!isComplete)
            {
                into.RemoveRange(before, into.Count - before);
                return false;
            }

            for (i = end; i < text.Length && KindAt(text, i) == Kind.Space;)
                i++;
        }

        return true;
    }

    private static (int End, bool NeedsTokenizer) ChunkEnd(string text, int start)
    {
        var needsTokenizer = false;
        for (var i = start; i < text.Length; i++)
        {
            switch (KindAt(text, i))
            {
                case Kind.Space:
                    return (i, needsTokenizer);
                case Kind.Special:
                    needsTokenizer = true;
                    break;
            }
        }

        return (text.Length, needsTokenizer);
    }

    private static Kind KindAt(string text, int i)
    {
        var c = text[i];
        var kind = c < 128 ? Kinds[c] : Kind.Special;
        return kind != Kind.Joint ? kind : Joins(text, i + 1) ? Kind.Special : Kind.Break;
    }

    /// <summary>Whether a full stop or colon joins two words. Elsewhere it separates them like other punctuation.</summary>
    private static bool Joins(string text, int next) =>
        next < text.Length && (text[next] is >= '\u0080' or ':' or '_' || char.IsAsciiLetterOrDigit(text[next]));

    private static bool TryPlain(string text, int start, int end, ulong allowed, HighlightQuery query, List<Occurrence> into)
    {
        Span<char> folded = stackalloc char[MaxWord];
        for (var i = start; i < end;)
        {
            var first = i;
            while (i < end && Kinds[text[i]] == Kind.Word)
                i++;
            var word = text.AsSpan(first, i - first);
            if (!word.IsEmpty && query.Prefixes.MayContain(word))
            {
                if (word.Length > MaxWord)
                    return false;
                var lower = folded[..word.Length];
                Ascii.ToLower(word, lower, out _);
                if (query.TryGet(lower, out var use) && !TryAdd(use, first, i, allowed, into))
                    return false;
            }

            while (i < end && Kinds[text[i]] != Kind.Word)
                i++;
        }

        return true;
    }

    private bool TryTokenize(string text, int start, int end, ulong allowed, HighlightQuery query, List<Occurrence> into)
    {
        if (!query.Prefixes.MayOccurIn(text.AsSpan(start, end - start)))
            return true;
        tokenizer.Read(text[start..end], isCode: false, [], tokens, filter: query.Prefixes);
        foreach (var token in tokens)
        {
            if (query.TryGet(token.Term, out var use) && !TryAdd(use, start + token.Start, start + token.End, allowed, into))
                return false;
        }

        return true;
    }

    private static bool TryAdd(HighlightQuery.Use use, int start, int end, ulong allowed, List<Occurrence> into)
    {
        if (use.Phrases != 0)
            return false;
        if ((use.Words & allowed) != 0)
            into.Add(new(start, end, use.Words & allowed));
        return true;
    }

    private static Kind[] MakeKinds()
    {
        var kinds = new Kind[128];
        for (var c = '\0'; c < 128; c++)
        {
            kinds[c] = char.IsAsciiLetterOrDigit(c) ? Kind.Word
                : c is ' ' or '\t' or '\n' or '\r' ? Kind.Space
                : c is '.' or ':' ? Kind.Joint
                : "'-_%@$+#".Contains(c, StringComparison.Ordinal) ? Kind.Special
                : Kind.Break;
        }

        return kinds;
    }
}
