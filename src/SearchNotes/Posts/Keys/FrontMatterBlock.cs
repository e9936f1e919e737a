namespace SearchNotes.Posts.Keys;

/// <summary>Location and syntax of the front matter in a text.</summary>
/// <param name="Dialect">Syntax of the front matter.</param>
/// <param name="Start">Index of the first character between the fences.</param>
/// <param name="End">Index after the last character between the fences.</param>
/// <param name="FirstLine">The line of <paramref name="Start"/>, from 1.</param>
/// <param name="BodyStart">Index of the first character of the Markdown.</param>
/// <param name="BodyLine">The line of <paramref name="BodyStart"/>.</param>
/// <param name="IsClosed">False if the closing fence is missing and the end was guessed.</param>
internal readonly record struct FrontMatterBlock(
    FrontMatterDialect Dialect, int Start, int End, int FirstLine, int BodyStart, int BodyLine, bool IsClosed = true)
{
    private static FrontMatterBlock None => new(FrontMatterDialect.None, 0, 0, 1, 0, 1);

    /// <summary>Finds the front matter. The dialect is <see cref="FrontMatterDialect.None"/> if there is none.</summary>
    /// <remarks>
    /// "Keynote by X" above "---" is a setext heading. Without an opening fence, therefore, the first line must have a known key. A "---"
    /// followed by running text is a thematic break.
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
            "---json" or "---yaml" or "---yml" => Fenced(lines, FrontMatterDialect.Yaml),
            ['{', .. var rest] when rest.IsWhiteSpace() || rest.TrimStart()[0] == '"' => Json(text, lines),
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
                // After a blank line and prose, the closing fence was forgotten and this is a thematic break, unless keys follow the
                // prose: then the prose is a multi-line value.
                return sawProse && !endsWithKey
                    ? unclosed
                    : new FrontMatterBlock(dialect, start, lines.Start, firstLine, lines.Next, lines.Number + 1);
            }

            if (lines.Line.IsWhiteSpace())
            {
                sawBlank = true;
                continue;
            }

            var canBelong = FrontMatterLine.CanStandIn(lines.Line, dialect);
            sawProse |= sawBlank && !canBelong && dialect == FrontMatterDialect.Yaml;
            endsWithKey = FrontMatterLine.IsKey(lines.Line);
            if (!sawBlank && canBelong)
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

    /// <summary>Finds front matter without an opening fence: lines of keys up to a line of hyphens (Hexo) or a blank line (Frog,
    /// Pelican).</summary>
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

    /// <summary>Finds JSON up to the brace that closes it. What follows on the line is not part of the post.</summary>
    private static FrontMatterBlock Json(string text, TextLines lines)
    {
        int start = lines.Start, firstLine = lines.Number, open = 0;
        var isQuoted = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && text[i] is '{' or '}' && (open += text[i] == '{' ? 1 : -1) == 0)
                return JsonUntil(lines, start, i + 1, firstLine);
        }

        return None;
    }

    private static FrontMatterBlock JsonUntil(TextLines lines, int start, int end, int firstLine)
    {
        while (lines.Next < end && lines.Read())
        {
        }

        return new FrontMatterBlock(FrontMatterDialect.Json, start, end, firstLine, lines.Next, lines.Number + 1);
    }

    private static FrontMatterBlock PandocTitle(TextLines lines)
    {
        int start = lines.Start, firstLine = lines.Number, marked = 0, end = start, last = firstLine;
        do
        {
            marked += lines.Line.StartsWith("%") ? 1 : 0;
            if (marked > 3 || lines.Line is not ['%' or ' ', ..] || lines.Line.IsWhiteSpace())
                break;
            (end, last) = (lines.Next, lines.Number);
        }
        while (lines.Read());

        return new FrontMatterBlock(FrontMatterDialect.Pandoc, start, end, firstLine, end, last + 1);
    }
}
