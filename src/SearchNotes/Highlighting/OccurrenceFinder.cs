using System.Numerics;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Talks;

namespace SearchNotes.Highlighting;

/// <summary>Finds what is wanted in a text. Keeps its buffers; not for many threads.</summary>
internal sealed class OccurrenceFinder
{
    /// <summary>Characters of a text that are looked at: one block that is longer is a data dump.</summary>
    private const int MaxCharacters = 100_000;

    private readonly WordScan scan = new();
    private readonly TextTokens reader = new();
    private readonly List<Token> tokens = [];

    /// <summary>Adds what stands in a text, by start. Occurrences may overlap: an identifier and its parts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">What the text is: words wanted elsewhere do not count.</param>
    /// <param name="inlineCode">Where code stands in it.</param>
    /// <param name="wanted">What to find.</param>
    /// <param name="into">Gets the occurrences.</param>
    public void Find(string text, MatchField field, IReadOnlyList<TextRange> inlineCode, HighlightQuery wanted, List<Occurrence> into)
    {
        var first = into.Count;
        var anywhere = wanted.WordsIn(field);
        if (anywhere == 0 && (inlineCode.Count == 0 || wanted.WordsIn(MatchField.Code) == 0))
            return;

        var isPlain = field != MatchField.Code && inlineCode.Count == 0 && text.Length <= MaxCharacters;
        if (!isPlain || !scan.TryFind(text, anywhere, wanted, into))
            AddTerms(text, field, inlineCode, wanted, into);
        if (wanted.Literals.Count > 0 && AddLiterals(text, field, inlineCode, wanted, into))
            into.Sort(first, into.Count - first, ByStart);
        if (wanted.FunctionWords != 0)
            DropIsolatedFunctionWords(text, wanted.FunctionWords, into, first);
    }

    /// <summary>Reads every term of a text, with its place among the others.</summary>
    private void AddTerms(string text, MatchField field, IReadOnlyList<TextRange> inlineCode, HighlightQuery wanted, List<Occurrence> into)
    {
        var anywhere = wanted.WordsIn(field);
        var inCode = anywhere | wanted.WordsIn(MatchField.Code);
        reader.Read(text.Length <= MaxCharacters
            ? text : text[..MaxCharacters], field == MatchField.Code, inlineCode, tokens, filter: wanted.Prefixes);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!wanted.TryGet(token.Term, out var use))
                continue;

            var allowed = inCode == anywhere || !IsIn(inlineCode, token.Start) ? anywhere : inCode;
            if ((use.Words & allowed) != 0)
                into.Add(new(token.Start, token.End, use.Words & allowed));
            for (var phrases = use.Phrases; phrases != 0; phrases &= phrases - 1)
                AddPhrase(i, wanted.Phrases[BitOperations.TrailingZeroCount(phrases)], allowed, into);
        }
    }

    /// <summary>Words that say nothing are flagged only as part of a run of the query's words in the query's order: all of
    /// "state of rest" in "a state of rest of mind", one word of it in "the rest of us".</summary>
    private static void DropIsolatedFunctionWords(string text, ulong glue, List<Occurrence> found, int first)
    {
        var kept = first;
        for (var i = first; i < found.Count;)
        {
            var end = i;
            while (end < found.Count && (found[end].Words & ~glue) == 0)
                end++;
            var left = i;
            while (left < end && left > first && Follows(text, found[left - 1], found[left]))
                left++;
            var right = end;
            while (right > left && right < found.Count && Follows(text, found[right - 1], found[right]))
                right--;
            for (var k = i; k < Math.Min(end + 1, found.Count); k++)
            {
                if (k < left || k >= right)
                    found[kept++] = found[k];
            }

            i = end + 1;
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private static bool Follows(string text, Occurrence left, Occurrence right) =>
        (left.Words << 1 & right.Words) != 0 && AreNeighbours(text, left, right);

    private static bool AreNeighbours(string text, Occurrence left, Occurrence right)
    {
        if (right.Start <= left.End)
            return true;
        return text.AsSpan(left.End, right.Start - left.End).IsWhiteSpace();
    }

    private static Comparer<Occurrence> ByStart { get; } = Comparer<Occurrence>.Create((a, b) => a.Start.CompareTo(b.Start));

    private static bool IsIn(IReadOnlyList<TextRange> ranges, int index)
    {
        for (var i = 0; i < ranges.Count; i++)
        {
            if (index >= ranges[i].Start && index < ranges[i].End)
                return true;
        }

        return false;
    }

    /// <summary>A phrase is one occurrence from its first word to its last, and only where all of it stands.</summary>
    private void AddPhrase(int first, HighlightPhrase phrase, ulong allowed, List<Occurrence> into)
    {
        var word = 1UL << phrase.Word;
        if ((word & allowed) == 0)
            return;

        var end = tokens[first].End;
        var i = first + 1;
        for (var position = 1; position < phrase.Positions.Count; position++)
        {
            var wantedPosition = tokens[first].Position + position;
            while (i < tokens.Count && tokens[i].Position < wantedPosition)
                i++;
            var stands = false;
            for (var k = i; k < tokens.Count && tokens[k].Position == wantedPosition; k++)
            {
                if (!phrase.Positions[position].Contains(tokens[k].Term))
                    continue;
                stands = true;
                end = Math.Max(end, tokens[k].End);
            }

            if (!stands)
                return;
        }

        into.Add(new(tokens[first].Start, end, word));
    }

    private static bool AddLiterals(string text, MatchField field, IReadOnlyList<TextRange> inlineCode, HighlightQuery wanted,
        List<Occurrence> into)
    {
        var before = into.Count;
        foreach (var literal in wanted.Literals)
        {
            if (field == MatchField.Code)
            {
                AddLiteral(text, new(0, text.Length), literal, into);
            }
            else
            {
                foreach (var code in inlineCode)
                AddLiteral(text, code, literal, into);
            }
        }

        return into.Count > before;
    }

    private static void AddLiteral(string text, TextRange range, HighlightLiteral literal, List<Occurrence> into)
    {
        for (var i = range.Start; i < range.End;)
        {
            var at = text.IndexOf(literal.Text, i, range.End - i, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return;
            i = at + literal.Text.Length;
            into.Add(new(at, i, 1UL << literal.Word));
        }
    }
}
