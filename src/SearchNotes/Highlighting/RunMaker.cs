namespace SearchNotes.Highlighting;

/// <summary>Splits a part of a text into runs.</summary>
internal static class RunMaker
{
    /// <summary>Marks the place where a sentence was cut. A run of its own, never flagged.</summary>
    public const string Ellipsis = "…";

    /// <summary>Splits a part of a text into runs. Joined, they are that part, with an ellipsis at each end where requested.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Start of the part.</param>
    /// <param name="end">End of the part, exclusive.</param>
    /// <param name="occurrences">Occurrences in the text, ordered by start. Those not entirely inside the part are not flagged.</param>
    /// <param name="isCutBefore">Whether to begin with an ellipsis.</param>
    /// <param name="isCutAfter">Whether to end with an ellipsis.</param>
    public static IReadOnlyList<Run> Make(
        string text, int start, int end, ReadOnlySpan<Occurrence> occurrences, bool isCutBefore = false, bool isCutAfter = false)
    {
        var runs = new List<Run>(4);
        if (isCutBefore)
            runs.Add(new(Ellipsis + " ", false));
        var at = start;
        for (var i = 0; i < occurrences.Length;)
        {
            var (flagStart, flagEnd) = (occurrences[i].Start, occurrences[i].End);
            if (flagStart < at || flagEnd > end)
            {
                i++;
                continue;
            }

            // Overlapping or adjacent occurrences, such as an identifier and its parts, become one run.
            for (i++; i < occurrences.Length && occurrences[i].Start <= flagEnd; i++)
            {
                if (occurrences[i].End <= end)
                    flagEnd = Math.Max(flagEnd, occurrences[i].End);
            }

            while (flagEnd < end && TextCut.Continues(text, flagEnd))
                flagEnd++;
            Add(runs, text, at, flagStart, isMatch: false);
            Add(runs, text, flagStart, flagEnd, isMatch: true);
            at = flagEnd;
        }

        Add(runs, text, at, end, isMatch: false);
        if (isCutAfter)
            runs.Add(new(" " + Ellipsis, false));
        return runs;
    }

    private static void Add(List<Run> runs, string text, int start, int end, bool isMatch)
    {
        if (end > start)
            runs.Add(new(start == 0 && end == text.Length ? text : text[start..end], isMatch));
    }
}
