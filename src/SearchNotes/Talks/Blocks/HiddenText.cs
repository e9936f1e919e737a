using System.Buffers;
using System.Text;

namespace SearchNotes.Talks.Blocks;

/// <summary>Takes out of a post's Markdown what its page does not show: remarks of template languages and hidden elements.</summary>
/// <remarks>
/// No line is moved: line ends stay. Fenced code and inline code are copied. What stands between <c>{% raw %}</c> and
/// <c>{% endraw %}</c> is shown as written, so its braces become <see cref="TemplateRemarks.LiteralBrace"/> until the text is finished.
/// </remarks>
internal sealed class HiddenText
{
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["{%", "{#", "{{", "{/*", "{:", "{>>", "{--", "{~~", "{false", "%%", "<%", "hidden", "display", "visibility", "<template",
            "<script", "<style", "<dialog", "<datalist", "<noembed", "<noframes", "<noscript", "<title", "<desc", "<video", "<audio",
            "<iframe", "<canvas", "{ /*", "</>", "{\" \"}", "{' '}", "\\begin{comment}", "\\iffalse", "={", "`{=", "=\"false", "='false"],
        StringComparison.OrdinalIgnoreCase);

    private const int MaxAttributes = 200;
    private const int MaxSpan = 1_000;

    private readonly string text;
    private readonly StringBuilder shown;
    private readonly TemplateRemarks remarks;
    private readonly CodeSpans code;
    private readonly HashSet<string> unclosed = new(StringComparer.Ordinal);
    private int rawEnd;
    private int fragments;
    private int? lastFragment;

    private HiddenText(string text)
    {
        this.text = text;
        shown = new StringBuilder(text.Length);
        remarks = new TemplateRemarks(text);
        code = new CodeSpans(text);
    }

    /// <summary>The text without what the page does not show, with the same number of lines.</summary>
    internal static string Remove(string text) => text.AsSpan().ContainsAny(Signs) ? new HiddenText(text).Read() : text;

    private string Read()
    {
        var fence = default(OpenFence);
        for (var start = 0; start < this.text.Length;)
        {
            var line = LineAt(start);
            var isCode = fence.IsInside(line);
            // What is hidden may end on a later line, and the text behind it is no line of its own.
            start = isCode ? CopyCode(start, start + line.Length) : CopyText(start, start + line.Length);
        }

        return shown.ToString();
    }

    private ReadOnlySpan<char> LineAt(int start)
    {
        var end = this.text.IndexOf('\n', start);
        return end < 0 ? this.text.AsSpan(start) : this.text.AsSpan(start, end + 1 - start);
    }

    private int CopyCode(int start, int end)
    {
        // Liquid runs before Markdown: the tags around raw text are not on the page, even in code.
        var line = this.text.AsSpan(start, end - start);
        if (TemplateRemarks.IsRawTag(line.Trim()))
            shown.Append(line.EndsWith("\n") ? "\n" : "");
        else
            shown.Append(line);
        return end;
    }

    // Hidden text and inline code may end on a later line; that line is copied to its end as well.
    private int CopyText(int start, int end)
    {
        for (var i = start; i < end;)
        {
            i = CopyPart(i);
            if (i > end)
                end = this.text.IndexOf('\n', i - 1) is >= 0 and var lineEnd ? lineEnd + 1 : this.text.Length;
        }

        return end;
    }

    private int CopyPart(int at)
    {
        if (at < rawEnd)
            return CopyRaw(at);
        if (Hide(at) is var behind && behind > at)
            return behind;
        if (this.text[at] == '`' && RawEnd(code.EndOf(at)) is > 0 and var rawOfOtherFormat)
            return Skip(at, rawOfOtherFormat);
        var end = this.text[at] switch
        {
            '`' => code.EndOf(at),
            '\\' => Math.Min(at + 2, this.text.Length),
            _ => at + 1,
        };
        shown.Append(this.text, at, end - at);
        return end;
    }

    /// <summary>Returns the end of the attribute of Pandoc that makes the inline code before it the text of another format,
    /// <c>{=latex}</c>; 0 if there is none.</summary>
    private int RawEnd(int at)
    {
        var rest = this.text.AsSpan(at);
        var end = rest.StartsWith("{=") ? rest.IndexOf('}') : -1;
        return end is < 3 or > MaxAttributes || FormatConditions.IsHtml(rest[2..end]) ? 0 : at + end + 1;
    }

    /// <summary>Leaves out what is hidden at a place.</summary>
    /// <returns>The place behind it; the place itself if nothing is hidden there.</returns>
    private int Hide(int at)
    {
        switch (this.text[at])
        {
            case '{' when shown.Length > 0 && shown[^1] == ']' && HiddenSpan(at) is > 0 and var spanEnd:
                return spanEnd;
            case '{' or '%':
                var remark = remarks.At(at);
                rawEnd = remark.RawEnd;
                shown.Append(remark.Shown);
                return Skip(at, remark.End);
            case '\\':
                return Skip(at, remarks.LatexEnd(at));
            case '<' when FragmentLength(at) is > 0 and var length:
                return Skip(at, at + length);
            case '<':
                return Skip(at, HiddenElements.EndOf(this.text, at, unclosed));
            default:
                return at;
        }
    }

    // The tags of a fragment in JSX, <>text</>. "a <> b" compares.
    private int FragmentLength(int at)
    {
        var rest = this.text.AsSpan(at);
        if (rest.StartsWith("</>"))
            return fragments > 0 && fragments-- > 0 ? 3 : 0;
        if (!rest.StartsWith("<>"))
            return 0;
        lastFragment ??= this.text.LastIndexOf("</>", StringComparison.Ordinal);
        var compares = at > 0 && this.text[at - 1] == ' ' && rest[2..] is [' ', ..];
        if (compares || at > lastFragment)
            return 0;
        fragments++;
        return 2;
    }

    /// <summary>Takes back the span in brackets whose attributes begin at a brace, if Quarto hides it:
    /// <c>[text]{.content-hidden}</c>.</summary>
    /// <returns>The place behind the attributes; 0 if they hide nothing.</returns>
    private int HiddenSpan(int at)
    {
        var end = this.text.AsSpan(at, Math.Min(MaxAttributes, this.text.Length - at)).IndexOf('}');
        if (end < 0 || !FormatConditions.Hide(this.text.AsSpan(at, end)))
            return 0;
        var (open, depth) = (shown.Length - 1, 1);
        var least = Math.Max(0, open - MaxSpan);
        while (depth > 0 && open > least && shown[--open] != '\n')
            depth += shown[open] switch { ']' => 1, '[' => -1, _ => 0 };
        if (depth > 0)
            return 0;
        shown.Length = open;
        return at + end + 1;
    }

    private int CopyRaw(int at)
    {
        if (TemplateRemarks.RawTagLength(this.text.AsSpan(at, rawEnd - at)) is > 0 and var length)
            return Skip(at, at + length);
        shown.Append(this.text[at] == '{' ? TemplateRemarks.LiteralBrace : this.text[at]);
        return at + 1;
    }

    private int Skip(int from, int to)
    {
        if (to <= from)
            return from;
        var lines = this.text.AsSpan(from, to - from).Count('\n');
        shown.Append('\n', lines);
        var isBehindWord = lines == 0 && shown.Length > 0 && char.IsLetterOrDigit(shown[^1]);
        if (isBehindWord && to < this.text.Length && char.IsLetterOrDigit(this.text[to]))
            shown.Append(' ');
        return to;
    }
}
