namespace SearchNotes.Indexing.Analysis;

/// <summary>Finds where the words of a text begin and end.</summary>
/// <param name="text">The text.</param>
/// <param name="limit">Index at which inline code begins or ends next. A word ends there, too.</param>
internal readonly struct WordEdges(string text, int limit)
{
    /// <summary>Returns the end of a compound: words joined by a dot, a hyphen, an apostrophe or two colons.</summary>
    public int EndOfCompound(int start)
    {
        var i = EndOfSegment(start);
        while (i + 1 < limit)
        {
            var next = text[i] == ':' && text[i + 1] == ':' ? i + 2 : i + 1;
            var isRatio = text[i] == ':' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i - 1]);
            if (!(next == i + 2 || isRatio || IsJoint(text[i])))
                break;
            if (next >= limit || !IsSpacedWord(text[next]))
                break;
            i = EndOfSegment(next);
        }

        return i;
    }

    /// <summary>Returns the end of a run of letters and digits.</summary>
    public int EndOfSegment(int start)
    {
        var i = start;
        while (i < limit && (IsSpacedWord(text[i]) || IsGershayim(i)))
            i++;
        return i;
    }

    private static bool IsJoint(char c) => c == '.' || Letters.IsHyphen(c) || Letters.IsApostrophe(c);

    private static bool IsSpacedWord(char c) => Letters.IsWord(c) && !Letters.IsUnspaced(c);

    /// <summary>Whether a quotation mark is inside a Hebrew abbreviation, as in צה"ל.</summary>
    public bool IsGershayim(int i) => text[i] is '"' or '\u05F3' or '\u05F4' or '”' or '“' && IsHebrew(i - 1) && IsHebrew(i + 1);

    private bool IsHebrew(int i) => i >= 0 && i < text.Length && Letters.IsHebrew(text[i]);

    /// <summary>Includes the sigil of %px, @property, $HOME, .NET, :root, ::before, #include, -Wall, --flag and ~/bin when it follows a
    /// space, a bracket or the like.</summary>
    public int StartWithSigil(int start)
    {
        if (start == 0)
            return start;
        var sigil = text[start - 1];
        if (text.AsSpan(0, start) is [.., '-', '-'] or [.., ':', ':'] or [.., '~', '/'])
            return IsFree(start - 3) ? start - 2 : start;
        if (sigil is not ('%' or '@' or '$' or '.' or ':' or '#' or '-'))
            return start;
        if (sigil is not ('%' or '@' or '$') && !char.IsAsciiLetter(text[start]))
            return start;
        return IsFree(start - 2) ? start - 1 : start;
    }

    /// <summary>Returns the end of a pair of words such as AT&amp;T or TCP/IP, whose first word is at a place; 0 if there is none. Of a
    /// path the last two parts are a pair.</summary>
    public int EndOfPair(int start, int end)
    {
        if (end >= limit || text[end] is not ('/' or '&') || !IsFree(start - 1))
            return 0;
        var other = EndOfSegment(end + 1);
        var rest = text.AsSpan(other);
        var goesOn = rest is ['/' or '&' or '=', ..] || (rest is ['.', var next, ..] && (char.IsAsciiLetterOrDigit(next) || next == '_'));
        return other == end + 1 || goesOn ? 0 : other;
    }

    /// <summary>Includes the suffix of C++, C# and 50% when no word follows it.</summary>
    public int EndWithSuffix(int end)
    {
        var suffix = text.AsSpan(end);
        if (suffix is ['+', '+', ..] && !StartsWord(end + 2))
            return end + 2;
        if (suffix is ['+', '+', >= '0' and <= '9', ..])
            return VersionEnd(end);
        if (suffix is ['#', ..] && !StartsWord(end + 1) && char.IsAsciiLetter(text[end - 1]))
            return end + 1;
        if (suffix is ['%', ..] && !StartsWord(end + 1) && char.IsAsciiDigit(text[end - 1]))
            return end + 1;
        return end;
    }

    private bool StartsWord(int i) => i < text.Length && (Letters.IsWord(text[i]) || text[i] is '+' or '#');

    // The year of C++17.
    private int VersionEnd(int end)
    {
        var to = end + 2;
        while (to < text.Length && char.IsAsciiDigit(text[to]))
            to++;
        var isLetter = char.IsAsciiLetter(text[end - 1]) && (end == 1 || !Letters.IsWord(text[end - 2]));
        return isLetter && (to == text.Length || !Letters.IsWord(text[to])) ? to : end;
    }

    /// <summary>Whether an operator in prose is free-standing and not punctuation.</summary>
    public bool IsFreeOperator(int start, int end)
    {
        var run = text.AsSpan(start, end - start);
        var isPunctuation = run.IndexOfAnyExcept("-.!?") < 0 || (run.Length > 2 && run.IndexOfAnyExcept(run[0]) < 0);
        return !isPunctuation && IsFree(start - 1) && IsFreeEnd(end);
    }

    private bool IsFreeEnd(int end) =>
        end == text.Length || char.IsWhiteSpace(text[end]) || ")]}\"',;”’»/".Contains(text[end], StringComparison.Ordinal);

    private bool IsFree(int i) =>
        i < 0 || char.IsWhiteSpace(text[i]) || "([{\"'`,;|/*“‘«".Contains(text[i], StringComparison.Ordinal);
}
