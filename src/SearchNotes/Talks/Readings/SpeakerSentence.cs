using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Finds who spoke in a sentence: "Mark Hibberd spoke about …", "My notes on Giuseppe Maxia's talk", "a presentation by Adrian
/// Chadd".</summary>
internal static class SpeakerSentence
{
    private const int LongestEmployer = 40;

    /// <summary>The speaker that a paragraph names, or <see langword="null"/>.</summary>
    internal static SpeakerEvidence? Read(Block block, Vocabulary vocabulary)
    {
        SpeakerEvidence? mention = null;
        var runs = NameFinder.In(block, vocabulary);
        for (var i = 0; i < runs.Count; i++)
        {
            if (KindOf(block, runs[i]) is not { } kind)
                continue;
            var mark = new SpeakerEvidence(kind, WithNeighbours(block.Text, runs, i), block);
            if (kind == EvidenceKind.Sentence)
                return mark;
            mention ??= mark;
        }

        return mention;
    }

    /// <summary>Whether the words behind a name say that the person spoke.</summary>
    internal static bool Follows(string text, int end)
    {
        var next = WordAfter(text, end);
        return Words.SpeechVerbs.Has(next) || Words.WeakSpeechVerbs.Has(next) || IsTalk(Possessive(text, end));
    }

    private static bool IsTalk(string? owned) =>
        owned is not null && Words.TalkNouns.Any(noun => owned.Contains(noun, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a word in small letters follows a name, as a verb does.</summary>
    internal static bool IsFollowedByVerb(string text, int end) => end + 2 < text.Length && text[end] == ' ' && char.IsLower(text[end + 1]);

    private static EvidenceKind? KindOf(Block block, NameSpan run)
    {
        var text = block.Text;
        if (IsBehindLabel(text, run.Start) && (run.IsMarked || run.Name.Confidence >= NameConfidence.Strong))
            return EvidenceKind.Sentence;
        var isFirst = IsAtStart(block, run.Start);
        var next = WordAfter(text, run.End);
        if (Possessive(text, run.End) is not null && text[run.End] == 'の' && run.Name.Confidence < NameConfidence.Strong)
            return null;
        if (Possessive(text, run.End) is { } owned)
            return IsTalk(owned) ? EvidenceKind.Sentence : null;
        if (run.Name.Confidence >= NameConfidence.Strong || isFirst || run.IsMarked)
        {
            if (Words.SpeechVerbs.Has(next) || (run.Name.Confidence >= NameConfidence.Strong && TellsUs(text, run.End)))
                return EvidenceKind.Sentence;
            var isSubject = isFirst && (run.Name.Confidence >= NameConfidence.Strong || run.IsMarked);
            if (isSubject && (next is "," or "." or "(" || Words.WeakSpeechVerbs.Has(next)))
            {
                return run.IsMarked && (run.Name.Confidence >= NameConfidence.Strong || Words.WeakSpeechVerbs.Has(next))
                    ? EvidenceKind.Sentence : EvidenceKind.Mention;
            }
        }

        if (run.Name.Confidence < NameConfidence.Strong)
            return null;
        var before = text.AsSpan(Math.Max(0, run.Start - 20), run.Start - Math.Max(0, run.Start - 20));
        foreach (var word in Words.SpeakerIntroductions)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                || (run.Start == word.Length - 1 && text.AsSpan(0, run.Start).Equals(word.AsSpan(1), StringComparison.OrdinalIgnoreCase)))
            {
                return HasTalkNounBefore(text, run.Start) ? EvidenceKind.Sentence : run.Start < 200 ? EvidenceKind.Mention : null;
            }
        }

        return run.Name.Confidence == NameConfidence.Certain && run.Start < 120 ? EvidenceKind.Mention : null;
    }

