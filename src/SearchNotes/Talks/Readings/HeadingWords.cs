namespace SearchNotes.Talks.Readings;

/// <summary>Normalises headings for the word lists.</summary>
internal static class HeadingWords
{
    /// <summary>A heading in lower case, without numbering, brackets and punctuation around it.</summary>
    internal static string Normalise(string heading)
    {
        var text = heading.Trim().ToLowerInvariant().Replace('’', '\'');
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        var end = text.Length;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && !IsClosing(text, end - 1, start))
            end--;
        return text[start..end];
    }

    private static bool IsClosing(string text, int at, int start) => text[at] == ')' && text.IndexOf('(', start) >= 0;

    /// <summary>Number of words; four letters of a script without spaces count as one.</summary>
    internal static int Count(string text)
    {
        var words = 0;
        var eastAsian = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (c >= '\u3040')
            {
                eastAsian++;
                inWord = false;
            }
            else if (!char.IsLetterOrDigit(c))
            {
                inWord = inWord && c is '\'' or '’' or '-' or '.' or '_';
            }
            else if (!inWord)
            {
                inWord = true;
                words++;
            }
        }

        return words + ((eastAsian + 3) / 4);
    }
}
