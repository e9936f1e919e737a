using SearchNotes.Talks;

namespace SearchNotes.Indexing.Analysis;

/// <summary>Splits a compound such as <c>real-time</c>, <c>Python's</c> or <c>q.enqueue_call</c> into its words. Not thread-safe.</summary>
internal sealed class WordParts
{
    private readonly List<TextRange> parts = [];
    private string text = "";

    /// <summary>Returns the words of a compound and the parts of identifiers, in order. The list is reused by the next call.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Start of the compound.</param>
    /// <param name="end">End of the compound.</param>
    /// <param name="inCode">Whether it is code, where camel case separates words.</param>
    /// <param name="edges">Finds the ends of words.</param>
    /// <param name="endsInPossessive">Whether the compound ends in a possessive 's, which is excluded.</param>
    public List<TextRange> Collect(string source, int start, int end, bool inCode, WordEdges edges, out bool endsInPossessive)
    {
        text = source;
        parts.Clear();
        endsInPossessive = false;
        var i = start;
        while (i < end)
        {
            var segmentEnd = edges.EndOfSegment(i);
            var isContraction = i > start && Letters.IsApostrophe(text[i - 1]) && IsContraction(text.AsSpan(i, segmentEnd - i));
            endsInPossessive = isContraction && text.AsSpan(i, segmentEnd - i).Equals("s", StringComparison.OrdinalIgnoreCase)
                && parts.Count > 0;
            if (!isContraction)
                CollectIdentifierParts(i, segmentEnd, inCode);
            else if (!endsInPossessive)
                JoinToLastPart(segmentEnd);

            i = segmentEnd;
            while (i < end && !Letters.IsWord(text[i]))
                i++;
        }

        return parts;
    }

    /// <summary>Whether a segment is the ending of a word such as don't, we're or Python's.</summary>
    private static bool IsContraction(ReadOnlySpan<char> segment) =>
        segment.Length <= 2 && segment.ToString().ToLowerInvariant() is "s" or "t" or "re" or "ll" or "ve" or "d" or "m";

    private void JoinToLastPart(int end)
    {
        if (parts.Count > 0)
            parts[^1] = new TextRange(parts[^1].Start, end - parts[^1].Start);
    }

    private void CollectIdentifierParts(int start, int end, bool inCode)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '_')
            {
                AddPart(from, i);
                from = i + 1;
            }
            else if (inCode && i > from && IsCamelBoundary(i, end))
            {
                AddPart(from, i);
                from = i;
            }
        }

        AddPart(from, end);
    }

    /// <summary>Whether a camel-case part begins at an index: linear|SVC, HTTP|Server.</summary>
    private bool IsCamelBoundary(int i, int end)
    {
        if (!char.IsUpper(text[i]))
            return false;
        return char.IsLower(text[i - 1]) || (char.IsUpper(text[i - 1]) && IsLower(i + 1, end));
    }

    private bool IsLower(int i, int end) => i < end && char.IsLower(text[i]);

    private void AddPart(int start, int end)
    {
        if (end > start)
            parts.Add(new TextRange(start, end - start));
    }
}
