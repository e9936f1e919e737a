namespace SearchNotes.Talks.Blocks;

/// <summary>Kind of a block of a post.</summary>
internal enum BlockKind
{
    /// <summary>A heading, whether CommonMark, HTML or the blogger's own kind.</summary>
    Heading,

    /// <summary>A paragraph, list item, table row or HTML text.</summary>
    Text,

    /// <summary>A code block.</summary>
    Code,

    /// <summary>A thematic break.</summary>
    Rule,
}

/// <summary>Markup of a span of a block's text in the source.</summary>
internal enum SpanKind
{
    /// <summary>Inline code.</summary>
    Code,

    /// <summary>Strong emphasis.</summary>
    Strong,

    /// <summary>Emphasis.</summary>
    Emphasis,

    /// <summary>A link's text.</summary>
    Link,

    /// <summary>An image's alternative text.</summary>
    Image,

    /// <summary>A line break of the source, now a space.</summary>
    Break,

    /// <summary>A line break that the page shows, now a space.</summary>
    HardBreak,
}

/// <summary>A part of a block's text that was marked up.</summary>
/// <param name="Kind">How it was marked up.</param>
/// <param name="Start">Index of its first character in the block's text.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Target">Where a link leads; <see langword="null"/> for all else.</param>
internal readonly record struct TextSpan(SpanKind Kind, int Start, int Length, string? Target = null)
{
    /// <summary>Index behind the last character.</summary>
    internal int End => Start + Length;
}

/// <summary>A leaf of a post's Markdown: text without mark-up, and where it stood.</summary>
internal sealed class Block
{
    /// <summary>Kind of the block.</summary>
    internal required BlockKind Kind { get; init; }

    /// <summary>Its text with single spaces and without mark-up; code as written, without fence and indent.</summary>
    internal string Text { get; init; } = "";

    /// <summary>First line in the file, from 1.</summary>
    internal required int FirstLine { get; init; }

    /// <summary>Last line, included.</summary>
    internal required int LastLine { get; init; }

    /// <summary>Marked-up spans of <see cref="Text"/>, in order of their start.</summary>
    internal IReadOnlyList<TextSpan> Spans { get; init; } = [];

    /// <summary>A heading's level, 1 to 6; else 0.</summary>
    internal int Level { get; init; }

    /// <summary>A heading's source without its hashes.</summary>
    internal string Source { get; init; } = "";

    /// <summary>The id that stands before a heading or in its tag; <see langword="null"/> when there is none. One in braces is part of
    /// <see cref="Source"/>.</summary>
    internal string? ExplicitId { get; init; }

    /// <summary>How a heading is written.</summary>
    internal HeadingForm Form { get; init; }

    /// <summary>Language of a code block in lower case, where its fence names one.</summary>
    internal string? Language { get; init; }

    /// <summary>Whether it stands in a block quote.</summary>
    internal bool InQuote { get; init; }

    /// <summary>Number of lists that the block is nested in.</summary>
    internal int ListDepth { get; init; }

    /// <summary>Whether it is the first text of a list item.</summary>
    internal bool IsItem => ListMarker is not null;

    /// <summary>Marker of the list item whose first text this is: a hyphen, or the number of the item with a dot; <see langword="null"/>
    /// for all else.</summary>
    internal string? ListMarker { get; init; }

    /// <summary>Whether it is a row of a table.</summary>
    internal bool IsRow { get; init; }

    /// <summary>Number of characters of the text that are links.</summary>
    internal int Linked => Spans.Sum(s => s.Kind == SpanKind.Link ? s.Length : 0);

    /// <summary>The spans that begin between two places of the text, both included. It costs no look at the others.</summary>
    internal IEnumerable<TextSpan> SpansBetween(int from, int to)
    {
        int low = 0, high = Spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Spans[middle].Start < from)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < Spans.Count && Spans[low].Start <= to; low++)
            yield return Spans[low];
    }

    /// <summary>Whether it stands in neither a list nor a quote.</summary>
    internal bool IsTopLevel => ListDepth == 0 && !InQuote;
}
