namespace SearchNotes.Talks.Blocks;

/// <summary>Recognises the statements of MDX: <c>import Tabs from '@theme/Tabs'</c>, <c>export const x = 1</c>.</summary>
internal static class ModuleLines
{
    private const int MaxLines = 200;

    private static readonly string[] Declarations =
        ["const", "let", "var", "function", "default", "class", "async", "type", "interface", "{", "*"];

    /// <summary>Number of lines taken by the statements that begin at a line; 0 if none do. They end at a blank line once all brackets are
    /// closed.</summary>
    internal static int Length(string[] lines, int index)
    {
        if (!IsImport(lines, index) && !IsExport(lines[index]))
            return 0;
        var open = 0;
        for (var i = index; i < Math.Min(lines.Length, index + MaxLines); i++)
        {
            if (open <= 0 && i > index && string.IsNullOrWhiteSpace(lines[i]))
                return i - index;
            foreach (var c in lines[i])
                open += c is '{' or '[' or '(' ? 1 : c is '}' or ']' or ')' ? -1 : 0;
        }

        return open <= 0 ? Math.Min(lines.Length - index, MaxLines) : 0;
    }

    // import x from 'y', import 'y', import { a, b } from "y", the names over several lines.
    private static bool IsImport(string[] lines, int index)
    {
        var line = lines[index].AsSpan();
        if (!line.StartsWith("import ", StringComparison.Ordinal) && !line.StartsWith("import{", StringComparison.Ordinal))
            return false;
        var rest = line[6..].Trim();
        for (var i = index + 1; rest.Contains('{') && !rest.Contains('}') && i < Math.Min(lines.Length, index + 30); i++)
            rest = string.Concat(rest, " ", lines[i]);
        rest = rest.TrimEnd("; ");
        if (rest.Length < 3 || rest[^1] is not ('\'' or '"'))
            return false;
        var open = rest[..^1].LastIndexOf(rest[^1]);
        return open == 0 || (open > 0 && rest[..open].TrimEnd() is [.., ' ' or '}', 'f', 'r', 'o', 'm']);
    }

    private static bool IsExport(string line)
    {
        if (!line.StartsWith("export ", StringComparison.Ordinal))
            return false;
        var rest = line.AsSpan(7).TrimStart();
        foreach (var declaration in Declarations)
        {
            if (rest.StartsWith(declaration, StringComparison.Ordinal)
                && (declaration.Length == 1 || rest[declaration.Length..].StartsWith(" ")))
            {
                return rest.IndexOfAny('=', '{', '(') >= 0 || declaration == "default";
            }
        }

        return false;
    }
}
