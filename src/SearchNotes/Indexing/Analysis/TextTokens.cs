using System.Buffers;
using System.Globalization;
using System.Text;
using SearchNotes.Talks;

namespace SearchNotes.Indexing.Analysis;

/// <summary>Splits a text into terms: words, identifiers both whole and in parts, and pairs of Chinese, Japanese and Korean
/// characters. Index, query and highlighter share this class, so they always agree. Not thread-safe.</summary>
/// <remarks><list type="bullet">
/// <item>16:9 → 16:9, 16, 9 · v2.14.1 → v2.14.1, 2.14.1, 2.14, v2, 14, 1 · C++17 → c++17, c++, 17 · 🚀, € and free -> unchanged</item>
/// <item>don't → dont · Python's → python · l'outil → loutil, l, outil</item>
/// <item>real-time → realtime, real, time · q.enqueue → q.enqueue, q, enqueue</item>
/// <item>AT&amp;T → at&amp;t, at, t · /etc/hosts → etc/hosts, etc, hosts · ~/bin → ~/bin, bin · 50% → 50%, 50 · #!/bin → #!, bin</item>
/// <item>__code__ → __code__, code · %px → %px, px · C++ → c++ · .NET → .net, net</item>
/// <item>in code LinearSVC → linearsvc, linear, svc and -> unchanged</item>
/// </list></remarks>
internal sealed class TextTokens
{
    /// <summary>Maximum length of a term in characters; longer ones are cut. Lucene rejects terms above 32 kB.</summary>
    private const int MaxTermCharacters = 128;

    private static readonly SearchValues<char> PlainLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private readonly TermPool pool = new();
    private readonly WordParts parts = new();
    private readonly List<TextRange> letters = [];
    private readonly char[] folded = new char[(MaxTermCharacters + 4) * 4];

    private string text = "";
    private List<Token> tokens = [];
    private TermPrefixes? termFilter;
    private int position;

    private WordEdges edges;

    /// <summary>Splits a text into tokens.</summary>
    /// <param name="source">The text.</param>
    /// <param name="isCode">Whether the whole text is code.</param>
    /// <param name="inlineCode">Ranges of code in prose, in order and disjoint.</param>
    /// <param name="into">Receives the tokens, by position. Cleared first.</param>
    /// <param name="firstPosition">Position of the first word.</param>
    /// <param name="filter">Leaves out tokens that cannot be one of these terms; <see langword="null"/> for all tokens.</param>
    /// <returns>The position after the last word.</returns>
    public int Read(string source, bool isCode, IReadOnlyList<TextRange> inlineCode, List<Token> into, int firstPosition = 0,
        TermPrefixes? filter = null)
    {
        into.Clear();
        (text, tokens, position, termFilter) = (source, into, firstPosition, filter);
        var nextCode = 0;
        var i = 0;
        while (i < source.Length)
        {
            while (nextCode < inlineCode.Count && inlineCode[nextCode].End <= i)
                nextCode++;
            var inCode = isCode || (nextCode < inlineCode.Count && inlineCode[nextCode].Start <= i);
            var limit = nextCode == inlineCode.Count ? source.Length : inCode ? inlineCode[nextCode].End : inlineCode[nextCode].Start;
            edges = new WordEdges(source, limit);
            var c = source[i];

            if (c >= '\u2102' && MathLetters.EndOf(source, i) is var end && end > i)
                i = ReadMathLetters(i, end);
            else if (Letters.IsUnspaced(c))
                i = ReadUnspaced(i);
            else if (Letters.IsWord(c))
                i = ReadWord(i, inCode);
            else if (char.IsHighSurrogate(c) && i + 1 < source.Length && char.IsLetter(source, i))
                i = ReadSurrogates(i);
            else if (Letters.IsOperator(c))
                i = ReadOperator(i, inCode);
            else if (c >= 0x80 && Letters.IsSign(source, i))
                i = ReadSign(i);
            else
                i++;
        }

        return position;
    }

