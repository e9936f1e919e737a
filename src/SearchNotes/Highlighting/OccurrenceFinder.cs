using System.Numerics;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Talks;

namespace SearchNotes.Highlighting;

/// <summary>Finds the matches of a query in a text. Reuses its buffers; not thread-safe.</summary>
internal sealed class OccurrenceFinder
{
    /// <summary>Only this many characters of a text are searched. A longer block is a data dump.</summary>
    private const int MaxCharacters = 100_000;

    private readonly WordScan scan = new();
    private readonly TextTokens tokenizer = new();
    private readonly List<Token> tokens = [];

    /// <summary>Adds the occurrences in a text, ordered by start. They may overlap, as an identifier and its parts do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">Field of the text. Words of the query that are limited to other fields are ignored.</param>
    /// <param name="inlineCode">Ranges of inline code in the text.</param>
    /// <param name="query">The query.</param>
    /// <param name="into">Receives the occurrences.</param>
    public void Find(string text, MatchField field, IReadOnlyList<TextRange> inlineCode, HighlightQuery query, List<Occurrence> into)
    {
        var first = into.Count;
        var allowedInText = query.WordsIn(field);
        if (allowedInText == 0 && (inlineCode.Count == 0 || query.WordsIn(MatchField.Code) == 0))
            return;

        var isPlain = field != MatchField.Code && inlineCode.Count == 0 && text.Length <= MaxCharacters;
        if (!isPlain || !scan.TryFind(text, allowedInText, query, into))
            AddTerms(text, field, inlineCode, query, into);
        if (query.Literals.Count > 0 && AddLiterals(text, field, inlineCode, query, into))
            into.Sort(first, into.Count - first, ByStart);
        if (query.FunctionWords != 0)
            DropIsolatedFunctionWords(text, query.FunctionWords, into, first);
    }

    /// <summary>Finds terms and phrases by tokenizing the text.</summary>
    private void AddTerms(string text, MatchField field, IReadOnlyList<TextRange> inlineCode, HighlightQuery query, List<Occurrence> into)
    {
        var allowedInText = query.WordsIn(field);
        var allowedInCode = allowedInText | query.WordsIn(MatchField.Code);
        tokenizer.Read(text.Length <= MaxCharacters
            ? text : text[..MaxCharacters], field == MatchField.Code, inlineCode, tokens, filter: query.Prefixes);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!query.TryGet(token.Term, out var use))
                continue;

            var allowed = allowedInCode == allowedInText || !IsIn(inlineCode, token.Start) ? allowedInText : allowedInCode;
            if ((use.Words & allowed) != 0)
                into.Add(new(token.Start, token.End, use.Words & allowed));
            for (var phrases = use.Phrases; phrases != 0; phrases &= phrases - 1)
                AddPhrase(i, query.Phrases[BitOperations.TrailingZeroCount(phrases)], allowed, into);
        }
    }

    /// <summary>Removes function words, unless they are part of a run of the query's words in the query's order. For the query
    /// "state of rest", all three words are flagged in "a state of rest of mind", but only "rest" in "the rest of us".</summary>
    private static void DropIsolatedFunctionWords(string text, ulong functionWords, List<Occurrence> found, int first)
    {
        var kept = first;
        for (var i = first; i < found.Count;)
        {
            var end = i;
            while (end < found.Count && (found[end].Words & ~functionWords) == 0)
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

    /// <summary>Adds a phrase as one occurrence, from its first word to its last, if the whole phrase is there.</summary>
    private void AddPhrase(int first, HighlightPhrase phrase, ulong allowed, List<Occurrence> into)
    {
        var word = 1UL << phrase.Word;
        if ((word & allowed) == 0)
            return;

        var end = tokens[first].End;
        var i = first + 1;
        for (var position = 1; position < phrase.Positions.Count; position++)
        {
            var expectedPosition = tokens[first].Position + position;
            while (i < tokens.Count && tokens[i].Position < expectedPosition)
                i++;
            var matches = false;
            for (var k = i; k < tokens.Count && tokens[k].Position == expectedPosition; k++)
            {
                if (!phrase.Positions[position].Contains(tokens[k].Term))
                    continue;
                matches = true;
                end = Math.Max(end, tokens[k].End);
            }

            if (!matches)
                return;
        }

        into.Add(new(tokens[first].Start, end, word));
    }

    private static bool AddLiterals(string text, MatchField field, IReadOnlyList<TextRange> inlineCode, HighlightQuery query,
        List<Occurrence> into)
    {
        var before = into.Count;
        foreach (var literal in query.Literals)
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