    // "Christian Fauré, nous expose …", "Fabien Potencier et Grégory Pascal nous ont …"
    private static bool TellsUs(string text, int end)
    {
        var after = text.AsSpan(end).TrimStart(" ,");
        foreach (var words in (ReadOnlySpan<string>)["nous ", "nos ", "a pris la parole", "a présenté", "a parlé"])
        {
            if (after.StartsWith(words, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool HasTalkNounBefore(string text, int end)
    {
        var start = Math.Max(0, end - 160);
        var window = text.AsSpan(start, end - start);
        foreach (var noun in Words.TalkNouns)
        {
            if (window.Contains(noun, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>A name with those joined to it by "and" or a comma: "James Dymond and John Painter from Sourced Group".</summary>
    internal static List<SpeakerName> WithNeighbours(string text, IReadOnlyList<NameSpan> runs, int index)
    {
        var first = index;
        while (first > 0 && IsJoint(text, runs[first - 1].End, runs[first].Start)
            && runs[first - 1].Name.Confidence >= runs[index].Name.Confidence)
        {
            first--;
        }
        var last = index;
        while (last + 1 < runs.Count && IsJoint(text, runs[last].End, runs[last + 1].Start))
        {
            var areMarked = runs[last].IsMarked && runs[last + 1].IsMarked;
            if (!areMarked && runs[last + 1].Name.Confidence < runs[index].Name.Confidence)
                break;
            last++;
        }

        List<SpeakerName> names = [.. runs.Skip(first).Take(last - first + 1).Select(r => r.Name)];
        for (var next = Behind(text, runs, last); next > 0
            && runs[next].Name.Confidence >= NameConfidence.Strong; next = Behind(text, runs, next))
        {
            names.Add(runs[next].Name);
        }
        return names;
    }

    // "Ben Probst from Quay Labs and Cleo Tamm": who stands behind an employer; 0 for nobody.
    private static int Behind(string text, IReadOnlyList<NameSpan> runs, int index)
    {
        var end = runs[index].End;
        for (var next = index + 1; next < runs.Count && next <= index + 2; next++)
        {
            var between = text.AsSpan(end, runs[next].Start - end);
            var isJoined = between.EndsWith(" and ", StringComparison.Ordinal) || between.EndsWith(", ", StringComparison.Ordinal);
            if (isJoined && between.Length < LongestEmployer && between.StartsWith(" from ", StringComparison.Ordinal))
                return next;
        }

        return 0;
    }

    private static bool IsJoint(string text, int from, int to) =>
        to - from is > 0 and < 8 && text[from..to].Trim() is "and" or "&" or "et" or "und" or "," or ", and" or "y" or "with" or "、" or "と";

    /// <summary>Whether nothing but signs, a picture or a word such as "Then" stands before a name.</summary>
    internal static bool IsAtStart(Block block, int start)
    {
        var text = block.Text.AsSpan(0, start);
        foreach (var span in block.Spans)
        {
            if (span.Kind == SpanKind.Image && span.End <= start && span.End > 0)
                text = block.Text.AsSpan(span.End, start - span.End);
        }

        var before = text.Trim(" *_\"“'([|>-").Trim();
        return before.IsEmpty || before.Length < 12
            && before is "First" or "Next" or "Then" or "Finally" or "Today" or "First," or "Next," or "Then," or "Finally," or "Speaker"
            or "Presenter" or "Our" or "The speaker";
    }

    // "講者 [C.T Lin](…) 介紹了 …": a label needs no colon where a sentence goes on.
    private static bool IsBehindLabel(string text, int start)
    {
        var before = text.AsSpan(0, Math.Min(start, 12)).Trim(" *_（(");
        return start is > 1 and < 12 && before is [>= '\u3040', _, ..] && Words.SpeakerLabels.Has(before);
    }

    private static string WordAfter(string text, int at)
    {
        var i = at;
        if (i < text.Length && text.AsSpan(i) is [' ', '(' or '（', ..])
        {
            var close = text.IndexOf(')', i, Math.Min(80, text.Length - i));
            if (close > 0)
                i = close + 1;
        }

        if (i < text.Length && text.AsSpan(i) is [',' or '.'] or [',' or '.', ' ', ..])
            return text[i].ToString();
        while (i < text.Length && text[i] is ' ' or '*' or '"')
            i++;
        var start = i;
        while (i < text.Length && char.IsLetter(text[i]))
            i++;
        return text[start..i].ToLowerInvariant();
    }

    // "Murray's talk", "Chris' very short keynote": what somebody owns, four words of it.
    private static string? Possessive(string text, int at)
    {
        var after = text.AsSpan(at).TrimStart("*_");
        if (after.StartsWith("'s ", StringComparison.Ordinal) || after.StartsWith("’s ", StringComparison.Ordinal))
            after = after[3..];
        else if (after.StartsWith("' ", StringComparison.Ordinal) || after.StartsWith("’ ", StringComparison.Ordinal))
            after = after[2..];
        else if (after.StartsWith("の", StringComparison.Ordinal))
            return after[..Math.Min(8, after.Length)].ToString();
        else
            return null;
        var end = 0;
        for (var words = 0; words < 4 && end < after.Length; words++)
        {
            var space = after[end..].IndexOf(' ');
            end = space < 0 ? after.Length : end + space + 1;
        }

        return after[..end].ToString();
    }
}
