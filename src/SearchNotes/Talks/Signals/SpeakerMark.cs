using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Signals;

/// <summary>How the text under a heading names the speaker, strongest last.</summary>
internal enum MarkKind
{
    /// <summary>A sentence speaks of somebody: "Matthew Watson leads the Stash team".</summary>
    Mention,

    /// <summary>A sentence says that somebody spoke: "Justin began his presentation".</summary>
    Sentence,

    /// <summary>A line that is a name: "*Name, Company*".</summary>
    Line,

    /// <summary>A line with a label: "Speaker: Name", "by Name".</summary>
    Label,
}

/// <summary>A speaker named below a heading.</summary>
/// <param name="Kind">How.</param>
/// <param name="Names">Who.</param>
/// <param name="Block">The block that says so.</param>
internal sealed record SpeakerMark(MarkKind Kind, IReadOnlyList<SpokenName> Names, Block Block)
{
    /// <summary>How much the names look like names.</summary>
    internal Likeness Likeness { get; } = SpeakerNames.Weakest(Names);

    /// <summary>Looks for a speaker in the first blocks under a heading.</summary>
    internal static SpeakerMark? Below(IEnumerable<Block> blocks, Vocabulary vocabulary)
    {
        SpeakerMark? mention = null;
        var seen = 0;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Code || seen == 6)
                break;
            if (block.Kind is not (BlockKind.Text or BlockKind.Heading))
                continue;
            var mark = Labelled(block, vocabulary) ?? (seen < 3 ? Line(block, vocabulary, seen) : null);
            if (mark is not null)
                return mark;
            if (seen < 2 && block.Kind == BlockKind.Text)
                mention ??= SpeakerSentence.Read(block, vocabulary);
            seen++;
        }

        return mention;
    }

    /// <summary>Reads "Speaker: Name", "**Presenter:** Name", "by Name" or "Presented by Name" at the start of a line.</summary>
    internal static SpeakerMark? Labelled(Block block, Vocabulary vocabulary)
    {
        foreach (var (start, end) in BlockLines.Of(block))
        {
            var line = block.Text[start..end];
            if (line.Length > 240)
                continue;
            if (AfterLabel(line) is { } rest && SpeakerNames.Read(rest, vocabulary, isLabelled: true) is { Count: > 0 } names)
                return new SpeakerMark(MarkKind.Label, names, block);
        }

        return null;
    }

    private static string? AfterLabel(string line)
    {
        var colon = line.IndexOfAny([':', '：']);
        if (colon is > 0 and < 24 && colon + 1 < line.Length && Words.SpeakerLabels.Has(HeadingWords.Normalise(line[..colon])))
            return line[(colon + 1)..];
        foreach (var word in (ReadOnlySpan<string>)["by ", "By ", "Presented by ", "presented by ", "Talk by ", "A talk by ", "par ", "Par ", "von ", "Von ", "Présenté par ", "por ", "Por ", "Speaker ", "Presenter ", "with ", "With "])
        {
            if (line.StartsWith(word, StringComparison.Ordinal) && line.Length < 120 && char.IsUpper(line[word.Length..].TrimStart('@', '[', ' ').FirstOrDefault('a')) && line.IndexOf(". ", StringComparison.Ordinal) < 0)
                return line[word.Length..];
        }

        return null;
    }

    // A line that is nothing but names: its first line, short, without a full stop inside.
    private static SpeakerMark? Line(Block block, Vocabulary vocabulary, int seen)
    {
        var (start, end) = BlockLines.Of(block).First();
        var line = block.Text[start..end];
        if (line.Length > 160 || line.EndsWith(':') || (block.IsItem && seen > 0) || SpeakerNames.Read(line, vocabulary) is not { Count: > 0 } names)
            return null;
        var likeness = SpeakerNames.Weakest(names);
        var isWhole = end == block.Text.Length;
        var isMarked = block.Spans.Any(s => s.Kind is SpanKind.Emphasis or SpanKind.Strong or SpanKind.Link && s.Start <= 1);
        return (likeness >= Likeness.Good && (isMarked || (isWhole && seen == 0))) || (likeness == Likeness.Weak && isMarked && isWhole && seen == 0)
            ? new SpeakerMark(MarkKind.Line, names, block)
            : null;
    }
}
