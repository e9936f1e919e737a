namespace SearchNotes.Talks.Blocks;

/// <summary>Finds elements of HTML that a page does not show, in Markdown that is not parsed yet.</summary>
internal static class HiddenElements
{
    private const int MaxTagCharacters = 4_000;
    private const int MaxNameCharacters = 16;

    private static readonly string[] NeverShown =
        ["template", "script", "style", "datalist", "noembed", "noframes", "noscript", "title", "desc"];

    // Their content is for browsers that do not know them.
    private static readonly string[] Embedded = ["video", "audio", "iframe", "canvas"];

    // Elements without an end tag.
    private static readonly string[] Void =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    /// <summary>The place behind a hidden element, or behind a tag of a template language, that begins at a less-than sign; the place
    /// itself if none does.</summary>
    /// <param name="text">The Markdown.</param>
    /// <param name="at">The place of the less-than sign.</param>
    /// <param name="unclosed">Remembers the elements whose end tag was looked for and does not follow.</param>
    internal static int EndOf(string text, int at, HashSet<string> unclosed)
    {
        var rest = text.AsSpan(at, Math.Min(text.Length - at, MaxTagCharacters));
        if (rest.StartsWith("<%"))
            return rest.IndexOf("%>") is > 0 and var end ? at + end + 2 : at;
        if (rest.Length < 3 || !char.IsAsciiLetter(rest[1]))
            return at;
        var length = HtmlText.TagLength(rest);
        if (length == 0)
            return at;
        var tag = rest[..length];
        var name = HtmlText.Name(tag);
        if (!IsHidden(name, tag))
            return IsComponent(tag) ? at + length : at;
        if (tag.EndsWith("/>") || Void.Contains(name))
            return at + length;
        return NeedsEndTag(text, at, name) ? RawEnd(text, at, name, unclosed) : ElementEnd(text, at + length, name);
    }

    // A tag that prose mentions without escaping it ("the <script> tag") hides nothing: its page shows the rest of the sentence.
    private static bool NeedsEndTag(string text, int at, string name) => name is not ("script" or "style" or "template")
        ? NeverShown.Contains(name) || Embedded.Contains(name)
        : at > 0 && text.LastIndexOf('\n', at - 1) is var line && !text.AsSpan(line + 1, at - line - 1).IsWhiteSpace();

    private static int RawEnd(string text, int at, string name, HashSet<string> unclosed)
    {
        if (unclosed.Contains(name))
            return at;
        var end = text.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        end = end < 0 ? end : text.IndexOf('>', end);
        if (end < 0)
            unclosed.Add(name);
        return end < 0 ? at : end + 1;
    }

    /// <summary>Whether attributes in any notation hide what they are set on: <c>hidden</c>, <c>style="display:none"</c>,
    /// <c>v-if="false"</c>.</summary>
    internal static bool Hides(ReadOnlySpan<char> attributes)
    {
        while (attributes.Length > 0)
        {
            var before = attributes;
            if (!HtmlText.TryAttribute(ref attributes, out var name, out var value))
                break;
            // In JSX a style is an object with spaces: style={{ display: 'none' }}.
            if (Hides(name, value is ['{', ..] ? before : value))
                return true;
        }

        return false;
    }

    private static bool Hides(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        Span<char> lower = stackalloc char[MaxNameCharacters];
        if (name.Length > MaxNameCharacters)
            return false;
        return lower[..name.ToLowerInvariant(lower)] switch
        {
            "hidden" => !value.Contains("until-found", StringComparison.OrdinalIgnoreCase)
                && !value.Contains("{false", StringComparison.Ordinal),
            "style" => Style(value, "display", "none") || Style(value, "visibility", "hidden"),
            "v-if" or "v-show" or "x-show" => value is "false",
            _ => false,
        };
    }

    private static bool IsHidden(string name, ReadOnlySpan<char> tag) =>
        NeverShown.Contains(name) || Embedded.Contains(name) || IsClosedDialog(name, tag) || Hides(tag[(1 + name.Length)..]);

    private static bool IsClosedDialog(string name, ReadOnlySpan<char> tag) => name == "dialog" && !IsOpen(tag[(1 + name.Length)..]);

    private static bool IsOpen(ReadOnlySpan<char> attributes)
    {
        while (HtmlText.TryAttribute(ref attributes, out var name, out _))
        {
            if (name.Equals("open", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool Style(ReadOnlySpan<char> attributes, string property, string value)
    {
        var at = attributes.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && attributes[(at + property.Length)..].TrimStart() is [':', .. var rest]
            && rest.TrimStart(" \t\n'\"").StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }

    // <Tabs values={[…]}>: no tag of HTML, and no parser of Markdown takes it for one.
    private static bool IsComponent(ReadOnlySpan<char> tag) => char.IsAsciiLetterUpper(tag[1]) && tag.IndexOf("={") > 0;

    /// <summary>The place behind the end tag. Without one, a paragraph or an item ends at the next one or at a blank line, and anything
    /// else with the text, as in a browser.</summary>
    private static int ElementEnd(string text, int from, string name)
    {
        var endsItself = name is "p" or "li" or "dd" or "dt";
        var depth = 1;
        for (var at = text.IndexOf('<', from); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var rest = text.AsSpan(at + 1);
            if (rest is ['/', .. var closing] && IsNamed(closing, name) && --depth == 0)
                return text.IndexOf('>', at) is >= 0 and var end ? end + 1 : text.Length;
            if (!IsNamed(rest, name) || name is "script" or "style")
                continue;
            if (endsItself)
                return at;
            depth++;
        }

        var blank = endsItself ? text.IndexOf("\n\n", from, StringComparison.Ordinal) : -1;
        return blank < 0 ? text.Length : blank;
    }

    private static bool IsNamed(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (tag.Length == name.Length || tag[name.Length] is '>' or ' ' or '/' or '\n' or '\t');
}
