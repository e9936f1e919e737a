using System.Text;

namespace SearchNotes.Posts.Keys;

/// <summary>Reads Pandoc's title block: title, authors separated by semicolons, and date, each after a percent sign.</summary>
internal static class PandocEntries
{
    private static readonly string[] Keys = ["title", "author", "date"];

    /// <summary>Returns up to three keys.</summary>
    internal static IReadOnlyList<FrontMatterEntry> Read(string block, int firstLine)
    {
        var texts = new List<(int Line, StringBuilder Text)>();
        var lines = new TextLines(block, 0, firstLine);
        while (lines.Read())
        {
            var text = lines.Line.TrimStart('%').Trim();
            if (lines.Line.StartsWith("%") && texts.Count < Keys.Length)
                texts.Add((lines.Number, new StringBuilder().Append(text)));
            else if (texts.Count > 0)
                texts[^1].Text.Append(' ').Append(text);
        }

        return [.. texts.Select((t, i) => new FrontMatterEntry(Keys[i], t.Line, t.Text.ToString())).Where(e => e.Text.Length > 0)];
    }
}
