namespace SearchNotes.Talks.Blocks;

/// <summary>Finds the ends of inline code in Markdown that is not parsed yet, going forward.</summary>
internal sealed class CodeSpans(string text)
{
    private const int MaxMarks = 8;

    // Up to where no run of so many back ticks closes a span: without it a row of single runs would be searched again and again.
    private readonly int[] searched = new int[MaxMarks + 1];

    /// <summary>The end of the inline code that begins at a back tick; the end of the run of back ticks if it opens nothing.</summary>
    internal int EndOf(int start)
    {
        var marks = RunLength(start);
        if (marks > MaxMarks || searched[marks] > start)
            return start + marks;
        var paragraph = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        var end = paragraph < 0 ? text.Length : paragraph;
        for (var i = text.IndexOf('`', start + marks); i >= 0 && i < end; i = text.IndexOf('`', i))
        {
            var length = RunLength(i);
            i += length;
            if (length == marks)
                return i;
            if (i >= text.Length)
                break;
        }

        searched[marks] = end;
        return start + marks;
    }

    private int RunLength(int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '`')
            end++;
        return end - start;
    }
}
