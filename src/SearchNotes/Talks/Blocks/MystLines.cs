namespace SearchNotes.Talks.Blocks;

/// <summary>Rewrites the lines that only MyST knows, the Markdown of Sphinx and Jupyter Book: comments that begin with a percent sign, and
/// directives of prose in back ticks.</summary>
internal sealed class MystLines
{
    // Directives whose content is Markdown.
    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal)
    {
        "admonition", "aside", "attention", "card", "caution", "danger", "deprecated", "dropdown", "epigraph", "error", "exercise", "figure",
        "grid", "grid-item", "grid-item-card", "hint", "important", "margin", "note", "seealso", "sidebar", "solution", "tab-item",
        "tab-set", "tip", "topic", "versionadded", "versionchanged", "warning",
    };

    // Directives whose content is no text of the page: lists of files, file names, text for other formats.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "bibliography", "contents", "image", "include", "index", "literalinclude", "raw", "tableofcontents", "toctree",
    };

    // Directives and roles that no other dialect has.
    private static readonly string[] Signs =
        ["{code-cell}", "{code-block}", "{eval-rst}", "{toctree}", "{figure}", "{list-table}", "{doc}`", "{ref}`", "{term}`", "{cite}`", "{numref}`"];

    /// <summary>Whether a text uses directives or roles of MyST.</summary>
    internal static bool AreIn(string text) =>
        Array.Exists(Signs, sign => text.Contains(sign, StringComparison.Ordinal))
        || Prose.Any(name => text.Contains($"```{{{name}}}", StringComparison.Ordinal));

    /// <summary>Returns a text with as many lines, in which comments, options of code and silent directives are blank, and directives of
    /// prose are containers.</summary>
    internal static string Rewrite(string text)
    {
        var lines = text.Split('\n');
        var reading = new MystLines();
        for (var i = 0; i < lines.Length; i++)
            lines[i] = reading.Shown(lines[i]);
        return string.Join('\n', lines);
    }

    private readonly Stack<string> open = new();
    private OpenFence fence;
    private bool isSilent;
    private bool isHead;

    private string Shown(string line)
    {
        var trimmed = line.AsSpan().Trim();
        if (fence.IsOpen)
            return InFence(line, trimmed);
        if (open.Count > 0 && trimmed.StartsWith(open.Peek(), StringComparison.Ordinal) && trimmed.Trim('`').IsEmpty)
        {
            open.Pop();
            return ":::";
        }

        var (marks, name, arguments) = Directive(trimmed);
        if (Prose.Contains(name))
        {
            open.Push(marks);
            return name == "figure" ? ":::{figure}" : $":::{{{name}}}{arguments}";
        }

        if (!fence.IsInside(trimmed))
            return trimmed is ['%', ..] ? "" : line;
        (isSilent, isHead) = (Silent.Contains(name), name.Length > 0);
        return isSilent ? "" : line;
    }

    // The options of a directive come first: ":linenos:".
    private string InFence(string line, ReadOnlySpan<char> trimmed)
    {
        fence.IsInside(trimmed);
        isHead = isHead && DialectMarks.IsOption(line);
        return isSilent || isHead ? "" : line;
    }

    /// <summary>A line that opens a directive in back ticks: its marks, its name and what follows; empty for any other line.</summary>
    private static (string Marks, string Name, string Arguments) Directive(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart('`');
        var end = rest.IndexOf('}');
        return line.Length - rest.Length >= 3 && end > 1 && rest[0] == '{'
            ? (line[..^rest.Length].ToString(), rest[1..end].ToString(), rest[(end + 1)..].ToString())
            : ("", "", "");
    }
}
