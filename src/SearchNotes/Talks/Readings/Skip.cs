namespace SearchNotes.Talks.Readings;

/// <summary>Steps over spaces and dashes between the parts of a title.</summary>
internal static class Skip
{
    /// <summary>Whether a mark is the last character of a text or a space follows it; wide marks need none.</summary>
    internal static bool IsBeforeSpace(string text, int at) =>
        at + 1 >= text.Length || text[at + 1] is ' ' or '\u3000' || text[at] is '：' or '．' or '）' or '、';

    /// <summary>The index behind the spaces at an index.</summary>
    internal static int Space(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u3000')
            at++;
        return at;
    }

    /// <summary>The index behind the dashes, colons, bars and spaces at an index.</summary>
    internal static int Dash(string text, int at)
    {
        at = Space(text, at);
        while (at < text.Length && text[at] is '-' or '–' or '—' or ':' or '|' or '~' or '〜' or '～' or '：')
            at++;
        return Space(text, at);
    }
}
