namespace SearchNotes.Highlighting;

/// <summary>Cuts a part of a text into runs.</summary>
internal static class RunMaker
{
    /// <summary>Stands where a sentence was cut; a run of its own, never flagged.</summary>
    public const string Ellipsis = "…";

    /// <summary>The runs of a part of a text: joined, they are that part, with an ellipsis where asked for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="occurrences">What stands in the text, by start; what does not lie wholly inside the part is not flagged.</param>
    /// <param name="isCutBefore">Begin with an ellipsis.</param>
    /// <param name="isCutAfter">End with one.</param>
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

            // An identifier and its parts overlap, parts of one word touch: one run.
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
