using System.Globalization;
using System.Text;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Api.Talks;

/// <summary>Renders a talk as Markdown: its metadata, its source, and all notes.</summary>
internal static class TalkMarkdown
{
    /// <summary>Returns the talk as Markdown, with the lists and links of the post. Its text stays text: nothing in it becomes a heading, a
    /// list or HTML.</summary>
    public static string Of(StoredTalk stored)
    {
        var talk = stored.Talk;
        var text = new StringBuilder().Append($"# {Line(talk.Topic)}\n\n");
        foreach (var (name, value) in Facts(stored))
            text.Append($"- {name}: {value}\n");
        Append(text, stored, section: -1);
        var top = talk.Sections.Count == 0 ? 0 : talk.Sections.Min(section => section.Level);
        for (var i = 0; i < talk.Sections.Count; i++)
        {
            var section = talk.Sections[i];
            text.Append($"\n{new string('#', Math.Min(2 + section.Level - top, 6))} {Line(section.Heading)}\n");
            Append(text, stored, i);
        }

        return text.ToString();
    }

    /// <summary>Returns the known metadata of a talk, by name.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(StoredTalk stored)
    {
        var talk = stored.Talk;
        if (talk.Speakers.Count > 0)
            yield return (talk.Speakers.Count == 1 ? "Speaker" : "Speakers", string.Join(", ", talk.Speakers.Select(speaker => Line(speaker.Name))));
        if (stored.EventTitle is not null)
            yield return ("Event", Line(stored.EventTitle) + (stored.Location is null ? "" : $", {Line(stored.Location)}"));
        if (stored.ShownDate is { } date)
            yield return ("Date", date);
        if (stored.VideoUrl is not null)
            yield return ("Video", $"<{Address(stored.VideoUrl)}>");
        if (stored.SlidesUrl is not null)
            yield return ("Slides", $"<{Address(stored.SlidesUrl)}>");
        if (stored.Tags.Count > 0)
            yield return ("Tags", string.Join(", ", stored.Tags.Select(Line)));
        if (stored.Url is not null)
            yield return ("On the blog", $"<{Address(stored.Url)}>");
        yield return ("Source", Source(stored.Path, talk.FirstLine, talk.LastLine));
    }

    /// <summary>Returns a place in a post: <c>posts/day-two.md, lines 143 to 335</c>.</summary>
    public static string Source(string path, int firstLine, int lastLine) => string.Create(CultureInfo.InvariantCulture,
        $"{Line(path)}, {(firstLine == lastLine ? $"line {firstLine}" : $"lines {firstLine} to {lastLine}")}");

    /// <summary>Returns a line of Markdown that renders as exactly this text.</summary>
    public static string Line(string text) => Escape(Printable.Line(text.ReplaceLineEndings(" ")));

    /// <summary>Returns an address with spaces and angle brackets encoded, so that Markdown reads it as a whole.</summary>
    public static string Address(string url) => Printable.Line(url).Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    private static void Append(StringBuilder text, StoredTalk stored, int section)
    {
        foreach (var passage in stored.Talk.Passages.Where(passage => section < 0 ? passage.Section < 0 : passage.Section == section))
            text.Append('\n').Append(InList(passage, Of(stored, passage))).Append('\n');
    }

    private static string Of(StoredTalk stored, Passage passage) => passage.Kind switch
    {
        PassageKind.Code => Fenced(Printable.Text(passage.Text), passage.CodeLanguage),
        PassageKind.Quote => "> " + Prose(stored, passage).Replace("\n", "\n> ", StringComparison.Ordinal),
        _ => Prose(stored, passage),
    };

    /// <summary>Puts a passage in its list: the marker before the first text of an item, and what follows in the item below it.</summary>
    private static string InList(Passage passage, string text)
    {
        if (passage.ListDepth == 0)
            return text;
        var outer = new string(' ', 4 * (passage.ListDepth - 1));
        var first = outer + (passage.ListMarker is { } marker ? marker.PadRight(4) : "    ");
        return first + text.Replace("\n", $"\n{outer}    ", StringComparison.Ordinal);
    }

    /// <summary>Returns the text with its links, and with its inline code in backticks.</summary>
    private static string Prose(StoredTalk stored, Passage passage)
    {
        var text = new StringBuilder();
        foreach (var (link, pieces) in PassagePieces.Of(passage, stored.LinksOf(passage)))
        {
            text.Append(link is null ? "" : "[");
            foreach (var piece in pieces)
            {
                var part = passage.Text[piece.Start..piece.End];
                text.Append(piece.IsCode ? Fenced(part) : Lines(part));
            }
            if (link is { Target: var target })
                text.Append(CultureInfo.InvariantCulture, $"](<{Address(target)}>)");
        }

        return text.ToString();
    }

    private static string Lines(string text) => string.Join('\n', Printable.Text(text).Split('\n').Select(Escape));

    private static string Fenced(string code)
    {
        var fence = new string('`', LongestRun(code) + 1);
        return fence.Length == 1 ? $"`{Printable.Line(code)}`" : $"{fence} {Printable.Line(code)} {fence}";
    }

    private static string Fenced(string code, string? language)
    {
        var fence = new string('`', Math.Max(3, LongestRun(code) + 1));
        return $"{fence}{(language is null ? "" : Printable.Line(language).Replace("`", "", StringComparison.Ordinal))}\n{code.TrimEnd('\n')}\n{fence}";
    }

    /// <summary>Returns the length of the longest run of backticks.</summary>
    private static int LongestRun(string code)
    {
        var (longest, run) = (0, 0);
        foreach (var c in code)
            longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        return longest;
    }

    /// <summary>Escapes what Markdown would read as markup within a line, and at its start.</summary>
    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '&')
                escaped.Append('\\');
            escaped.Append(c);
        }

        if (MarkerIn(line) is >= 0 and var marker)
            escaped.Insert(marker, '\\');
        return escaped.ToString();
    }

    /// <summary>Returns the position of a character that would begin a heading, quote, list, rule or table; -1 when none would.</summary>
    private static int MarkerIn(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        if (start == line.Length)
            return -1;
        if (line[start] is '#' or '>' or '-' or '+' or '=' or '~' or '|')
            return start;
        var digits = start;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits > start && digits < line.Length && (line[digits] is '.' or ')') ? digits : -1;
    }
}
