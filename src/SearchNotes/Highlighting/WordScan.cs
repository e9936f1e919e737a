using System.Text;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Highlighting;

/// <summary>
/// Finds wanted words in prose without making terms of all the others, which is most of the work: plain ASCII words are
/// compared in place, and only what else stands between two spaces (don't, real-time, Zürich) goes through
/// <see cref="TextTokens"/>. Finds what reading all of the text would find. Keeps its buffers; not for many threads.
/// </summary>
internal sealed class WordScan
{
    /// <summary>Longer runs are no words: the slow way knows how to cut them.</summary>
    private const int MaxWord = 64;

    private readonly TextTokens reader = new();
    private readonly List<Token> tokens = [];

    private enum Kind : byte
    {
        /// <summary>Letters and digits.</summary>
        Word,

        /// <summary>What parts words and changes nothing about them.</summary>
        Break,

        /// <summary>Parts everything.</summary>
        Space,

        /// <summary>Joins words or parts them: that depends on what follows.</summary>
        Joint,

        /// <summary>Joins words or belongs to them in some places.</summary>
        Odd,
    }

    private static readonly Kind[] Kinds = MakeKinds();

    /// <summary>Adds what stands in a text, by start.</summary>
    /// <returns>Whether it could tell; not so where a phrase may stand, and nothing is added then.</returns>
    public bool TryFind(string text, ulong allowed, HighlightQuery wanted, List<Occurrence> into)
    {
        var before = into.Count;
        for (var i = 0; i < text.Length;)
        {
            var (end, isOdd) = ChunkEnd(text, i);
            var canTell = isOdd ? TryOdd(text, i, end, allowed, wanted, into) : TryPlain(text, i, end, allowed, wanted, into);
            if (!canTell)
            {
                into.RemoveRange(before, into.Count - before);
                return false;
            }

            for (i = end; i < text.Length && KindAt(text, i) == Kind.Space;)
                i++;
        }

        return true;
    }

    private static (int End, bool IsOdd) ChunkEnd(string text, int start)
    {
        var isOdd = false;
        for (var i = start; i < text.Length; i++)
        {
            switch (KindAt(text, i))
            {
                case Kind.Space:
                    return (i, isOdd);
                case Kind.Odd:
                    isOdd = true;
                    break;
            }
        }

        return (text.Length, isOdd);
    }

    private static Kind KindAt(string text, int i)
    {
        var c = text[i];
        var kind = c < 128 ? Kinds[c] : Kind.Odd;
        return kind != Kind.Joint ? kind : Joins(text, i + 1) ? Kind.Odd : Kind.Break;
    }

    /// <summary>A full stop or colon between words joins them; elsewhere it parts them as any sign does.</summary>
    private static bool Joins(string text, int next) =>
        next < text.Length && (text[next] >= 128 || text[next] is ':' or '_' || char.IsAsciiLetterOrDigit(text[next]));

    private static bool TryPlain(string text, int start, int end, ulong allowed, HighlightQuery wanted, List<Occurrence> into)
    {
        Span<char> folded = stackalloc char[MaxWord];
        for (var i = start; i < end;)
        {
            var first = i;
            while (i < end && Kinds[text[i]] == Kind.Word)
                i++;
            var word = text.AsSpan(first, i - first);
            if (!word.IsEmpty && wanted.Prefixes.MayBe(word))
            {
                if (word.Length > MaxWord)
                    return false;
                var lower = folded[..word.Length];
                Ascii.ToLower(word, lower, out _);
                if (wanted.TryGet(lower, out var use) && !TryAdd(use, first, i, allowed, into))
                    return false;
            }

            while (i < end && Kinds[text[i]] != Kind.Word)
                i++;
        }

        return true;
    }

    private bool TryOdd(string text, int start, int end, ulong allowed, HighlightQuery wanted, List<Occurrence> into)
    {
        if (!wanted.Prefixes.MayBeIn(text.AsSpan(start, end - start)))
            return true;
        reader.Read(text[start..end], isCode: false, [], tokens, filter: wanted.Prefixes);
        foreach (var token in tokens)
        {
            if (wanted.TryGet(token.Term, out var use) && !TryAdd(use, start + token.Start, start + token.End, allowed, into))
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
                : "'-_%@$+#".Contains(c, StringComparison.Ordinal) ? Kind.Odd
                : Kind.Break;
        }

        return kinds;
    }
}
