namespace SearchNotes.Talks.Blocks;

/// <summary>Rewrites the lines that only MyST knows, the Markdown of Sphinx and Jupyter Book: comments that begin with a percent sign, and
/// directives of prose in back ticks.</summary>
internal static class MystLines
{
    // Directives whose content is Markdown.
    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal)
    {
        "admonition", "aside", "attention", "card", "caution", "danger", "deprecated", "dropdown", "epigraph", "error", "exercise", "grid",
        "grid-item", "grid-item-card", "hint", "important", "margin", "note", "seealso", "sidebar", "solution", "tab-item", "tab-set", "tip",
        "topic", "versionadded", "versionchanged", "warning",
    };

    // Directives and roles that no other dialect has.
    private static readonly string[] Signs =
        ["{code-cell}", "{code-block}", "{eval-rst}", "{toctree}", "{figure}", "{list-table}", "{doc}`", "{ref}`", "{term}`", "{cite}`", "{numref}`"];

    /// <summary>Whether a text uses directives or roles of MyST.</summary>
    internal static bool AreIn(string text) =>
        Array.Exists(Signs, sign => text.Contains(sign, StringComparison.Ordinal))
        || Prose.Any(name => text.Contains($"```{{{name}}}", StringComparison.Ordinal));

    /// <summary>Returns a text with as many lines, in which comments are blank and directives of prose are containers.</summary>
    internal static string Rewrite(string text)
    {
        var lines = text.Split('\n');
        var open = new Stack<string>();
        var fence = default(OpenFence);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (fence.IsOpen)
                fence.IsInside(line);
            else if (open.Count > 0 && line.StartsWith(open.Peek(), StringComparison.Ordinal) && line.Trim('`').IsEmpty)
                (lines[i], _) = (":::", open.Pop());
            else if (Directive(line) is { Length: > 0 } marks)
                (lines[i], _) = (":::" + line[marks.Length..].ToString(), Push(open, marks));
            else if (!fence.IsInside(line) && line is ['%', ..])
                lines[i] = "";
        }

        return string.Join('\n', lines);
    }

    private static int Push(Stack<string> open, string marks)
    {
        open.Push(marks);
        return open.Count;
    }

    /// <summary>The back ticks that open a directive of prose; empty for any other line.</summary>
    private static string Directive(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart('`');
        var end = rest.IndexOf('}');
        var isDirective = line.Length - rest.Length >= 3 && end > 1 && rest[0] == '{';
        return isDirective && Prose.Contains(rest[1..end].ToString()) ? line[..^rest.Length].ToString() : "";
    }
}
