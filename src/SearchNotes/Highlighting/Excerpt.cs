namespace SearchNotes.Highlighting;

/// <summary>The part of a block that a passage shows.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsCutBefore">It begins inside a sentence or line.</param>
/// <param name="IsCutAfter">It ends inside one.</param>
internal readonly record struct Excerpt(int Start, int End, bool IsCutBefore, bool IsCutAfter)
{
    /// <summary>Whole sentences around what is to be shown, or a part of one where it is too long.</summary>
    /// <param name="text">The block.</param>
    /// <param name="first">Where what is to be shown begins.</param>
    /// <param name="last">Where it ends.</param>
    /// <param name="low">The passage begins here at the earliest.</param>
    /// <param name="high">The passage ends here at the latest.</param>
    /// <param name="room">How long it may be.</param>
    public static Excerpt OfProse(string text, int first, int last, int low, int high, ExcerptSize room)
    {
        var start = Sentences.StartOf(text, first, Math.Max(low, first - room.Max));
        var end = Sentences.EndOf(text, last, Math.Min(high, last + room.Max));
        var startsWhole = IsBorder(text, start, low);
        var endsWhole = IsBorder(text, end, high);
        if (startsWhole && endsWhole && end - start <= room.Max)
            return Trim(text, Grow(text, start, end, low, high, room));

        var spare = Math.Max(0, room.Target - (last - first));
        if (!startsWhole || last - start > room.Target)
            (start, startsWhole) = (TextCut.Before(text, Math.Max(low, first - spare / 3), low), false);
        if (!endsWhole || end - start > room.Max)
            (end, endsWhole) = (TextCut.After(text, Math.Min(high, Math.Max(last, start + room.Target)), high), false);
        return Trim(text, new(start, end, !startsWhole, !endsWhole));
    }

    /// <summary>Whole lines around what is to be shown, indentation and all; part of a line only where it is very long.</summary>
    public static Excerpt OfCode(string text, int first, int last, int low, int high, ExcerptSize room)
    {
        var start = LineStart(text, first, low);
        var end = LineEnd(text, first, high);
        if (end - start > room.Max)
        {
            start = TextCut.Before(text, Math.Max(start, first - room.Target / 4), start);
            end = TextCut.After(text, Math.Min(end, Math.Max(Math.Min(last, end), start + room.Target)), end);
            return Trim(text, new(start, end, start > LineStart(text, first, low), end < LineEnd(text, first, high)));
        }

        var lines = 1;
        while (end < last && LineEnd(text, end + 1, high) is var next && next - start <= room.Max)
            (end, lines) = (next, lines + 1);
        for (var grows = true; grows && lines < room.MaxLines;)
        {
            grows = false;
            if (end < high && LineEnd(text, end + 1, high) is var next && next - start <= room.Target)
                (end, lines, grows) = (next, lines + 1, true);
            if (lines < room.MaxLines && start > low && LineStart(text, start - 1, low) is var before && end - before <= room.Target)
                (start, lines, grows) = (before, lines + 1, true);
        }

        return WithoutBlankLines(text, start, end);
    }

    private static bool IsBorder(string text, int index, int limit) =>
        index == limit && (index == 0 || index == text.Length) || Sentences.BeginsAt(text, index);

    /// <summary>A short sentence takes its neighbours in, those behind it first.</summary>
    private static Excerpt Grow(string text, int start, int end, int low, int high, ExcerptSize room)
    {
        while (end < high)
        {
            var next = Sentences.EndOf(text, end + 1, Math.Min(high, start + room.Target + 1));
            if (next - start > room.Target || !IsBorder(text, next, high))
                break;
            end = next;
        }

        while (start > low)
        {
            var before = Sentences.StartOf(text, start - 1, Math.Max(low, end - room.Target));
            if (!IsBorder(text, before, low))
                break;
            start = before;
        }

        return new(start, end, false, false);
    }

    /// <summary>Leaves out spaces at both ends, and marks that have lost the letter they belong to.</summary>
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
