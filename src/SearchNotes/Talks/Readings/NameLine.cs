using System.Buffers;
using System.Globalization;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads lines that are a speaker's name and nothing else.</summary>
internal static class NameLine
{
    private const int LongestJob = 40;
    private static readonly SearchValues<char> JobMarks = SearchValues.Create("，,、 ／/");

    // A line that is nothing but names: its first line, short, without a full stop inside.
    internal static SpeakerEvidence? Read(Block block, Vocabulary vocabulary, int seen)
    {
        if (NameLines(block, vocabulary) is { Count: > 0 } lines && (lines.Count > 1 || block.Text.Contains('／', StringComparison.Ordinal)))
            return new SpeakerEvidence(EvidenceKind.Line, lines, block);
        var (start, end) = BlockLines.Of(block).First();
        start = AfterSigns(block.Text, start, end);
        var line = WithoutLinks(block, start, end);
        if (seen == 0 && NameBeforeJob(line, vocabulary) is { } worker)
            return new SpeakerEvidence(EvidenceKind.Line, [worker], block);
        if (line.Length > 160 || line.EndsWith(':'))
            return null;
        if ((block.IsItem && seen > 0) || SpeakerNames.Read(line, vocabulary) is not { Count: > 0 } names)
            return null;
        var confidence = SpeakerNames.Weakest(names);
        var isWhole = end == block.Text.Length || line.Length < end - start || IsAddress(NextLine(block, end));
        var isMarked = block.Spans.Any(s => s.Kind is SpanKind.Emphasis or SpanKind.Strong or SpanKind.Link && s.Start <= start + 1);
        // "**정리**: …" is a label, no name.
        var isLabel = confidence == NameConfidence.Weak && line.AsSpan().IndexOfAny(':', '：') > 0;
        var isFirstLine = isWhole && seen == 0;
        var isNames = confidence switch
        {
            >= NameConfidence.Strong => isMarked || isFirstLine,
            NameConfidence.Weak => isMarked && isFirstLine && !isLabel,
            _ => false,
        };
        return isNames ? new SpeakerEvidence(EvidenceKind.Line, names, block) : null;
    }

    // "🎙️ Aurélie Vache": a picture stands before the name.
    private static int AfterSigns(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || IsSign(text[start])))
            start++;
        return start;
    }

    private static bool IsSign(char c) =>
        c is '\uFE0F' or '\u200D' || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol;

    private static string NextLine(Block block, int end) =>
        BlockLines.Of(block).FirstOrDefault(line => line.Start > end) is { End: > 0 } next ? block.Text[next.Start..next.End] : "";

    // "@mstevensrev", "https://josh.example", "josh.example/slides": where to find whoever stands above.
    internal static bool IsAddress(string line)
    {
        if (line.Contains(' ', StringComparison.Ordinal) && !line.Split(", ").All(part => part is ['@' or '#', ..]))
            return false;
        if (line is ['@', _, _, ..] || line.StartsWith("http", StringComparison.Ordinal))
            return true;
        return line.Length > 2 && line.Contains('.', StringComparison.Ordinal) && line.AsSpan().IndexOfAny('/', '@') > 0;
    }

    // "大漠，知名CSS专家", "陈在真 腾讯CDC高级前端开发": a short name, then a job.
    private static SpeakerName? NameBeforeJob(string line, Vocabulary vocabulary)
    {
        var end = line.AsSpan().IndexOfAny(JobMarks);
        if (end is < 2 or > 4 || line[0] is < '\u3400' or > '\u9FFF'
            || NameClassifier.Classify(line[..end], vocabulary) == NameConfidence.None)
        {
            return null;
        }
        var job = line[(end + 1)..].Split('。', '.')[0].Trim();
        return job.Length <= LongestJob && Array.Exists(Words.JobParts, part => job.Contains(part, StringComparison.Ordinal))
            ? new SpeakerName(line[..end], job, NameConfidence.Strong) : null;
    }

    // "Ada Muster - @ada" on one line and "Ben Probst - @ben" on the next; "翁浩正／執行長" over "陳浩維／理事".
    private static List<SpeakerName> NameLines(Block block, Vocabulary vocabulary)
    {
        var names = new List<SpeakerName>();
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
            if (read is not [var name] || HeadingWords.Count(name.Name) > 4)
                return [];
            var mayFollow = names.Count > 0 && name is { Confidence: NameConfidence.Weak, Detail: not null };
            if (bar <= 0 && name.Confidence < NameConfidence.Strong && !mayFollow)
                return [];
            var detail = name.Detail ?? (bar > 0 ? line[(bar + 1)..].Trim() : null);
            names.Add(name with { Detail = detail, Confidence = NameConfidence.Strong });
        }

        return names;
    }

    /// <summary>The first line of a paragraph when all of it is bold, emphasised or a link; else "".</summary>
    internal static string Marked(IEnumerable<Block> blocks)
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
            if (span.Kind != SpanKind.Link || span.End < end - 1)
                continue;
            var name = block.Text[start..span.Start].TrimEnd(' ', '(', '[', '-', '|');
            var isJoined = Words.NameJoints.Any(joint => (name + " ").EndsWith(joint, StringComparison.Ordinal));
            if (name.Length > 3 && !isJoined && IsMarked(block, start, start + name.Length))
                return name;
        }

        return block.Text[start..end];
    }

    private static bool IsMarked(Block block, int start, int end) => block.SpansBetween(start - 1, start + 1)
        .Any(s => s.Kind is SpanKind.Emphasis or SpanKind.Strong or SpanKind.Link && s.End >= end - 1);
}