    /// <summary>Reads a run of unspaced characters as overlapping pairs, or as one token if it is a single character.</summary>
    private int ReadUnspaced(int start)
    {
        var end = start;
        letters.Clear();
        while (end < text.Length && Letters.IsUnspaced(text[end]))
        {
            var next = end + 1;
            while (next < text.Length && Letters.Continues(text[next]))
                next++;
            if (!IsFinalLongVowel(start, end))
                letters.Add(new TextRange(end, next - end));
            end = next;
        }

        if (letters.Count == 1)
            Emit(letters[0].Start, letters[0].End, position++);
        for (var i = 0; i + 1 < letters.Count; i++)
            EmitPair(letters[i], letters[i + 1], position++);
        return end;
    }

    /// <summary>Whether a character is the long vowel that ends a word of katakana and that half of the writers leave out:
    /// サーバー, サーバ.</summary>
    private bool IsFinalLongVowel(int start, int at) =>
        text[at] is 'ー' or 'ｰ' && EndsInKatakana(start, at) && !IsKatakana(at + 1);

    /// <summary>Whether the last three characters of a part are katakana.</summary>
    private bool EndsInKatakana(int start, int end)
    {
        for (var i = end - 3; i < end; i++)
        {
            if (i < start || !IsKatakana(i))
                return false;
        }

        return true;
    }

    private bool IsKatakana(int at) => at < text.Length && Letters.IsKatakana(text[at]);

    private int ReadMathLetters(int start, int end)
    {
        Span<char> word = stackalloc char[MaxTermCharacters];
        EmitWord(word[..MathLetters.Write(text.AsSpan(start, end - start), word)], start, end, position++);
        return end;
    }

    /// <summary>Reads one letter outside the Basic Multilingual Plane: rare Han characters and historic scripts.</summary>
    private int ReadSurrogates(int start)
    {
        Emit(start, start + 2, position++);
        return start + 2;
    }

    /// <summary>Reads an operator of two to four characters. It shares the position of the next word, so as not to break phrases. In prose
    /// it must be free-standing and not punctuation.</summary>
    private int ReadOperator(int start, bool inCode)
    {
        var end = start;
        while (end < text.Length && Letters.IsOperator(text[end]) && !text.AsSpan(start, end - start).SequenceEqual("#!"))
            end++;
        if (end - start is >= 2 and <= 4 && (inCode || edges.IsFreeOperator(start, end)))
            Emit(start, end, position);
        return end;
    }

    /// <summary>Reads a sign such as €, → or 🚀, in which several code points may be joined. It shares the position of the next
    /// word.</summary>
    private int ReadSign(int start)
    {
        var length = StringInfo.GetNextTextElementLength(text.AsSpan(start));
        var first = char.IsSurrogatePair(text, start) ? 2 : 1;
        Emit(start, start + length, position);
        // A skin tone or a joined sign changes little about what is meant.
        if (length > first && text.AsSpan(start + first, length - first).IndexOfAnyExcept('\uFE0F') >= 0)
            Emit(start, start + first, position);
        return start + length;
    }

    private int ReadWord(int start, bool inCode)
    {
        var end = edges.EndOfCompound(start);
        var from = edges.StartWithSigil(start);
        var to = edges.EndWithSuffix(end);
        var words = parts.Collect(text, start, end, inCode, edges, out var endsInPossessive);
        if (endsInPossessive)
            to = words[^1].End;

        if (words.Count < 2 && edges.EndOfPair(start, end) is > 0 and var pair)
            Emit(start, pair, position);
        // A simple word is its own only part. Anything else is also emitted whole, at the position of its first part.
        if (words.Count != 1 || words[0] != new TextRange(from, to - from))
            Emit(from, to, position);
        if (to > end && end - start == 1 && text[end] != '%')
            return ReadLanguage(end, to);
        foreach (var part in words)
        {
            EmitVersions(part, start, end);
            Emit(part.Start, part.End, position++);
        }

        if (words.Count == 0)
            position++;
        return Math.Max(to, end);
    }

