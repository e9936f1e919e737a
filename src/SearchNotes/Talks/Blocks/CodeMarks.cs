using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Blocks;

/// <summary>Takes out of fenced code what only the highlighter or the runner of the code reads.</summary>
/// <remarks>
/// Shiki, VitePress and VuePress: <c>// [!code focus]</c>. Docusaurus and Gatsby: <c>// highlight-next-line</c>, <c>// hide-line</c>.
/// Quarto and R Markdown: <c>#| label: a</c>, and the code of blocks with <c>echo: false</c>.
/// </remarks>
internal static partial class CodeMarks
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>The code as its page shows it; empty if the page does not show it.</summary>
    /// <param name="code">The lines of the block.</param>
    /// <param name="info">What follows the fence; <see langword="null"/> for code without one.</param>
    internal static string Remove(string code, string? info)
    {
        if (info is ['{', ..])
            return Executed(code, info);
        return code.Contains("[!code ", StringComparison.Ordinal) || code.Contains("highlight-", StringComparison.Ordinal)
            || code.Contains("hide-", StringComparison.Ordinal) ? WithoutMarks(code) : code;
    }

    private static string WithoutMarks(string code)
    {
        var shown = new List<string>();
        var lines = code.Split('\n');
        var lastEnd = Array.FindLastIndex(lines, IsHideEnd);
        var (hides, hidesNext) = (false, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var mark = HideMark().Match(lines[i]);
            var kind = mark.Success ? mark.Groups["kind"].Value : "";
            var isHidden = hides || hidesNext || kind.Length > 0;
            hidesNext = kind == "next-line";
            hides = kind == "start" ? i < lastEnd : hides && kind != "end";
            if (!isHidden && Shown(lines[i]) is { } text)
                shown.Add(text);
        }

        return string.Join('\n', shown);
    }

    private static bool IsHideEnd(string line) => HideMark().Match(line) is { Success: true } mark && mark.Groups["kind"].Value == "end";

    // A line that holds nothing but the mark is not on the page.
    private static string? Shown(string line)
    {
        if (!line.Contains("[!code ", StringComparison.Ordinal) && !line.Contains("highlight-", StringComparison.Ordinal))
            return line;
        var shown = MarkInText().Replace(Mark().Replace(line, ""), "");
        return shown.Length == line.Length || !string.IsNullOrWhiteSpace(shown) ? shown : null;
    }

    // Quarto, R Markdown: ```{r, echo=FALSE}, and the options at the head of the code.
    private static string Executed(string code, string info)
    {
        if (HidingOption().IsMatch(info))
            return "";
        var lines = code.Split('\n');
        var options = 0;
        while (options < lines.Length && CellOption().IsMatch(lines[options]))
            options++;
        return lines.Take(options).Any(line => HidingOption().IsMatch(line)) ? "" : string.Join('\n', lines[options..]);
    }

    private const string Opening = @"[ \t]*(?:\{/\*|/\*|//|#|--|;+|%|'|""|<!--)[ \t]*";
    private const string Closing = @"[ \t]*(?:\*/\}?|-->)?[ \t]*$";

    [GeneratedRegex(Opening + @"(?:(?:\[!code [^\]]*\][ \t]*)+|highlight-(?:next-line|line|start|end|range\{[^}]*\}))" + Closing, Options)]
    private static partial Regex Mark();

    // The mark behind a remark of its own: // Text [!code focus].
    [GeneratedRegex(@"[ \t]*\[!code [^\]]*\]", Options)]
    private static partial Regex MarkInText();

    [GeneratedRegex(Opening + "hide-(?<kind>next-line|line|start|end)" + Closing, Options)]
    private static partial Regex HideMark();

    [GeneratedRegex(@"^[ \t]*(?:#|//|--|%%)\|", Options)]
    private static partial Regex CellOption();

    [GeneratedRegex(@"\b(?:echo|include)[ \t]*[=:][ \t]*(?:FALSE|F|false)\b", Options)]
    private static partial Regex HidingOption();
}
