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
                if (block.Kind != BlockKind.Text || MarkedLine([block]).Length == 0 || Line(block, vocabulary, seen) is not { Likeness: >= Likeness.Good } more)
                    return line;
                line = line with { Names = [.. line.Names, .. more.Names] };
                continue;
            }

            if (block.Kind == BlockKind.Code || seen == 6)
                break;
            if (block.Kind is not (BlockKind.Text or BlockKind.Heading))
                continue;
            if (BelowLabel(all, i, vocabulary) is { } listed)
                return listed;
            var mark = Labelled(block, vocabulary) ?? (seen < 3 && !IsPicture(block) ? Line(block, vocabulary, seen) : null);
            if (mark is { Kind: MarkKind.Line } && MarkedLine([block]).Length > 0)
                line = mark;
            else if (mark is not null)
                return mark;
            if (line is null && mention is null && takesSentences && seen < 4 && block.Kind == BlockKind.Text && SpeakerSentence.Read(block, vocabulary) is { } said && (seen < 2 || said.Kind == MarkKind.Sentence))
                mention = said;
            seen += IsAddress(block.Text) ? 0 : 1;
        }

        return line ?? mention;
    }

    // "Intervenant·e·s :" over a list: each item is a name.
    private static SpeakerMark? BelowLabel(IReadOnlyList<Block> blocks, int index, Vocabulary vocabulary)
    {
        var label = blocks[index];
        if (label.Kind != BlockKind.Text || label.IsItem || label.Text.Length > 24 || !IsLabel(label.Text))
            return null;
        var isPlain = label.Text.TrimEnd().EndsWith(':');
        var items = blocks.Skip(index + 1).TakeWhile(b => b.IsItem).Select(b => SpeakerNames.Read(NameOf(b), vocabulary, isPlain));
        var names = items.TakeWhile(read => isPlain || SpeakerNames.Weakest(read) >= Likeness.Good).SelectMany(read => read).ToList();
        return names.Count > 0 ? new SpeakerMark(MarkKind.Label, names, label) : null;
    }

    // "Olivier Jacques [on GitHub](…), [on Twitter](…)": links behind a name are no names.
    private static string NameOf(Block item)
        => item.Spans.FirstOrDefault(s => s.Kind == SpanKind.Link) is { Length: > 0 } link ? item.Text[..(link.Start > 3 ? link.Start : link.End)] : item.Text;

    // What a picture shows, and whose it is.
    private static bool IsPicture(Block block) => block.Spans.Any(s => s is { Kind: SpanKind.Image, Start: <= 1, Length: > 2 });

    /// <summary>Reads "Speaker: Name", "**Presenter:** Name", "by Name" or "Presented by Name" at the start of a line.</summary>
    internal static SpeakerMark? Labelled(Block block, Vocabulary vocabulary)
    {
        foreach (var (start, end) in BlockLines.Of(block))
        {
            if (end - start > 240)
                continue;
            var line = block.Text[start..end];
            var (rest, isPlain) = AfterLabel(block, line);
            if (rest.Length == 0)
                continue;
            var (people, job) = WithoutJob(rest + NamesInNextLine(block, end), vocabulary);
            if (SpeakerNames.Read(people, vocabulary, isLabelled: isPlain || HeadingWords.Count(line) <= 4) is { Count: > 0 } names)
                return new SpeakerMark(MarkKind.Label, job is null ? names : [.. names.SkipLast(1), names[^1] with { Detail = names[^1].Detail ?? job }], block);
        }

        return null;
    }

    // "by Ada Muster" goes on in the next line with "and Ben Probst".
    private static string NamesInNextLine(Block block, int end)
    {
        var isJoined = Array.Exists(Words.NameJoints, joint => joint[0] == ' ' && joint.Length > 3 && string.CompareOrdinal(block.Text, end, joint, 0, joint.Length) == 0);
        return isJoined && BlockLines.Of(block).FirstOrDefault(line => line.Start > end) is { End: > 0 } next ? block.Text[end..next.End] : "";
    }

    // "Todd Anglin - VP Product & Developer Relations at Progress": names, then what they do; "A B - C D" are two people.
    private static (string People, string? Job) WithoutJob(string text, Vocabulary vocabulary)
    {
        if (text.IndexOf(", ", StringComparison.Ordinal) is > 3 and var comma && IsJob(text[(comma + 2)..], vocabulary) && SpeakerNames.Read(text[..comma], vocabulary) is [{ Likeness: >= Likeness.Good } only] && only.Name.Contains(' ', StringComparison.Ordinal))
            return (text[..comma], text[(comma + 2)..].Trim());
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        if (dash < 0)
            dash = text.IndexOf(" – ", StringComparison.Ordinal);
        if (dash < 0 || SpeakerNames.Weakest(SpeakerNames.Read(text[..dash], vocabulary)) < Likeness.Good || SpeakerNames.Weakest(SpeakerNames.Read(text[(dash + 3)..], vocabulary)) >= Likeness.Good)
            return (text, null);
        return (text[..dash], text[(dash + 3)..].Trim());
    }

    // "Director of Inclusive Design at Microsoft, having worked on Windows, Xbox and Office": begins with a job and names nobody else.
    private static bool IsJob(string text, Vocabulary vocabulary)
    {
        var first = text.Split(',')[0];
        return HeadingWords.Count(first) >= 3 && SpeakerNames.HasAffiliation(first)
            && !text.Split([", ", " and ", " & ", "; "], StringSplitOptions.None).Any(part => part.Trim().Contains(' ', StringComparison.Ordinal) && !SpeakerNames.HasAffiliation(part) && PersonTest.Judge(part.Trim(), vocabulary) >= Likeness.Good);
    }

    // What stands behind the label, and whether a colon makes it plain.
    private static (string Names, bool IsPlain) AfterLabel(Block block, string line)
    {
        var colon = line.IndexOfAny([':', '：']);
        if (colon is > 0 and < 24 && colon + 1 < line.Length && IsLabel(line[..colon]))
            return (line[(colon + 1)..], true);
        if (BehindIs(line) is { Length: > 0 } named)
            return (named, true);
        foreach (var word in (ReadOnlySpan<string>)["by ", "By ", "Presented by ", "presented by ", "Talk by ", "A talk by ", "Talk given by ", "Given by ", "par ", "Par ", "von ", "Von ", "Présenté par ", "por ", "Por ", "Speaker ", "Presenter ", .. block.Kind == BlockKind.Heading ? (string[])["mit ", "with ", "avec "] : []])
        {
            if (line.StartsWith(word, StringComparison.Ordinal) && line.Length < 120 && (StartsAsName(line[word.Length..]) || (HeadingWords.Count(line) <= 3 && word[^2] != 'r' && !Words.NotNames.Has(line.AsSpan(word.Length).TrimStart().ToString().Split(' ')[0]))) && line.IndexOf(". ", StringComparison.Ordinal) < 0)
                return (line[word.Length..], false);
        }

        return ("", false);
    }

    // "演讲人是来自百度的雷志兴(berg)": the speaker is, from some company, …
    private static string BehindIs(string line)
    {
        var at = line.AsSpan().IndexOfAny('是', '为');
        if (at is < 2 or > 6 || !IsLabel(line[..at]))
            return "";
        var from = line.AsSpan(at + 1) is ['来' or '來', '自', ..] ? line.IndexOf('的', at) : at;
        var end = line.AsSpan(Math.Max(from, 0)).IndexOfAny('，', '。', ',') is > 0 and var stop ? from + stop : line.Length;
        return from > 0 ? line[(from + 1)..end].Trim() : "";
    }

    /// <summary>Whether a text says that speakers follow: "Speaker", "Speakers Bio:", "Vortragende".</summary>
    internal static bool IsLabel(string text)
    {
        var label = HeadingWords.Normalise(text).Replace("·e", "", StringComparison.Ordinal).Replace("·", "", StringComparison.Ordinal);
        return Words.SpeakerLabels.Has(label) || (label.EndsWith(" bio", StringComparison.Ordinal) && Words.SpeakerLabels.Has(label.AsSpan(0, label.Length - 4)));
    }

    private static bool StartsAsName(string text) => char.IsUpper(text.TrimStart('@', '[', ' ').FirstOrDefault('a')) || text.StartsWith('@');

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
        if (line.Length > 160 || line.EndsWith(':') || (block.IsItem && seen > 0) || SpeakerNames.Read(line, vocabulary) is not { Count: > 0 } names)
            return null;
        var likeness = SpeakerNames.Weakest(names);
        var isWhole = end == block.Text.Length || line.Length < end - start || IsAddress(NextLine(block, end));
        var isMarked = block.Spans.Any(s => s.Kind is SpanKind.Emphasis or SpanKind.Strong or SpanKind.Link && s.Start <= start + 1);
        // "**정리**: …" is a label, no name.
        var isLabel = likeness == Likeness.Weak && line.AsSpan().IndexOfAny(':', '：') > 0;
        return (likeness >= Likeness.Good && (isMarked || (isWhole && seen == 0))) || (likeness == Likeness.Weak && isMarked && isWhole && seen == 0 && !isLabel)
            ? new SpeakerMark(MarkKind.Line, names, block)
            : null;
    }

    // "🎙️ Aurélie Vache": a picture stands before the name.
    private static int AfterSigns(string text, int start, int end)
    {
        while (start < end && (char.IsSurrogate(text[start]) || char.IsWhiteSpace(text[start]) || text[start] is '\uFE0F' or '\u200D' || char.GetUnicodeCategory(text[start]) == System.Globalization.UnicodeCategory.OtherSymbol))
            start++;
        return start;
    }

    private static string NextLine(Block block, int end)
        => BlockLines.Of(block).FirstOrDefault(line => line.Start > end) is { End: > 0 } next ? block.Text[next.Start..next.End] : "";

    // "@mstevensrev", "https://josh.example", "josh.example/slides": where to find whoever stands above.
    private static bool IsAddress(string line)
        => line.Length > 2 && (!line.Contains(' ', StringComparison.Ordinal) || line.Split(", ").All(part => part is ['@' or '#', ..])) && (line[0] == '@' || line.StartsWith("http", StringComparison.Ordinal) || (line.Contains('.', StringComparison.Ordinal) && line.AsSpan().IndexOfAny('/', '@') > 0));

    // "大漠，知名CSS专家", "陈在真 腾讯CDC高级前端开发": a short name, then a job.
    private static SpokenName? NameBeforeJob(string line, Vocabulary vocabulary)
    {
        var end = line.AsSpan().IndexOfAny(JobMarks);
        if (end is < 2 or > 4 || line[0] is < '\u3400' or > '\u9FFF' || PersonTest.Judge(line[..end], vocabulary) == Likeness.No)
            return null;
        var job = line[(end + 1)..].Split('。', '.')[0].Trim();
        return job.Length <= LongestJob && Array.Exists(Words.JobParts, part => job.Contains(part, StringComparison.Ordinal)) ? new SpokenName(line[..end], job, Likeness.Good) : null;
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
            var isName = read.Count == 1 && HeadingWords.Count(read[0].Name) <= 4 && (bar > 0 || read[0].Likeness >= Likeness.Good || (names.Count > 0 && read[0] is { Likeness: Likeness.Weak, Detail: not null }));
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
            var line = block.Kind == BlockKind.Heading || block.IsItem ? block.Text : block.Kind == BlockKind.Text ? MarkedLine([block]) : "";
            var read = SpeakerNames.Read(line, vocabulary, isLabelled: !block.IsItem);
            if (SpeakerNames.Weakest(read) >= (block.IsItem ? Likeness.Good : Likeness.Weak) && HeadingWords.Count(line) >= 2 && read.Sum(n => HeadingWords.Count(n.Name)) <= 8)
                names.AddRange(read);
        }

        return names.Count > 0 ? new SpeakerMark(MarkKind.Label, names, blocks[label]) : null;
    }

    /// <summary>The names that open the first section of a talk, each an item of a list: "## Abstract" over "- Ada Muster".</summary>
    internal static SpeakerMark? FirstItems(IEnumerable<Block> blocks, Vocabulary vocabulary)
    {
        var items = blocks.TakeWhile(b => b.IsItem && SpeakerNames.Weakest(SpeakerNames.Read(b.Text, vocabulary)) >= Likeness.Good).ToList();
        return items.Count == 0 ? null : new SpeakerMark(MarkKind.Line, [.. items.SelectMany(b => SpeakerNames.Read(b.Text, vocabulary))], items[0]);
    }

    /// <summary>An item that is a name and nothing else, among others that are not: "- Length 35:22", "- Jiří Pinkas". What all siblings have is no accident.</summary>
    internal static SpeakerMark? AmongItems(IEnumerable<Block> blocks, Vocabulary vocabulary)
        => blocks.Take(6).FirstOrDefault(b => b is { IsItem: true, Text.Length: < 60 } && HeadingWords.Count(b.Text) is >= 2 and <= 6 && SpeakerNames.Weakest(SpeakerNames.Read(b.Text, vocabulary)) >= Likeness.Good) is { } item
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
        foreach (var span in block.Spans)
        {
            if (span.Kind == SpanKind.Link && span.Start > start + 3 && span.End >= end - 1 && block.Text[..span.Start].TrimEnd(' ', '(', '[', '-', '|') is { Length: > 3 } name && !Words.NameJoints.Any(joint => (name + " ").EndsWith(joint, StringComparison.Ordinal))
                && block.Spans.Any(s => s.Kind is SpanKind.Emphasis or SpanKind.Strong or SpanKind.Link && s.Start <= start + 1 && s.End >= name.Length - 1))
                return name[start..];
        }

        return block.Text[start..end];
    }
}