    /// <summary>Reads the suffix of C++, C# or C++17 after the letter. The letter alone is another language.</summary>
    private int ReadLanguage(int end, int to)
    {
        if (char.IsAsciiDigit(text[to - 1]))
        {
            Emit(end - 1, end + 2, position);
            Emit(end + 2, to, position + 1);
            position++;
        }

        position++;
        return to;
    }

    /// <summary>Emits what a reader may type of a version that begins in a part of a compound: 2.14 for 2.14.1, 1.30 for v1.30, 1.21 for
    /// go1.21.5, 1.2.3-rc.1 for v1.2.3-rc.1. 3.1 does not match 3.10.</summary>
    private void EmitVersions(TextRange part, int start, int end)
    {
        var from = part.End;
        while (from > part.Start && char.IsAsciiDigit(text[from - 1]))
            from--;
        if (from == part.End || IsAfterPoint(from, start))
            return;
        var to = from;
        var points = 0;
        while (to < end && (char.IsAsciiDigit(text[to]) || IsPoint(to, end)))
        {
            if (text[to] == '.' && points++ > 0)
                Emit(from, to, position);
            to++;
        }

        if (points > 0 && (from > start || to < end))
            Emit(from, to, position);
        if (points > 0 && from > start && to < end)
            Emit(from, end, position);
    }

    private bool IsPoint(int at, int end) => text[at] == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]);

    private bool IsAfterPoint(int at, int start) => at - 2 >= start && text[at - 1] == '.' && char.IsAsciiDigit(text[at - 2]);

    private void Emit(int start, int end, int at)
    {
        if (end - start > MaxTermCharacters)
            end = start + MaxTermCharacters;

        // Most words are plain, and of these nothing is left out or folded.
        var plain = text.AsSpan(start, end - start);
        if (!plain.ContainsAnyExcept(PlainLetters))
        {
            Ascii.ToLower(plain, folded, out var length);
            Add(length, start, end, at);
            return;
        }

        Span<char> word = stackalloc char[MaxTermCharacters];
        EmitWord(word[..WithoutJoints(start, end, word)], start, end, at);
    }

    private void EmitPair(TextRange first, TextRange second, int at)
    {
        // A letter of a hostile text may carry any number of marks.
        var (one, two) = (Math.Min(first.Length, MaxTermCharacters / 2), Math.Min(second.Length, MaxTermCharacters / 2));
        Span<char> pair = stackalloc char[MaxTermCharacters];
        text.AsSpan(first.Start, one).CopyTo(pair);
        text.AsSpan(second.Start, two).CopyTo(pair[one..]);
        EmitWord(pair[..(one + two)], first.Start, second.End, at);
    }

    private void EmitWord(ReadOnlySpan<char> word, int start, int end, int at)
    {
        var foldedLength = Folding.Fold(word, folded, out var hasUmlaut);
        if (foldedLength == 0)
            return;

        Add(foldedLength, start, end, at);
        if (hasUmlaut)
            Add(Folding.FoldWrittenOut(word, folded), start, end, at);
    }

    private void Add(int foldedLength, int start, int end, int at)
    {
        var term = folded.AsSpan(0, foldedLength);
        if (termFilter?.MayContainTerm(term) != false)
            tokens.Add(new Token(pool.Intern(term), start, end, at));
    }

    /// <summary>Copies a word without the hyphens and apostrophes between letters, so that don't and dont, real-time and realtime are
    /// the same term.</summary>
    private int WithoutJoints(int start, int end, Span<char> into)
    {
        var length = 0;
        for (var i = start; i < end; i++)
        {
            var isInside = i > start && i + 1 < end;
            if (!(isInside && IsJoint(i)) && !edges.IsGershayim(i))
                into[length++] = text[i];
        }

        return length;
    }

    private bool IsJoint(int at)
    {
        var isMark = Letters.IsApostrophe(text[at]) || Letters.IsHyphen(text[at]);
        return isMark && Letters.IsWord(text[at - 1]) && Letters.IsWord(text[at + 1]);
    }
}
