namespace SearchNotes.Highlighting;

/// <summary>The part of a block that a passage shows.</summary>
/// <param name="Start">Start in the text.</param>
/// <param name="End">End in the text, exclusive.</param>
/// <param name="IsCutBefore">Whether it begins inside a sentence or line.</param>
/// <param name="IsCutAfter">Whether it ends inside a sentence or line.</param>
internal readonly record struct Excerpt(int Start, int End, bool IsCutBefore, bool IsCutAfter)
{
    /// <summary>Returns whole sentences around the matches, or a part of a sentence that is too long.</summary>
    /// <param name="text">The block.</param>
    /// <param name="first">Start of the first match.</param>
    /// <param name="last">End of the last match.</param>
    /// <param name="low">Minimum start of the excerpt.</param>
    /// <param name="high">Maximum end of the excerpt.</param>
    /// <param name="size">Size of the excerpt.</param>
    public static Excerpt OfProse(string text, int first, int last, int low, int high, ExcerptSize size)
    {
        var start = Sentences.StartOf(text, first, Math.Max(low, first - size.Max));
        var end = Sentences.EndOf(text, last, Math.Min(high, last + size.Max));
        var startsWhole = IsBorder(text, start, low);
        var endsWhole = IsBorder(text, end, high);
        if (startsWhole && endsWhole && end - start <= size.Max)
            return Trim(text, Grow(text, start, end, low, high, size));

        var spare = Math.Max(0, size.Target - (last - first));
        if (!startsWhole || last - start > size.Target)
            (start, startsWhole) = (TextCut.Before(text, Math.Max(low, first - spare / 3), low), false);
        if (!endsWhole || end - start > size.Max)
            (end, endsWhole) = (TextCut.After(text, Math.Min(high, Math.Max(last, start + size.Target)), high), false);
        return Trim(text, new(start, end, !startsWhole, !endsWhole));
    }

    /// <summary>Returns whole lines around the matches, with their indentation. Cuts only a very long line.</summary>
    public static Excerpt OfCode(string text, int first, int last, int low, int high, ExcerptSize size)
    {
        var start = LineStart(text, first, low);
        var end = LineEnd(text, first, high);
        if (end - start > size.Max)
        {
            start = TextCut.Before(text, Math.Max(start, first - size.Target / 4), start);
            end = TextCut.After(text, Math.Min(end, Math.Max(Math.Min(last, end), start + size.Target)), end);
            return Trim(text, new(start, end, start > LineStart(text, first, low), end < LineEnd(text, first, high)));
        }

        var lines = 1;
        while (end < last && LineEnd(text, end + 1, high) is var next && next - start <= size.Max)
            (end, lines) = (next, lines + 1);
        for (var grows = true; grows && lines < size.MaxLines;)
        {
            grows = false;
            if (end < high && LineEnd(text, end + 1, high) is var next && next - start <= size.Target)
                (end, lines, grows) = (next, lines + 1, true);
            var before = lines < size.MaxLines && start > low ? LineStart(text, start - 1, low) : start;
            if (before < start && end - before <= size.Target)
                (start, lines, grows) = (before, lines + 1, true);
        }

        return WithoutBlankLines(text, start, end);
    }

    private static bool IsBorder(string text, int index, int limit) =>
        (index == limit && IsTextBorder(text, index)) || Sentences.BeginsAt(text, index);

    private static bool IsTextBorder(string text, int index) => index == 0 || index == text.Length;

    /// <summary>Adds neighbouring sentences to a short one, the following ones first.</summary>
    private static Excerpt Grow(string text, int start, int end, int low, int high, ExcerptSize size)
    {
        while (end < high)
        {
            var next = Sentences.EndOf(text, end + 1, Math.Min(high, start + size.Target + 1));
            if (next - start > size.Target || !IsBorder(text, next, high))
                break;
            end = next;
        }

        while (start > low)
        {
            var before = Sentences.StartOf(text, start - 1, Math.Max(low, end - size.Target));
            if (!IsBorder(text, before, low))
                break;
            start = before;
        }

        return new(start, end, false, false);
    }

    /// <summary>Removes white space at both ends and combining marks that were separated from their letter.</summary>
    private static Excerpt Trim(string text, Excerpt excerpt)
    {
        var (start, end) = (excerpt.Start, TrimEnd(text, excerpt.Start, excerpt.End));
        while (start < end && (char.IsWhiteSpace(text[start]) || TextCut.Continues(text, start)))
            start++;
        return excerpt with { Start = start, End = end };
    }

    private static Excerpt WithoutBlankLines(string text, int start, int end)
    {
        end = TrimEnd(text, start, end);
        for (var i = start; i < end && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\n')
                start = i + 1;
        }

        while (start < end && TextCut.Continues(text, start))
            start++;
        return new(start, end, false, false);
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == TextCut.Joiner))
            end--;
        return end;
    }

    private static int LineStart(string text, int index, int low)
    {
        while (index > low && text[index - 1] != '\n')
            index--;
        return index;
    }

    private static int LineEnd(string text, int index, int high)
    {
        while (index < high && text[index] != '\n')
            index++;
        return Math.Min(index, high);
    }
}
