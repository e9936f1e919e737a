namespace SearchNotes.Talks.Signals;

/// <summary>What stands behind a title where a name would: in brackets, behind a dash or behind "by".</summary>
/// <param name="Shape">How it is set apart.</param>
/// <param name="Topic">What stands before it.</param>
/// <param name="Name">The words themselves; "" when they cannot be a name.</param>
/// <param name="Detail">What stood in brackets behind the name.</param>
internal readonly record struct SmallTail(HeadingShape Shape, string Topic, string Name, string? Detail)
{
    /// <summary>Reads a heading: <c>organizing a test (anthony paul (@anthonydpaul))</c> → anthony paul.</summary>
    internal static SmallTail Of(string text)
    {
        var open = text.EndsWith(')') ? TalkHeading.Opening(text) : -1;
        if (open > 1)
            return Read(HeadingShape.Brackets, text[..open], text[(open + 1)..^1]);
        var dash = text.LastIndexOf(" - ", StringComparison.Ordinal);
        if (dash > 1)
            return Read(HeadingShape.TopicDash, text[..dash], text[(dash + 3)..]);
        var on = text.IndexOf(" on ", StringComparison.Ordinal);
        if (on > 1 && HasInitial(text.AsSpan(0, on)))
            return new SmallTail(HeadingShape.On, text[(on + 4)..], text[..on], null);
        var by = text.LastIndexOf(" by ", StringComparison.Ordinal);
        return by > 1 ? Read(HeadingShape.By, text[..by], text[(by + 4)..]) : default(SmallTail) with { Name = "" };
    }

    // "wallace,j. and clarke,j.h."
    private static bool HasInitial(ReadOnlySpan<char> names)
    {
        for (var i = 1; i < names.Length; i++)
        {
            if (names[i] == '.' && char.IsLetter(names[i - 1]) && (i == 1 || !char.IsLetter(names[i - 2])))
                return true;
        }

        return false;
    }

    private static SmallTail Read(HeadingShape shape, string topic, string tail)
    {
        var open = tail.IndexOf('(', StringComparison.Ordinal);
        var name = (open < 0 ? tail : tail[..open]).Trim();
        var words = name.Split(' ');
        var isName = words.Length is >= 2 and <= 4 && words.All(w => w.Length > 0 && w.All(c => char.IsLetter(c) || c is '.' or '\'' or '-') && !Words.NotNames.Has(w));
        return new SmallTail(shape, topic, isName ? name : "", open < 0 ? null : tail[open..].Trim(' ', '(', ')'));
    }
}
