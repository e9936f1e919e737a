using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax.Inlines;

namespace SearchNotes.Talks.Blocks;

/// <summary>Writes the inlines of a Markdig block as plain text with flagged spans.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder text = new();
    private readonly List<TextSpan> spans = [];

    /// <summary>The <c>name</c> or <c>id</c> of an HTML anchor met in the text; <see langword="null"/> when there was none.</summary>
    internal string? AnchorId { get; private set; }

    /// <summary>Starts a new text.</summary>
    internal void Clear()
    {
        this.text.Clear();
        this.spans.Clear();
        AnchorId = null;
    }

    /// <summary>Appends the inlines of a block.</summary>
    internal void Append(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
            AppendOne(inline);
    }

    /// <summary>Appends text that holds no mark-up.</summary>
    internal void AppendPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                Space();
            else
                this.text.Append(c);
        }
    }

    /// <summary>The text so far, with broken mark-up and surrounding space taken away, and its spans.</summary>
    internal (string Text, IReadOnlyList<TextSpan> Spans) Finish()
    {
        while (this.text.Length > 0 && this.text[^1] == ' ')
            this.text.Length--;
        var text = this.text.ToString();
        var spans = Kept(text.Length);
        var cuts = Debris.Find(text, spans);
        var (shown, kept) = cuts.Count == 0 ? (text, spans) : Debris.Cut(text, spans, cuts);
        return (shown.Replace(TemplateRemarks.LiteralBrace, '{'), kept);
    }

    // A span may end in the space that was taken off the end.
    private List<TextSpan> Kept(int length)
    {
        if (this.spans.Count == 0)
            return [];
        var spans = new List<TextSpan>(this.spans.Count);
        foreach (var span in this.spans)
        {
            var end = Math.Min(span.End, length);
            if (end > span.Start)
                spans.Add(span with { Length = end - span.Start });
        }

        return spans;
    }

    private void AppendOne(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AppendPlain(literal.Content.AsSpan());
                break;
            case CodeInline code:
                AppendCode(code.Content);
                break;
            case LineBreakInline line:
                Break(line.IsHard);
                break;
            case LinkInline { IsImage: false, FirstChild: LiteralInline label } when IsMark(label.Content.AsSpan()):
                break;
            case LinkInline link:
                var linkSpan = Open();
                Append(link);
                Close(linkSpan, link.IsImage ? SpanKind.Image : SpanKind.Link, link.Url ?? "");
                break;
            case EmphasisInline { DelimiterChar: '~' } struck:
                Append(struck);
                break;
            case EmphasisInline emphasis:
                var emphasised = Open();
                Append(emphasis);
                Close(emphasised, emphasis.DelimiterCount == 2 ? SpanKind.Strong : SpanKind.Emphasis);
                break;
            case AutolinkInline auto:
                var address = Open();
                AppendPlain(auto.Url);
                Close(address, SpanKind.Link, auto.Url);
                break;
            case HtmlEntityInline entity:
                AppendPlain(entity.Transcoded.AsSpan());
                break;
            case HtmlInline html:
                AppendTag(html.Tag);
                break;
            case PipeTableDelimiterInline pipe:
                this.text.Append('|');
                Append(pipe);
                break;
            case DelimiterInline delimiter:
                AppendPlain(delimiter.ToLiteral());
                Append(delimiter);
                break;
            case ContainerInline container:
                Append(container);
                break;
            default:
                break;
        }
    }

    // The definition of a footnote that is an address reads like that of a link. [!embed](x) includes a file.
    private static bool IsMark(ReadOnlySpan<char> label) =>
        (label is ['^', _, ..] && !label.Contains(' ')) || label is "!embed" or "!include" || label.StartsWith("!embed?");

    private void AppendCode(string content)
    {
        var role = MystRole.Before(this.text);
        this.text.Length -= role.Length;
        if (role.IsProse)
        {
            AppendPlain(MystRole.Shown(content));
            return;
        }

        var span = Open();
        AppendPlain(content);
        Close(span, SpanKind.Code);
    }

    private void AppendTag(string tag)
    {
        if (HtmlText.IsBreak(tag))
            Break(isHard: true);
        AnchorId ??= HtmlText.AnchorId(tag);
    }

    // Spans are listed by their start, so an outer one takes its place before what it holds.
    private (int Index, int Start) Open()
    {
        this.spans.Add(default);
        return (this.spans.Count - 1, this.text.Length);
    }

    private void Close((int Index, int Start) open, SpanKind kind, string? target = null) =>
        this.spans[open.Index] = new TextSpan(kind, open.Start, this.text.Length - open.Start, target);

    private void Break(bool isHard)
    {
        Space();
        if (this.text.Length == 0)
            return;
        var isBroken = this.spans is [.., { Kind: SpanKind.Break or SpanKind.HardBreak } last] && last.Start == this.text.Length - 1;
        if (!isBroken)
            this.spans.Add(new TextSpan(isHard ? SpanKind.HardBreak : SpanKind.Break, this.text.Length - 1, 1));
    }

    private void Space()
    {
        if (this.text.Length > 0 && this.text[^1] != ' ')
            this.text.Append(' ');
    }
}
