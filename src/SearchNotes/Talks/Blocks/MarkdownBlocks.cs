using System.Globalization;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MarkdigBlock = Markdig.Syntax.Block;

namespace SearchNotes.Talks.Blocks;

/// <summary>Reads a post's Markdown as a flat list of blocks. Only this folder knows the Markdown parser.</summary>
internal sealed class MarkdownBlocks
{
    // Extensions by name: the advanced set's heading ids take quadratic time.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    private readonly SourceLines source;
    private readonly int firstLine;
    private readonly int[] lineStarts;
    private readonly List<Block> blocks = [];
    private readonly InlineText inlines = new();
    private string? anchorId;

    private MarkdownBlocks(SourceLines source, int firstLine)
    {
        this.source = source;
        this.firstLine = firstLine;
        lineStarts = LineStarts(source);
    }

    /// <summary>Reads a post.</summary>
    /// <param name="text">The Markdown.</param>
    /// <param name="firstLine">The line of the file that it begins on, from 1.</param>
    /// <returns>The blocks in order, or <see langword="null"/> when it is nested too deeply to be read, or would take too long.</returns>
    internal static IReadOnlyList<Block>? Read(string text, int firstLine)
    {
        var source = SourceLines.Read(text);
        if (!MarkdownCost.IsBearable(source.Markdown) || Parse(source.Markdown) is not { } document)
            return null;
        var reader = new MarkdownBlocks(source, firstLine);
        reader.Visit(document, new Place());
        return reader.blocks;
    }

    // Markdig's way to refuse a file: an ArgumentException "too deeply nested".
    private static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdig.Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private readonly record struct Place(int ListDepth = 0, bool InQuote = false, string? Marker = null);

    private void Visit(ContainerBlock container, Place place)
    {
        foreach (var block in container)
        {
            VisitOne(block, place);
            if (block is not LinkReferenceDefinitionGroup)
                place = place with { Marker = null };
        }
    }

