namespace SearchNotes.Posts.Keys;

/// <summary>Tells lines of front matter from lines of prose.</summary>
internal static class FrontMatterLine
{
    // "Meeting notes from the third day of the conference: everything" is prose.
    private const int MaxKeyCharacters = 40;

    /// <summary>Length of the key that the line begins with, or 0: letters, digits, hyphens, underscores and dots (quoted or not), then
    /// blanks
    /// and a colon that a blank or the line's end follows.</summary>
    internal static int KeyLength(ReadOnlySpan<char> line, char separator = ':')
    {
        var end = line.IndexOf(separator);
        if (end is < 1 or > MaxKeyCharacters)
            return 0;
        if (separator == ':' && end + 1 < line.Length && !char.IsWhiteSpace(line[end + 1]))
            return 0;

        foreach (var c in Key(line[..end]))
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.' or ' ' or '/' or '@'))
                return 0;
        }

        return Key(line[..end]).IsEmpty ? 0 : end;
    }

    /// <summary>A key without the blanks and quotes around it.</summary>
    internal static ReadOnlySpan<char> Key(ReadOnlySpan<char> written) => written.Trim().Trim("\"'").Trim();

    /// <summary>Whether the line may be part of front matter: a key, a list item, an indented line, a comment.</summary>
    internal static bool CanStandIn(ReadOnlySpan<char> line, FrontMatterDialect dialect)
    {
        if (line.IsEmpty || line[0] is ' ' or '\t' or '#' or ']' or '}')
            return true;
        return dialect == FrontMatterDialect.Toml
            ? line[0] is '[' or '"' || KeyLength(line, '=') > 0
            : line.StartsWith("- ") || line.TrimEnd() is "-" || IsKey(line);
    }

    /// <summary>Whether the line begins with a key that blogs use for posts; nothing else may open front matter that has no
    /// fence.</summary>
    internal static bool StartsWithKnownKey(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return KeyLength(line) is > 0 and var length && FrontMatterKeys.IsKnown(Key(line[..length]).ToString());
    }

    /// <summary>Whether the line gives the post's title or date.</summary>
    internal static bool NamesPost(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        var key = Key(line[..KeyLength(line)]);
        return key.Equals("title", StringComparison.OrdinalIgnoreCase) || key.Equals("date", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The line that ends front matter without an opening fence.</summary>
    internal static bool IsHexoFence(ReadOnlySpan<char> line) => line.StartsWith("---") && line.Trim('-').IsWhiteSpace();

    /// <summary>Whether the line begins with a key: a word, not a sentence, so at most three words.</summary>
    internal static bool IsKey(ReadOnlySpan<char> line) =>
        KeyLength(line) is > 0 and var length && Key(line[..length]).Count(' ') < 3;
}
