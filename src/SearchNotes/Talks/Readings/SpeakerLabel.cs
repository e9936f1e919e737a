using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads lines that say who speaks: "Speaker: Name", "by Name", "演讲人是…".</summary>
internal static class SpeakerLabel
{
    /// <summary>Reads "Speaker: Name", "**Presenter:** Name", "by Name" or "Presented by Name" at the start of a line.</summary>
    internal static SpeakerEvidence? Labelled(Block block, Vocabulary vocabulary)
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
            {
                return new SpeakerEvidence(EvidenceKind.Label, job is null
                    ? names : [.. names.SkipLast(1), names[^1] with { Detail = names[^1].Detail ?? job }], block);
            }
        }

        return null;
    }

    // "by Ada Muster" goes on in the next line with "and Ben Probst".
    private static string NamesInNextLine(Block block, int end)
    {
        var isJoined =
            Array.Exists(Words.NameJoints, joint => joint[0] == ' ' && joint.Length > 3
                && string.CompareOrdinal(block.Text, end, joint, 0, joint.Length) == 0);
        return isJoined && BlockLines.Of(block).FirstOrDefault(line => line.Start > end) is { End: > 0 } next
            ? block.Text[end..next.End] : "";
    }

    // "Todd Anglin - VP Product & Developer Relations at Progress": names, then what they do; "A B - C D" are two people.
    private static (string People, string? Job) WithoutJob(string text, Vocabulary vocabulary)
    {
        if (text.IndexOf(", ", StringComparison.Ordinal) is > 3 and var comma && IsJob(text[(comma + 2)..], vocabulary)
            && IsOneFullName(SpeakerNames.Read(text[..comma], vocabulary)))
        {
            return (text[..comma], text[(comma + 2)..].Trim());
        }
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        if (dash < 0)
            dash = text.IndexOf(" – ", StringComparison.Ordinal);
        if (dash < 0 || SpeakerNames.Weakest(SpeakerNames.Read(text[..dash], vocabulary)) < NameConfidence.Strong
            || SpeakerNames.Weakest(SpeakerNames.Read(text[(dash + 3)..], vocabulary)) >= NameConfidence.Strong)
        {
            return (text, null);
        }
        return (text[..dash], text[(dash + 3)..].Trim());
    }

    private static bool IsOneFullName(IReadOnlyList<SpeakerName> names) =>
        names is [{ Confidence: >= NameConfidence.Strong } only] && only.Name.Contains(' ', StringComparison.Ordinal);

    // "Director of Inclusive Design at Microsoft, having worked on Windows, Xbox and Office": begins with a job and names nobody else.
    private static bool IsJob(string text, Vocabulary vocabulary)
    {
        var first = text.Split(',')[0];
        return HeadingWords.Count(first) >= 3 && SpeakerNames.HasAffiliation(first)
            && !text.Split([", ", " and ", " & ", "; "], StringSplitOptions.None)
            .Any(part => part.Trim().Contains(' ', StringComparison.Ordinal) && !SpeakerNames.HasAffiliation(part)
                && NameClassifier.Classify(part.Trim(), vocabulary) >= NameConfidence.Strong);
    }

    // What stands behind the label, and whether a colon makes it plain.
    private static (string Names, bool IsPlain) AfterLabel(Block block, string line)
    {
        var colon = line.IndexOfAny([':', '：']);
        if (colon is > 0 and < 24 && colon + 1 < line.Length && IsLabel(line[..colon]))
            return (line[(colon + 1)..], true);
        if (BehindIs(line) is { Length: > 0 } named)
            return (named, true);
        foreach (var word in (ReadOnlySpan<string>)["by ", "By ", "Presented by ", "presented by ", "Talk by ", "A talk by ",
            "Talk given by ", "Given by ", "par ", "Par ", "von ", "Von ", "Présenté par ", "por ", "Por ", "Speaker ", "Presenter ",
            .. block.Kind == BlockKind.Heading ? (string[])["mit ", "with ", "avec "] : []])
        {
            if (!line.StartsWith(word, StringComparison.Ordinal) || line.Length >= 120 || line.Contains(". ", StringComparison.Ordinal))
                continue;
            var names = line[word.Length..];
            var isShort = HeadingWords.Count(line) <= 3 && word[^2] != 'r' && !Words.NotNames.Has(names.TrimStart().Split(' ')[0]);
            if (isShort || StartsAsName(names))
                return (names, false);
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
        return Words.SpeakerLabels.Has(label)
            || (label.EndsWith(" bio", StringComparison.Ordinal) && Words.SpeakerLabels.Has(label.AsSpan(0, label.Length - 4)));
    }

    private static bool StartsAsName(string text) =>
        char.IsUpper(text.TrimStart('@', '[', ' ').FirstOrDefault('a')) || text.StartsWith('@');
}
