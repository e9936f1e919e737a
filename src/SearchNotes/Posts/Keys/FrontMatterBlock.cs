namespace SearchNotes.Posts.Keys;

/// <summary>Where the front matter stands in a text, and how it is written.</summary>
/// <param name="Dialect">How it is written.</param>
/// <param name="Start">First character of what is between the fences.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="FirstLine">The line of <paramref name="Start"/>, from 1.</param>
/// <param name="BodyStart">Where the Markdown begins.</param>
/// <param name="BodyLine">The line of <paramref name="BodyStart"/>.</param>
/// <param name="IsClosed">False when the end was guessed because the closing fence is missing.</param>
internal readonly record struct FrontMatterBlock(
    FrontMatterDialect Dialect, int Start, int End, int FirstLine, int BodyStart, int BodyLine, bool IsClosed = true)
{
    private static FrontMatterBlock None => new(FrontMatterDialect.None, 0, 0, 1, 0, 1);

    /// <summary>Finds the front matter; <see cref="FrontMatterDialect.None"/> when there is none.</summary>
    /// <remarks>
    /// "Keynote by X" above "---" is a setext heading and no front matter: without an opening fence, the first line must be a key that is
    /// known. A "---" with running text under it is a rule across the page.
    /// </remarks>
    internal static FrontMatterBlock Find(string text)
    {
        var lines = new TextLines(text);
        do
        {
            if (!lines.Read())
                return None;
        }
        while (lines.Line.IsWhiteSpace());

        var line = lines.Line;
        return line.TrimEnd() switch
        {
            "---" => Fenced(lines, FrontMatterDialect.Yaml),
            "+++" => Fenced(lines, FrontMatterDialect.Toml),
            ['%', ' ', ..] => PandocTitle(lines),
            _ when FrontMatterLine.StartsWithKnownKey(line) => Unfenced(lines),
            _ => None,
        };
    }

    private static FrontMatterBlock Fenced(TextLines lines, FrontMatterDialect dialect)
    {
        int start = lines.Next, firstLine = lines.Number + 1;
        if (!LooksLikeKeys(lines, dialect))
            return None;

        var unclosed = new FrontMatterBlock(dialect, start, start, firstLine, start, firstLine, IsClosed: false);
        var (sawBlank, sawProse, endsWithKey) = (false, false, true);
        while (lines.Read())
        {
            if (IsClosingFence(lines.Line, dialect))
            {
                // Prose behind a blank line: the fence was forgotten, and this is a rule across the page. Unless there are keys again
                // above it: then the prose is a value over several lines.
                return sawProse && !endsWithKey
                    ? unclosed
                    : new FrontMatterBlock(dialect, start, lines.Start, firstLine, lines.Next, lines.Number + 1);
            }

            if (lines.Line.IsWhiteSpace())
            {
                sawBlank = true;
                continue;
            }

            var canStand = FrontMatterLine.CanStandIn(lines.Line, dialect);
            sawProse |= sawBlank && !canStand && dialect == FrontMatterDialect.Yaml;
            endsWithKey = FrontMatterLine.IsKey(lines.Line);
            if (!sawBlank && canStand)
                unclosed = unclosed with { End = lines.Next, BodyStart = lines.Next, BodyLine = lines.Number + 1 };
        }

        return unclosed;
    }

    private static bool LooksLikeKeys(TextLines lines, FrontMatterDialect dialect)
    {
        while (lines.Read())
        {
            if (IsClosingFence(lines.Line, dialect))
                return true;
            if (!lines.Line.IsWhiteSpace() && lines.Line.TrimStart()[0] != '#')
                return FrontMatterLine.CanStandIn(lines.Line, dialect) || lines.Line[0] == '{';
        }

        return false;
    }

    private static bool IsClosingFence(ReadOnlySpan<char> line, FrontMatterDialect dialect) =>
        line.TrimEnd() is var fence && (dialect == FrontMatterDialect.Toml ? fence is "+++" : fence is "---" or "...");

    /// <summary>Lines of keys from the first line on: until a line of hyphens (Hexo), else until a blank line (Frog, Pelican).</summary>
    private static FrontMatterBlock Unfenced(TextLines lines)
    {
        int start = lines.Start, firstLine = lines.Number;
        var namesPost = false;
        var dialect = FrontMatterDialect.IndentedKeys;
        do
        {
            if (FrontMatterLine.IsHexoFence(lines.Line))
                dialect = FrontMatterDialect.YamlWithoutOpening;
            if (lines.Line.IsWhiteSpace() || dialect == FrontMatterDialect.YamlWithoutOpening)
                break;
            if (!FrontMatterLine.CanStandIn(lines.Line, FrontMatterDialect.Yaml))
                return None;
            namesPost |= FrontMatterLine.NamesPost(lines.Line);
        }
        while (lines.Read());

        if (!namesPost)
            return None;
        return dialect == FrontMatterDialect.YamlWithoutOpening
            ? new FrontMatterBlock(dialect, start, lines.Start, firstLine, lines.Next, lines.Number + 1)
            : new FrontMatterBlock(dialect, start, lines.Start, firstLine, lines.Start, lines.Number);
    }

    private static FrontMatterBlock PandocTitle(TextLines lines)
    {
        int start = lines.Start, firstLine = lines.Number, marked = 0, end = start, last = firstLine;
        do
        {
            marked += lines.Line.StartsWith("%") ? 1 : 0;
            if (marked > 3 || !(lines.Line.StartsWith("%") || lines.Line.StartsWith(" ")) || lines.Line.IsWhiteSpace())
                break;
            (end, last) = (lines.Next, lines.Number);
        }
        while (lines.Read());

        return new FrontMatterBlock(FrontMatterDialect.Pandoc, start, end, firstLine, end, last + 1);
    }
}
