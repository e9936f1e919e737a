using System.Text;

namespace SearchNotes.Talks.Blocks;

/// <summary>A role of MyST before inline code: <c>{doc}`text`</c>. Its page shows the text without the role.</summary>
/// <param name="Length">The characters of the role at the end of the text before the code; 0 if there is no role.</param>
/// <param name="IsProse">Whether the text of the role is prose and not code.</param>
internal readonly record struct MystRole(int Length, bool IsProse)
{
    private const int MaxCharacters = 40;

    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal)
    {
        "abbr", "any", "dfn", "doc", "download", "emphasis", "guilabel", "index", "menuselection", "numref", "ref", "strong", "sub",
        "subscript", "sup", "superscript", "term",
    };

    /// <summary>Finds the role at the end of a text.</summary>
    internal static MystRole Before(StringBuilder text)
    {
        if (text.Length < 4 || text[^1] != '}')
            return default;
        for (var length = 2; length <= Math.Min(text.Length, MaxCharacters); length++)
        {
            var c = text[^length];
            if (c == '{')
                return length > 3 ? new(length, Prose.Contains(text.ToString(text.Length - length + 1, length - 2))) : default;
            if (!char.IsAsciiLetterOrDigit(c) && c is not (':' or '-' or '_' or '.'))
                return default;
        }

        return default;
    }

    /// <summary>What the page shows of the content: <c>text &lt;target&gt;</c> → text.</summary>
    internal static string Shown(string content) =>
        content.EndsWith('>') && content.LastIndexOf(" <", StringComparison.Ordinal) is > 0 and var target ? content[..target] : content;
}
