using System.Buffers;
using System.Net;
using System.Text;

namespace SearchNotes.Posts;

/// <summary>Removes markup from short text such as a title.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> MarkUp = SearchValues.Create("<&*_`[\\~");

    private static readonly HashSet<string> InlineTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "p", "q", "rt", "ruby",
        "s", "small", "span", "strong", "sub", "sup", "tt", "u", "wbr",
    };

    /// <summary>Returns the text with single spaces and without HTML tags, Markdown emphasis, code marks and link targets. HTML entities
    /// are decoded.</summary>
    /// <remarks>"**Notes** on `a[0]`" → Notes on a[0]; "[Loop Better](http://x)" → Loop Better; "Tom &amp;amp; Ann" → Tom &amp; Ann;
    /// "snake_case, List&lt;T&gt; and 2 * 3" is unchanged.</remarks>
    internal static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(MarkUp) < 0)
            return SingleSpaced(text);

        var withoutTags = text.Contains('<', StringComparison.Ordinal) ? WithoutTags(text) : text;
        return SingleSpaced(WithoutMarks(WebUtility.HtmlDecode(withoutTags)));
    }

    /// <summary>Returns the text trimmed and with each run of white space replaced by one space.</summary>
    internal static string SingleSpaced(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        if (plain.Length > 0 && plain[^1] == ' ')
            plain.Length--;
        return plain.Length == text.Length ? text : plain.ToString();
    }

    private static string WithoutTags(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '<' ? text.IndexOf('>', i) : -1;
            if (end < 0 || !IsInlineTag(text.AsSpan(i + 1, end - i - 1)))
                plain.Append(text[i]);
            else
                i = end;
        }

        return plain.ToString();
    }

    private static bool IsInlineTag(ReadOnlySpan<char> inside)
    {
        inside = inside.TrimStart('/');
        var length = 0;
        while (length < inside.Length && char.IsAsciiLetter(inside[length]))
            length++;
        return InlineTags.Contains(inside[..length].ToString())
            && (length == inside.Length || inside[length] is ' ' or '/' or '\t' or '\n');
    }

    private static bool IsAsciiPunctuation(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));

    private static string WithoutMarks(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length && IsAsciiPunctuation(text[i + 1]))
            {
                plain.Append(text[++i]);
            }
            else if (c == '[' && Link(text, i) is { } link)
            {
                (i, _) = (link.End, plain.Append(WithoutMarks(link.Text)));
            }
            else if (c == '`' && text.IndexOf('`', i + 1) is > 0 and var end)
            {
                (i, _) = (end, plain.Append(text, i + 1, end - i - 1));
            }
            else if (!IsMark(text, i))
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    /// <summary>Returns the text and the last position of a link or wiki link that begins at the given position.</summary>
    private static (string Text, int End)? Link(string text, int start)
    {
        if (text.AsSpan(start).StartsWith("[[") && text.IndexOf("]]", start, StringComparison.Ordinal) is > 0 and var wikiEnd)
            return (text[(start + 2)..wikiEnd].Split('|')[^1], wikiEnd + 1);

        var close = text.IndexOf(']', start);
        if (close < 0 || close + 1 >= text.Length || text[close + 1] is not ('(' or '['))
            return null;

        var end = text.IndexOf(text[close + 1] == '(' ? ')' : ']', close + 1);
        return end < 0 ? null : (text[(start + 1)..close], end);
    }

    private static bool IsMark(string text, int i)
    {
        var c = text[i];
        if (c is not ('*' or '_' or '~'))
            return false;

        var first = i;
        while (first > 0 && text[first - 1] == c)
            first--;
        var last = i;
        while (last + 1 < text.Length && text[last + 1] == c)
            last++;
        var before = first == 0 ? ' ' : text[first - 1];
        var after = last + 1 == text.Length ? ' ' : text[last + 1];

        // A single tilde means "about". A mark between spaces, or an underscore inside a word, is literal.
        return c switch
        {
            '~' when first == last => false,
            '_' when char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) => false,
            _ => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)),
        };
    }
}