    private void VisitOne(MarkdigBlock block, Place place)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup:
                break;
            case HeadingBlock heading:
                AddHeading(heading, place);
                break;
            case CodeBlock code:
                AddCode(code, place);
                break;
            case HtmlBlock html:
                AddHtml(html, place);
                break;
            case ThematicBreakBlock:
                AddRule(First(block), Last(block), place);
                break;
            case Table table:
                foreach (var row in table.OfType<TableRow>())
                    AddRow(row, place);
                break;
            case LeafBlock leaf:
                AddText(leaf, place);
                break;
            case ListBlock list:
                Visit(list, place with { ListDepth = place.ListDepth + 1 });
                break;
            case ListItemBlock item:
                Visit(item, place with { Marker = MarkerOf(item) });
                break;
            case QuoteBlock quote:
                Visit(quote, place with { InQuote = place.InQuote || !source.IsAlert(quote.Line) });
                break;
            case ContainerBlock other:
                Visit(other, place);
                break;
            default:
                break;
        }
    }

    private void AddHeading(HeadingBlock heading, Place place)
    {
        inlines.Clear();
        inlines.Append(heading.Inline);
        var inside = inlines.AnchorId;
        var (text, spans) = inlines.Finish();
        // A heading with an underline is reported at its underline.
        var line = LineOf(heading.Span.Start);
        var source = HeadingSourceText.Of(heading, this.source, line);
        blocks.Add(new Block
        {
            Kind = BlockKind.Heading,
            Text = text,
            Spans = spans,
            Level = heading.Level,
            Source = source,
            ExplicitId = inside ?? anchorId ?? HeadingSourceText.IdBelow(heading, this.source, line),
            Form = HeadingSourceText.Form(heading, this.source, line),
            FirstLine = line + this.firstLine,
            LastLine = Last(heading),
            InQuote = place.InQuote,
            ListDepth = place.ListDepth,
        });
        anchorId = null;
    }

    private void AddText(LeafBlock leaf, Place place)
    {
        inlines.Clear();
        inlines.Append(leaf.Inline);
        AddInlines(First(leaf), Last(leaf), place, isRow: false);
    }

    private void AddRow(TableRow row, Place place)
    {
        inlines.Clear();
        foreach (var cell in row.OfType<TableCell>())
        {
            if (cell != row[0])
                inlines.AppendPlain(" · ");
            foreach (var leaf in cell.OfType<LeafBlock>())
                inlines.Append(leaf.Inline);
        }

        AddInlines(First(row), First(row), place, isRow: true);
    }

    private void AddInlines(int first, int last, Place place, bool isRow)
    {
        var anchor = inlines.AnchorId;
        var (text, spans) = inlines.Finish();
        if (!text.Any(char.IsLetterOrDigit))
        {
            // <a name="x"></a> on a line of its own names the heading below it.
            anchorId = anchor ?? anchorId;
            if (text.Length > 0)
                AddRule(first, last, place);
            return;
        }

        anchorId = null;
        blocks.Add(new Block
        {
            Kind = BlockKind.Text,
            Text = text,
            Spans = spans,
            FirstLine = first,
            LastLine = last,
            InQuote = place.InQuote,
            ListDepth = place.ListDepth,
            ListMarker = place.Marker,
            IsRow = isRow,
        });
    }

    private void AddRule(int first, int last, Place place) => blocks.Add(new Block
    {
        Kind = BlockKind.Rule,
        FirstLine = first,
        LastLine = last,
        InQuote = place.InQuote,
        ListDepth = place.ListDepth,
    });

    private void AddCode(CodeBlock code, Place place)
    {
        var fence = code as FencedCodeBlock;
        var shown = CodeMarks.Remove(code.Lines.ToString(), fence is null ? null : fence.Info + " " + fence.Arguments);
        var text = shown.TrimStart('\n').TrimEnd().Replace(TemplateRemarks.LiteralBrace, '{');
        var first = First(code);
        var last = Last(code);
        if (text.Length == 0)
            return;
        // Pandoc: text of another format, or HTML.
        if (fence is { Info: ['{', '=', .. var format] })
        {
            if (FormatConditions.IsHtml(format.TrimEnd('}')))
                AddHtmlText(text.Split('\n'), first + 1, place);
            return;
        }

        blocks.Add(new Block
        {
            Kind = BlockKind.Code,
            Text = text,
            Language = CodeLanguage.Of(fence?.Info),
            FirstLine = first,
            LastLine = last,
            InQuote = place.InQuote,
            ListDepth = place.ListDepth,
        });
    }

    private void AddHtml(HtmlBlock html, Place place)
    {
        var lines = html.Lines.ToString().Split('\n');
        if (html.Type == HtmlBlockType.ScriptPreOrStyle && HtmlText.Name(lines[0].AsSpan().TrimStart()) is "script" or "style")
            return;
        var first = First(html);
        var from = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var (level, text, id) = HtmlText.Heading(lines[i]);
            if (level == 0)
                continue;
            AddHtmlText(lines[from..i], first + from, place);
            from = i + 1;
            blocks.Add(new Block
            {
                Kind = BlockKind.Heading,
                Text = Plain(text),
                Level = level,
                Source = text,
                ExplicitId = id,
                Form = HeadingForm.Html,
                FirstLine = first + i,
                LastLine = first + i,
                InQuote = place.InQuote,
                ListDepth = place.ListDepth
            });
            AddHtmlText([HtmlText.BehindHeading(lines[i])], first + i, place);
        }

        AddHtmlText(lines[from..], first + from, place);
    }

    private void AddHtmlText(string[] lines, int number, Place place)
    {
        foreach (var (text, line) in HtmlText.Pieces(string.Join('\n', lines)))
        {
            inlines.Clear();
            inlines.AppendPlain(text);
            AddInlines(number + line, number + line, place, isRow: false);
        }
    }

    private static string MarkerOf(ListItemBlock item) =>
        item.Parent is ListBlock { IsOrdered: true } ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}.") : "-";

    private string Plain(string text)
    {
        inlines.Clear();
        inlines.AppendPlain(text);
        return inlines.Finish().Text;
    }

    private int First(MarkdigBlock block) => block.Line + this.firstLine;

    private int Last(MarkdigBlock block) => Math.Max(LineOf(block.Span.End), block.Line) + this.firstLine;

    private int LineOf(int position)
    {
        var index = Array.BinarySearch(lineStarts, Math.Max(position, 0));
        return index >= 0 ? index : ~index - 1;
    }

    private static int[] LineStarts(SourceLines source)
    {
        var starts = new int[source.Count];
        var line = 0;
        var markdown = source.Markdown;
        for (var at = markdown.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = markdown.IndexOf('\n', at + 1))
            starts[++line] = at + 1;
        return starts;
    }
}
