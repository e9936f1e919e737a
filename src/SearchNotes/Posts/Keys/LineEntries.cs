using System.Text;

namespace SearchNotes.Posts.Keys;

/// <summary>Reads "key: value" line by line, for the dialects that consist of such lines and for YAML or TOML that does not
/// parse.</summary>
/// <remarks><c>title: Erlang: the movie</c> is common and is not valid YAML.</remarks>
internal sealed class LineEntries
{
    private readonly FrontMatterEntries entries = new();
    private string? key;
    private int line;
    private readonly StringBuilder text = new();
    private List<string>? items;

    /// <summary>Returns the keys of all lines that have one.</summary>
    internal static IReadOnlyList<FrontMatterEntry> Read(string block, int firstLine, char separator)
    {
        var reading = new LineEntries();
        var lines = new TextLines(block, 0, firstLine);
        var indent = -1;
        while (lines.Read())
        {
            var trimmed = lines.Line.TrimStart();
            if (trimmed.IsWhiteSpace())
                continue;

            var indentHere = lines.Line.Length - trimmed.Length;
            indent = indent < 0 ? indentHere : indent;
            reading.ReadLine(trimmed.TrimEnd(), lines.Number, indentHere <= indent, separator);
        }

        reading.Close();
        return reading.entries.All;
    }

    private void ReadLine(ReadOnlySpan<char> line, int number, bool isOuter, char separator)
    {
        var length = isOuter ? FrontMatterLine.KeyLength(line, separator) : 0;
        if (length > 0)
        {
            Close();
            key = FrontMatterLine.Key(line[..length]).ToString();
            this.line = number;
            ReadValue(line[(length + 1)..].Trim());
        }
        else if (line.StartsWith("- ") || line.StartsWith("* "))
        {
            (items ??= []).Add(Unquoted(line[2..].Trim()));
        }
        else if (line[0] != '#' && key is not null)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(line);
        }
    }

    private void ReadValue(ReadOnlySpan<char> value)
    {
        items = null;
        if (value is ['[', .., ']'])
        {
            items = [.. value[1..^1].ToString().Split(',', StringSplitOptions.TrimEntries).Select(item => Unquoted(item))
                .Where(item => item.Length > 0)];
        }
        text.Clear().Append(items is not null || value is "|" or ">" or "|-" or ">-" ? "" : value);
    }

    private void Close()
    {
        if (key is null)
            return;

        var first = entries.Count;
        foreach (var item in items ?? [])
            entries.Add(key, line, item);
        if (items is null)
            entries.Add(key, line, Unquoted(text.ToString()));
        else
            entries.CloseList(key, line, first);
        key = null;
    }

    private static string Unquoted(ReadOnlySpan<char> value) =>
        (value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1] : value).ToString();
}
