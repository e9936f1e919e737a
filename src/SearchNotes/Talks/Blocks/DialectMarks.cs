using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Blocks;

/// <summary>Recognises the lines that only dialects of Markdown know.</summary>
internal static partial class DialectMarks
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>The title of an admonition or tab: <c>!!! note "Mind"</c> → Mind, <c>??? tip</c> → empty; <see langword="null"/> for
    /// any other line.</summary>
    internal static string? Admonition(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        if (trimmed is not (['!', '!', '!', ..] or ['?', '?', '?', ..] or ['=', '=', '=', ..]))
            return null;
        var match = AdmonitionLine().Match(line);
        return match.Success ? match.Groups["title"].Value.Trim() : null;
    }

    /// <summary>The text of a footnote's definition: <c>[^1]: Text</c> → Text; <see langword="null"/> for any other line.</summary>
    internal static string? Footnote(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        if (!trimmed.StartsWith("[^") || line.Length - trimmed.Length > 3)
            return null;
        var end = trimmed.IndexOf("]:");
        return end is < 3 or > 80 || trimmed[..end].Contains(' ') ? null : trimmed[(end + 2)..].TrimStart().ToString();
    }

    /// <summary>The beginning of an alert or call-out, the marks of block quotes before it, and its title; a call-out that is a quote
    /// stays one.</summary>
    internal static (string Marks, string Text, bool IsQuote)? Alert(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        if (!trimmed.Contains("[!", StringComparison.Ordinal))
            return trimmed.StartsWith("?> ") || trimmed.StartsWith("!> ") ? ("", trimmed[3..].Trim().ToString(), true) : null;
        var match = AlertLine().Match(line);
        return match.Success
            ? (match.Groups["marks"].Value, match.Groups["title"].Value.Trim(), match.Groups["kind"].Value.ToLowerInvariant()
                is "quote" or "cite")
            : null;
    }

    /// <summary>The line of a definition as an item of a list: <c>: Text</c> → <c>- Text</c>; <see langword="null"/> for any other
    /// line.</summary>
    internal static string? Definition(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        var indent = line.Length - trimmed.Length;
        return indent <= 3 && trimmed is [':', ' ' or '\t', _, ..] && !trimmed[1..].IsWhiteSpace()
            ? string.Concat(line.AsSpan(0, indent), "-", trimmed[1..]) : null;
    }

    /// <summary>A line that opens or closes a container: its title and attributes.</summary>
    internal static (bool IsClosing, string Title, string Attributes)? Container(string line)
    {
        var trimmed = line.AsSpan().Trim();
        if (!trimmed.StartsWith(":::"))
            return null;
        var rest = trimmed.Trim(':').Trim();
        if (rest.IsEmpty)
            return (true, "", "");
        var match = ContainerLine().Match(rest.ToString());
        if (!match.Success)
            return null;
        var title = match.Groups["label"].Success ? match.Groups["label"] : match.Groups["title"];
        // Pandoc: a word alone is a class.
        var attributes = match.Groups["class"].Success ? "." + match.Groups["class"].Value : match.Groups["attributes"].Value;
        return (false, title.Value.Trim(), attributes);
    }

    /// <summary>Whether a line is an option of a directive: <c>:class: wide</c>.</summary>
    internal static bool IsOption(string line) => line.AsSpan().TrimStart() is [':', ..] && OptionLine().IsMatch(line);

    /// <summary>Whether a page shows nothing of a line: a place for the table of contents, an abbreviation, a block id, a label, a property of
    /// Logseq, a file to include, a page break of LaTeX.</summary>
    internal static bool IsNotShown(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed[0] switch
        {
            '[' or '@' or '$' => (trimmed.Length < 40 && ContentsLine().IsMatch(trimmed)) || IncludeLine().IsMatch(trimmed),
            '!' or '<' => IncludeLine().IsMatch(trimmed),
            '*' => AbbreviationLine().IsMatch(trimmed),
            '^' => BlockIdLine().IsMatch(trimmed),
            '(' => trimmed.EndsWith(")=") && TargetLine().IsMatch(trimmed),
            'i' or 'c' => trimmed.StartsWith("id:: ") || trimmed.StartsWith("collapsed:: "),
            '{' => trimmed is "{{TOC}}" or "{{toc}}" or "{{< toc >}}" or ['{', '!', .., '!', '}'],
            '+' => trimmed is "+++" or ['+', '+', '+', ' ', '{', .., '}'],
            '-' or ';' => trimmed.StartsWith("--8<--") || trimmed.StartsWith(";--8<--"),
            '\\' => trimmed is "\\newpage" or "\\pagebreak" or "\\clearpage" or "\\tableofcontents",
            _ => false,
        };
    }

    [GeneratedRegex(
        @"^[ \t]*(?:!!!|\?\?\?\+?|===[+!]?)[ \t]+(?:[\w-]+(?:[ \t]+[\w-]+)*[ \t]*)?(?:""(?<title>[^""]*)"")?"
        + @"(?:[ \t]*\{[^}]*\})?[ \t]*$", Options)]
    private static partial Regex AdmonitionLine();

    [GeneratedRegex(
        @"^(?<marks>[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*(?:>[ ]?)+)"
        + @"\[!(?<kind>[A-Za-z][\w-]*)(?:\|[^\]]*)?\][+-]?(?<title>.*)$", Options)]
    private static partial Regex AlertLine();

    [GeneratedRegex(
        @"^(?:\{(?<attributes>[^}]*)\}|(?<class>[\w-]+))(?:\{(?<attributes>[^}]*)\})?(?:\[(?<label>[^\]]*)\])?"
        + @"(?:\{(?<attributes>[^}]*)\})?(?<title>.*)$", Options)]
    private static partial Regex ContainerLine();

    [GeneratedRegex(@"^[ \t]*:[A-Za-z][\w-]*:(?:[ \t].*)?$", Options)]
    private static partial Regex OptionLine();

    [GeneratedRegex(@"^(?:\[toc\]|\[\[_?toc_?\]\]|@?\[toc\](?:\([^)]*\))?|\$\{toc\}|\[\[toc:[^\]]*\]\])$",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex ContentsLine();

    // @include(a.md), @include: a.md, !include a.md, <<< @/a.js, [!INCLUDE [a](a.md)], and the cards of Zenn and VuePress.
    [GeneratedRegex(
        @"^(?:[@$]include(?:\([^)]*\)|:[ ]?\S+)|!include(?:url)?[ ]+\S+|!!!include\([^)]*\)!!!|<<<[ ]+[@./]\S*(?:[ ].*)?"
        + @"|@\[(?:card|code|codepen|codesandbox|connpass|docswell|figma|gist|jsfiddle|slideshare|speakerdeck|stackblitz|tweet|video|vimeo"
        + @"|youtube)[^\]]*\]\([^)]*\)|\[!(?:include|video|embed|code)\b.*[\])])$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex IncludeLine();

    // (label)=, which names the heading below it in MyST.
    [GeneratedRegex(@"^\([\w:.-]+\)=$", Options)]
    private static partial Regex TargetLine();

    [GeneratedRegex(@"^\*\[[^\]]+\]:", Options)]
    private static partial Regex AbbreviationLine();

    [GeneratedRegex(@"^\^[A-Za-z0-9-]{2,40}$", Options)]
    private static partial Regex BlockIdLine();
}
