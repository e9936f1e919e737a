namespace SearchNotes.Posts.Keys;

/// <summary>Distinguishes lines of front matter from prose.</summary>
internal static class FrontMatterLine
{
    // "Meeting notes from the third day of the conference: everything" is prose.
    private const int MaxKeyCharacters = 40;

    /// <summary>Returns the length of the key at the beginning of the line, or 0. A key has at most 40 characters: letters, digits,
    /// spaces and <c>-_./@</c>, optionally quoted. A colon must be followed by white space or the end of the line.</summary>
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

    /// <summary>Returns a key without surrounding white space and quotes.</summary>
    internal static ReadOnlySpan<char> Key(ReadOnlySpan<char> written) => written.Trim().Trim("\"'").Trim();

    /// <summary>Whether the line can be part of front matter: a key, a list item, an indented line or a comment.</summary>
    internal static bool CanStandIn(ReadOnlySpan<char> line, FrontMatterDialect dialect)
    {
        if (line.IsEmpty || line[0] is ' ' or '\t' or '#' or ']' or '}')
            return true;
        return dialect == FrontMatterDialect.Toml
            ? line[0] is '[' or '"' || KeyLength(line, '=') > 0
            : line.StartsWith("- ") || line.TrimEnd() is "-" || IsKey(line);
    }

    /// <summary>Whether the line begins with a known key. Front matter without a fence must begin with such a line.</summary>
    internal static bool StartsWithKnownKey(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return KeyLength(line) is > 0 and var length && FrontMatterKeys.IsKnown(Key(line[..length]).ToString());
    }

    /// <summary>Whether the line has the post's title or date.</summary>
    internal static bool NamesPost(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        var key = Key(line[..KeyLength(line)]);
        return key.Equals("title", StringComparison.OrdinalIgnoreCase) || key.Equals("date", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the line ends front matter without an opening fence.</summary>
    internal static bool IsHexoFence(ReadOnlySpan<char> line) => line.StartsWith("---") && line.Trim('-').IsWhiteSpace();

    /// <summary>Whether the line begins with a key of at most three words. A longer one is a sentence.</summary>
    internal static bool IsKey(ReadOnlySpan<char> line) =>
        KeyLength(line) is > 0 and var length && Key(line[..length]).Count(' ') < 3;
}
