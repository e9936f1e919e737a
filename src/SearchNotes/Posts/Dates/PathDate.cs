namespace SearchNotes.Posts.Dates;

/// <summary>Finds a date in a file's name or in the names of its folders.</summary>
internal static class PathDate
{
    /// <summary>Returns the date of a name such as <c>2013-07-07-name</c>, <c>20130707-name</c> or <c>name 2013-07-07</c>; otherwise that
    /// of the nearest folder such as <c>2012-04-23</c>, <c>2012/04/23</c> or <c>2012/09</c>.</summary>
    /// <param name="name">The file's name without extension; for an index file, the folder's name.</param>
    /// <param name="folders">The folders above, outermost first.</param>
    internal static PostDate Find(string name, IReadOnlyList<string> folders)
    {
        if (InName(name, out _) is { } day)
            return new PostDate(day);

        for (var i = folders.Count - 1; i >= 0; i--)
        {
            if (InName(folders[i], out _) is { } folderDay)
                return new PostDate(folderDay);
            if (InFolders(folders, i) is { Day: not null } nested)
                return nested;
        }

        return default;
    }

    /// <summary>Returns the date at the beginning or end of a name, and the rest of the name.</summary>
    internal static DateOnly? InName(string name, out string rest)
    {
        foreach (var length in (ReadOnlySpan<int>)[10, 8])
        {
            if (name.Length < length)
                continue;
            if (IsEdge(name, length) && Whole(name.AsSpan(0, length)) is { } first)
            {
                rest = name[length..].TrimStart('-', '_', ' ', '.');
                return first;
            }

            if (IsEdge(name, name.Length - length - 1) && Whole(name.AsSpan(name.Length - length)) is { } last)
            {
                rest = name[..^length].TrimEnd('-', '_', ' ', '.', '(');
                return last;
            }
        }

        if (WithoutZeros(name, out var end) is { } loose)
        {
            rest = name[end..].TrimStart('-', '_', ' ', '.');
            return loose;
        }

        rest = name;
        return null;
    }

    /// <summary>Returns the date that a name such as <c>2020-1-5-name</c> begins with.</summary>
    private static DateOnly? WithoutZeros(string name, out int end)
    {
        end = 0;
        if (name.Length < 8 || name[4] is not ('-' or '_' or '.'))
            return null;
        var second = name.IndexOf(name[4], 5);
        if (second < 0)
            return null;
        end = second + 1;
        while (end < name.Length && end < second + 3 && char.IsAsciiDigit(name[end]))
            end++;
        return IsEdge(name, end) ? Numbers(name.AsSpan(0, 4), name.AsSpan(5, second - 5), name.AsSpan(second + 1, end - second - 1)) : null;
    }

    private static bool IsEdge(string name, int i) => i < 0 || i >= name.Length || !char.IsAsciiDigit(name[i]);

    private static DateOnly? Whole(ReadOnlySpan<char> text)
    {
        if (text.Length == 8)
            return Numbers(text[..4], text.Slice(4, 2), text.Slice(6, 2));
        return text[4] == text[7] && text[4] is '-' or '_' or '.' ? Numbers(text[..4], text.Slice(5, 2), text.Slice(8, 2)) : null;
    }

    private static PostDate InFolders(IReadOnlyList<string> folders, int i)
    {
        if (i >= 2 && Numbers(folders[i - 2], folders[i - 1], folders[i]) is { } day)
            return new PostDate(day);
        return i >= 1 && Numbers(folders[i - 1], folders[i], "01") is { } month
            ? new PostDate(month, "has no day; the first of the month is used")
            : default;
    }

    private static DateOnly? Numbers(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day) =>
        (year.Length, month.Length, day.Length) is (4, 1 or 2, 1 or 2)
            && (Number(year), Number(month), Number(day)) is ({ } y, { } m, { } d)
            ? PostDate.OnCalendar(y, m, d)
            : null;

    private static int? Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return null;
            number = number * 10 + (c - '0');
        }

        return number;
    }
}
