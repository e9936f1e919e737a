using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

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
    private const int LongestJob = 40;
    private static readonly System.Buffers.SearchValues<char> JobMarks = System.Buffers.SearchValues.Create("，,、 ／/");

    /// <summary>How much the names look like names.</summary>
    internal Likeness Likeness { get; } = SpeakerNames.Weakest(Names);

    /// <summary>Looks for a speaker in the first blocks under a heading.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="vocabulary">Words of the post.</param>
    /// <param name="takesSentences">Whether running text is read as well: not needed where the heading names the speaker.</param>
    internal static SpeakerMark? Below(IEnumerable<Block> blocks, Vocabulary vocabulary, bool takesSentences = true)
    {
        SpeakerMark? mention = null;
        SpeakerMark? line = null;
        var seen = 0;
        var all = blocks as IReadOnlyList<Block> ?? [.. blocks];
        for (var i = 0; i < all.Count; i++)
        {
            var block = all[i];
            // A panel: each speaker in bold, one below the other.
            if (line is not null)
            {
                if (block.Kind != BlockKind.Text || MarkedLine([block]).Length == 0
                    || Line(block, vocabulary, seen) is not { Likeness: >= Likeness.Good } more)
                {
                    return line;
                }
                line = line with { Names = [.. line.Names, .. more.Names] };
                continue;
            }

            if (block.Kind == BlockKind.Code || seen == 6)
                break;
            if (block.Kind is not (BlockKind.Text or BlockKind.Heading))
                continue;
            if (BelowLabel(all, i, vocabulary) is { } listed)
                return listed;
            var mark = SpeakerLabel.Labelled(block, vocabulary) ?? (seen < 3 && !IsPicture(block) ? Line(block, vocabulary, seen) : null);
            if (mark is { Kind: MarkKind.Line } && MarkedLine([block]).Length > 0)
                line = mark;
            else if (mark is not null)
                return mark;
            if (line is null && mention is null && takesSentences && seen < 4 && block.Kind == BlockKind.Text
                && SpeakerSentence.Read(block, vocabulary) is { } said && (seen < 2 || said.Kind == MarkKind.Sentence))
            {
                mention = said;
            }
            seen += IsAddress(block.Text) ? 0 : 1;
        }

        return line ?? mention;
    }

    // "Intervenant·e·s :" over a list: each item is a name.
    private static SpeakerMark? BelowLabel(IReadOnlyList<Block> blocks, int index, Vocabulary vocabulary)
    {
        var label = blocks[index];
        if (label.Kind != BlockKind.Text || label.IsItem || label.Text.Length > 24 || !SpeakerLabel.IsLabel(label.Text))
            return null;
        var isPlain = label.Text.TrimEnd().EndsWith(':');
        var items = blocks.Skip(index + 1).TakeWhile(b => b.IsItem).Select(b => SpeakerNames.Read(NameOf(b), vocabulary, isPlain));
        var names = items.TakeWhile(read => isPlain || SpeakerNames.Weakest(read) >= Likeness.Good).SelectMany(read => read).ToList();
        return names.Count > 0 ? new SpeakerMark(MarkKind.Label, names, label) : null;
    }

    // "Olivier Jacques [on GitHub](…), [on Twitter](…)": links behind a name are no names.
    private static string NameOf(Block item) =>
        item.Spans.FirstOrDefault(s => s.Kind == SpanKind.Link) is { Length: > 0 } link
        ? item.Text[..(link.Start > 3 ? link.Start : link.End)] : item.Text;

    // What a picture shows, and whose it is.
    private static bool IsPicture(Block block) => block.Spans.Any(s => s is { Kind: SpanKind.Image, Start: <= 1, Length: > 2 });

    // A line that is nothing but names: its first line, short, without a full stop inside.
    private static SpeakerMark? Line(Block block, Vocabulary vocabulary, int seen)
    {
        if (NameLines(block, vocabulary) is { Count: > 0 } lines && (lines.Count > 1 || block.Text.Contains('／', StringComparison.Ordinal)))
            return new SpeakerMark(MarkKind.Line, lines, block);
        var (start, end) = BlockLines.Of(block).First();
        start = AfterSigns(block.Text, start, end);
        var line = WithoutLinks(block, start, end);
        if (seen == 0 && NameBeforeJob(line, vocabulary) is { } worker)
            return new SpeakerMark(MarkKind.Line, [worker], block);
        if (line.Length > 160 || line.EndsWith(':') || (block.IsItem && seen > 0)
            || SpeakerNames.Read(line, vocabulary) is not { Count: > 0 } names)
        {
            return null;
        }
        var likeness = SpeakerNames.Weakest(names);
        var isWhole = end == block.Text.Length || line.Length < end - start || IsAddress(NextLine(block, end));
        var isMarked = block.Spans.Any(s => s.Kind is SpanKind.Emphasis or SpanKind.Strong or SpanKind.Link && s.Start <= start + 1);
        // "**정리**: …" is a label, no name.
        var isLabel = likeness == Likeness.Weak && line.AsSpan().IndexOfAny(':', '：') > 0;
        return (likeness >= Likeness.Good && (isMarked || (isWhole && seen == 0)))
            || (likeness == Likeness.Weak && isMarked && isWhole && seen == 0 && !isLabel)
            ? new SpeakerMark(MarkKind.Line, names, block)
            : null;
    }

    // "🎙️ Aurélie Vache": a picture stands before the name.
    private static int AfterSigns(string text, int start, int end)
    {
        while (start < end
            && (char.IsSurrogate(text[start]) || char.IsWhiteSpace(text[start]) || text[start] is '\uFE0F' or '\u200D'
                || char.GetUnicodeCategory(text[start]) == System.Globalization.UnicodeCategory.OtherSymbol))
        {
            start++;
        }
        return start;
    }

    private static string NextLine(Block block, int end) =>
        BlockLines.Of(block).FirstOrDefault(line => line.Start > end) is { End: > 0 } next ? block.Text[next.Start..next.End] : "";

    // "@mstevensrev", "https://josh.example", "josh.example/slides": where to find whoever stands above.
    private static bool IsAddress(string line) =>
        line.Length > 2 && (!line.Contains(' ', StringComparison.Ordinal) || line.Split(", ").All(part => part is ['@' or '#', ..]))
        && (line[0] == '@' || line.StartsWith("http", StringComparison.Ordinal)
            || (line.Contains('.', StringComparison.Ordinal) && line.AsSpan().IndexOfAny('/', '@') > 0));

    // "大漠，知名CSS专家", "陈在真 腾讯CDC高级前端开发": a short name, then a job.
    private static SpokenName? NameBeforeJob(string line, Vocabulary vocabulary)
    {
        var end = line.AsSpan().IndexOfAny(JobMarks);
        if (end is < 2 or > 4 || line[0] is < '\u3400' or > '\u9FFF' || PersonTest.Judge(line[..end], vocabulary) == Likeness.No)
            return null;
        var job = line[(end + 1)..].Split('。', '.')[0].Trim();
        return job.Length <= LongestJob && Array.Exists(Words.JobParts, part => job.Contains(part, StringComparison.Ordinal))
            ? new SpokenName(line[..end], job, Likeness.Good) : null;
    }

    // "Ada Muster - @ada" on one line and "Ben Probst - @ben" on the next; "翁浩正／執行長" over "陳浩維／理事".
    private static List<SpokenName> NameLines(Block block, Vocabulary vocabulary)
    {
        var names = new List<SpokenName>();
        foreach (var (start, end) in BlockLines.Of(block))
        {
            var line = block.Text[Math.Min(AfterSigns(block.Text, start, end), Math.Max(start, end))..Math.Max(start, end)];
            if (names.Count > 0 && names[^1].Name[0] != '@' && IsAddress(line))
            {
                names[^1] = names[^1] with { Detail = names[^1].Detail ?? line };
                continue;
            }

            var bar = line.IndexOf('／', StringComparison.Ordinal);
            var read = SpeakerNames.Read(bar > 0 ? line[..bar] : line, vocabulary);
            var isName = read.Count == 1 && HeadingWords.Count(read[0].Name) <= 4
                && (bar > 0 || read[0].Likeness >= Likeness.Good
                    || (names.Count > 0 && read[0] is { Likeness: Likeness.Weak, Detail: not null }));
            if (!isName)
                return [];
            names.Add(read[0] with { Detail = read[0].Detail ?? (bar > 0 ? line[(bar + 1)..].Trim() : null), Likeness = Likeness.Good });
        }

        return names;
    }

    /// <summary>The names below a heading such as "Speakers": each a deeper heading, or a line in bold.</summary>
    internal static SpeakerMark? Listed(IReadOnlyList<Block> blocks, int label, int end, Vocabulary vocabulary)
    {
        var names = new List<SpokenName>();
        for (var i = label + 1; i < end; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Heading && block.Level <= blocks[label].Level)
                break;
            var line = block.Kind == BlockKind.Heading || block.IsItem
                ? block.Text : block.Kind == BlockKind.Text ? MarkedLine([block]) : "";
            var read = SpeakerNames.Read(line, vocabulary, isLabelled: !block.IsItem);
            if (SpeakerNames.Weakest(read) >= (block.IsItem ? Likeness.Good : Likeness.Weak) && HeadingWords.Count(line) >= 2
                && read.Sum(n => HeadingWords.Count(n.Name)) <= 8)
            {
                names.AddRange(read);
            }
        }

        return names.Count > 0 ? new SpeakerMark(MarkKind.Label, names, blocks[label]) : null;
    }

    /// <summary>The names that open the first section of a talk, each an item of a list: "## Abstract" over "- Ada Muster".</summary>
    internal static SpeakerMark? FirstItems(IEnumerable<Block> blocks, Vocabulary vocabulary)
    {
        var items = blocks.TakeWhile(b => b.IsItem && SpeakerNames.Weakest(SpeakerNames.Read(b.Text, vocabulary)) >= Likeness.Good)
            .ToList();
        return items.Count == 0
            ? null : new SpeakerMark(MarkKind.Line, [.. items.SelectMany(b => SpeakerNames.Read(b.Text, vocabulary))], items[0]);
    }

    /// <summary>An item that is a name and nothing else, among others that are not: "- Length 35:22", "- Jiří Pinkas". What all siblings
    /// have is no accident.</summary>
    internal static SpeakerMark? AmongItems(IEnumerable<Block> blocks, Vocabulary vocabulary) =>
        blocks.Take(6)
        .FirstOrDefault(b => b is { IsItem: true, Text.Length: < 60 } && HeadingWords.Count(b.Text) is >= 2 and <= 6
            && SpeakerNames.Weakest(SpeakerNames.Read(b.Text, vocabulary)) >= Likeness.Good) is { } item
            ? new SpeakerMark(MarkKind.Line, SpeakerNames.Read(item.Text, vocabulary), item)
            : null;

    /// <summary>The first line of some blocks where all of it is bold, emphasised or a link; else "".</summary>
    internal static string MarkedLine(IEnumerable<Block> blocks)
    {
        var block = blocks.FirstOrDefault();
        if (block is not { Kind: BlockKind.Text, InQuote: false })
            return "";
        var (start, end) = BlockLines.Of(block).First();
        var line = WithoutLinks(block, start, end);
        var isMarked = block.Spans.Any(s => s.Kind is SpanKind.Emphasis or SpanKind.Strong or SpanKind.Link && s.Start <= start + 1);
        return isMarked && line.Length is > 3 and <= 60 ? line : "";
    }

    // "_Lawrence Gray_ [video](…)": links behind the name are about something else.
    private static string WithoutLinks(Block block, int start, int end)
    {
        foreach (var span in block.SpansBetween(start + 4, end))
        {
            if (span.Kind == SpanKind.Link && span.End >= end - 1
                && block.Text[start..span.Start].TrimEnd(' ', '(', '[', '-', '|') is { Length: > 3 } name
                && !Words.NameJoints.Any(joint => (name + " ").EndsWith(joint, StringComparison.Ordinal))
                && block.SpansBetween(start - 1, start + 1)
                .Any(s => s.Kind is SpanKind.Emphasis or SpanKind.Strong or SpanKind.Link && s.End >= start + name.Length - 1))
            {
                return name;
            }
        }

        return block.Text[start..end];
    }
}
