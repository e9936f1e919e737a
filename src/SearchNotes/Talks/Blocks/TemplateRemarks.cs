namespace SearchNotes.Talks.Blocks;

/// <summary>A remark, or the beginning of raw text, at a place of a text.</summary>
/// <param name="End">The place behind what is not shown.</param>
/// <param name="RawEnd">The end of the raw text that begins at <paramref name="End"/>, its closing tag included; else 0.</param>
/// <param name="Shown">What the page shows instead.</param>
internal readonly record struct TemplateRemark(int End, int RawEnd = 0, string Shown = "");

/// <summary>Recognises the remarks of Liquid, Jinja, Handlebars, Hugo, Kramdown, MDX, Obsidian, CriticMarkup and their kin.</summary>
internal sealed class TemplateRemarks(string text)
{
    /// <summary>Stands for a brace that the page shows and no template tag begins with. A character for private use.</summary>
    internal const char LiteralBrace = '\uE07B';

    // A remark whose end is missing is none; where an end was missed once it is not looked for again.
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);
    private readonly BraceConditions conditions = new(text);

    /// <summary>Finds the remark that begins at a brace or a percent sign. Without a remark its end is the position itself.</summary>
    internal TemplateRemark At(int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("%%"))
            return new(ObsidianEnd(at));
        if (rest.StartsWith("{%"))
            return Liquid(at);
        if (conditions.EndOf(at) is var end && end > at)
            return new(end);
        if (rest.StartsWith("{{"))
            return Braces(at);
        if (rest.StartsWith("{#"))
            return new(Jinja(at));
        if (rest.StartsWith("{/*"))
            return new(Behind(at, at + 3, "*/}"));
        if (rest.StartsWith("{ /*"))
            return new(Behind(at, at + 4, "*/ }"));
        if (rest.StartsWith("{\" \"}") || rest.StartsWith("{' '}"))
            return new(at + "{' '}".Length, Shown: " ");
        if (rest.StartsWith("{>>"))
            return new(Behind(at, at + 3, "<<}"));
        if (rest.StartsWith("{--"))
            return new(InParagraph(at, Behind(at, at + 3, "--}")));
        if (rest.StartsWith("{~~"))
            return Substitution(at);
        return new(rest.StartsWith("{::") ? Kramdown(at) : at);
    }

    /// <summary>The place behind a remark of LaTeX that begins at a backslash; the place itself if none does.</summary>
    internal int LatexEnd(int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("\\begin{comment}"))
            return Behind(at, at, "\\end{comment}");
        return rest.StartsWith("\\iffalse") && (at == 0 || text[at - 1] == '\n') ? Behind(at, at, "\n\\fi") : at;
    }

    /// <summary>Whether a whole line is a tag that opens or closes raw text.</summary>
    internal static bool IsRawTag(ReadOnlySpan<char> line) => line.Length > 0 && RawTagLength(line) == line.Length;

    /// <summary>The length of the tag of raw text that a text begins with, or 0.</summary>
    internal static int RawTagLength(ReadOnlySpan<char> text)
    {
        var name = TagName(text, out var length);
        return name is "raw" or "endraw" or "verbatim" or "endverbatim" ? length : 0;
    }

    private TemplateRemark Liquid(int at)
    {
        var name = TagName(text.AsSpan(at), out var length);
        switch (name)
        {
            case "comment" or "doc":
                return new(EndTag(at + length, "end" + name.ToString()) is var (_, end) && end > 0 ? end : MarkdocEnd(at, at + length));
            case "" when text.AsSpan(at, length).Trim("{%-+ \t\n").StartsWith("#"):
                return new(at + length);
            case "raw" or "verbatim":
                var raw = EndTag(at + length, "end" + name.ToString());
                return raw.End > 0 ? new(at + length, raw.End) : new(at);
            case "capture" or "macro":
            case "set" when !text.AsSpan(at, length).Contains('='):
                return new(EndTag(at + length, "end" + name.ToString()) is var (_, behindName) && behindName > 0 ? behindName : at);
            case "if" when IsFalse(text.AsSpan(at, length)):
            case "unless" when text.AsSpan(at, length).Trim("{}%- ").SequenceEqual("unless true"):
                var (start, behind) = EndTag(at + length, "end" + name.ToString(), name.ToString());
                return new(behind == 0 ? at : IsTag(start, "end" + name.ToString()) ? behind : start);
            default:
                return new(at);
        }
    }

    // {% comment %} … {% /comment %}
    private int MarkdocEnd(int at, int from) => Behind(at, from, "{% /comment %}");

    private static bool IsFalse(ReadOnlySpan<char> tag) => tag.Trim("{}%- ").ToString() is "if false" or "if nil";

    private bool IsTag(int at, string name) => TagName(text.AsSpan(at), out _).SequenceEqual(name);

    /// <summary>Returns where a closing tag begins and ends; zeros without a closing tag.</summary>
    /// <param name="from">Where to begin.</param>
    /// <param name="name">The name of the closing tag.</param>
    /// <param name="nested">The name of a condition: opening tags that are skipped together with their ends. Its other branches, such as
    /// <c>else</c>, close as well.</param>
    private (int Start, int End) EndTag(int from, string name, string nested = "")
    {
        if (missing.Contains(name))
            return default;
        var depth = 0;
        for (var at = text.IndexOf("{%", from, StringComparison.Ordinal); at >= 0; at =
            text.IndexOf("{%", at + 2, StringComparison.Ordinal))
        {
            var found = TagName(text.AsSpan(at), out var length);
            if (nested.Length > 0 && found.SequenceEqual(nested))
                depth++;
            else if (depth > 0)
                depth -= found.SequenceEqual(name) ? 1 : 0;
            else if (found.SequenceEqual(name) || (nested.Length > 0 && found is "else" or "elsif" or "elif" or "elseif"))
                return (at, at + length);
        }

        missing.Add(name);
        return default;
    }

    /// <summary>The name of the tag that a text begins with: <c>{%- comment -%}</c> → comment. Empty if there is none.</summary>
    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (!text.StartsWith("{%"))
            return default;
        var end = text[..Math.Min(text.Length, 400)].IndexOf("%}");
        if (end < 0)
            return default;
        length = end + 2;
        var inside = text[2..end].Trim("-+ \t\n");
        var name = inside.IndexOfAnyExceptInRange('a', 'z');
        return name < 0 ? inside : inside[..name];
    }

    private TemplateRemark Braces(int at)
    {
        var inside = text.AsSpan(at + 2);
        if (inside.StartsWith("!--"))
            return new(Behind(at, at + 5, "--}}"));
        if (inside.StartsWith("!"))
            return new(Behind(at, at + 3, "}}"));
        if (inside.TrimStart("- ").StartsWith("/*") && Behind(at, at + 4, "*/") is var remark && remark > at)
            return new(Behind(at, remark, "}}"));
        if (inside.StartsWith("</*") || inside.StartsWith("%/*"))
            return Escaped(at);
        return new(Shortcode(at));
    }

    // CriticMarkup: {~~old~>new~~} is new.
    private TemplateRemark Substitution(int at)
    {
        var end = InParagraph(at, Behind(at, at + 3, "~~}"));
        var change = text.AsSpan(at, end - at).IndexOf("~>");
        return change < 0 ? new(at) : new(end, Shown: text[(at + change + 2)..(end - 3)]);
    }

    private int InParagraph(int at, int end) => text.AsSpan(at, end - at).IndexOf("\n\n") < 0 ? end : at;

    // Hugo shows {{</* x */>}} as {{< x >}}.
    private TemplateRemark Escaped(int at)
    {
        var end = Behind(at, at + 5, "*/" + (text[at + 2] == '<' ? ">" : "%") + "}}");
        return end == at || end - at > 400
            ? new(at)
            : new(end, Shown: text[at..end].Replace("/*", "", StringComparison.Ordinal).Replace("*/", "", StringComparison.Ordinal)
                .Replace('{', LiteralBrace));
    }

    private int Shortcode(int at)
    {
        var inside = text.AsSpan(at + 2);
        var mark = inside.Length > 0 && inside[0] is '<' or '%' ? inside[0] : '\0';
        if (mark == '\0' || !inside[1..].TrimStart().StartsWith("comment"))
            return at;
        foreach (var closing in (string[])["/comment", " /comment"])
        {
            if (Behind(at, at + 2, $"{{{{{mark}{closing}") is var end && end > at)
                return Behind(at, end, "}}");
        }

        return at;
    }

    // {#id} and {#id .class} are attributes.
    private int Jinja(int at)
    {
        var end = Behind(at, at + 2, "#}");
        var brace = text.IndexOf('}', at);
        return end > at && brace == end - 1 ? end : end > at && text.AsSpan(at, brace - at).ContainsAny(' ', '\n')
            && !IsAttributes(text.AsSpan(at + 2, brace - at - 2)) ? end : at;
    }

    private static bool IsAttributes(ReadOnlySpan<char> inside) =>
        !char.IsWhiteSpace(inside[0]) && inside.IndexOf('\n') < 0 && inside.ContainsAny('.', '=');

    private int Kramdown(int at)
    {
        var open = Behind(at, at + 3, "}");
        if (open == at || open - at > 400)
            return at;
        var tag = text.AsSpan(at + 3, open - at - 4);
        if (tag.EndsWith("/") || !tag.StartsWith("comment"))
            return open;
        var named = Behind(at, open, "{:/comment}");
        var plain = Behind(at, open, "{:/}");
        return named > at && (plain == at || named < plain) ? named : plain > at ? plain : open;
    }

    /// <summary>The end of Obsidian's %%remark%%. A remark over several lines begins its line, or has space inside its signs; "100%% sure"
    /// is not a remark.</summary>
    private int ObsidianEnd(int at)
    {
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '%'))
            return at;
        var end = Behind(at, at + 2, "%%");
        if (end == at || (end < text.Length && text[end] == '%'))
            return at;
        var inside = text.AsSpan(at + 2, Math.Max(0, end - at - 4));
        var lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var beginsLine = at == 0 || text.AsSpan(lineStart, Math.Max(0, at - lineStart)).IndexOfAnyExcept(" \t>") < 0;
        return beginsLine || inside.IndexOf('\n') < 0 || IsSpaced(inside) ? end : at;
    }

    private static bool IsSpaced(ReadOnlySpan<char> remark) =>
        remark is ['\n', .., '\n'] || (remark is [' ', .., ' '] && remark.IndexOf("\n\n") < 0);

    /// <summary>The place behind a closing sign; <paramref name="otherwise"/> if it does not follow.</summary>
    private int Behind(int otherwise, int from, string closing)
    {
        if (from > text.Length || missing.Contains(closing))
            return otherwise;
        var found = text.IndexOf(closing, from, StringComparison.Ordinal);
        if (found >= 0)
            return found + closing.Length;
        missing.Add(closing);
        return otherwise;
    }
}
