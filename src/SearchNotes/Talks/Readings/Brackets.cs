namespace SearchNotes.Talks.Readings;

/// <summary>Brackets around a part of a text.</summary>
internal static class Brackets
{
    /// <summary>Index of the bracket that the last character closes: "Title (Name (Company))"; -1 when there is none.</summary>
    internal static int Opening(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] is ')' or '）' or ']' ? 1 : text[i] is '(' or '（' or '[' ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return -1;
    }
}
