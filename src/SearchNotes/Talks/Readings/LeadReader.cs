using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads how a paragraph or list item opens: title, speaker, or both.</summary>
internal static class LeadReader
{
    /// <summary>Reads "**Peter Leschev** described …", "[Title](link) von Name: …" and "Title (Name): …"; <see langword="null"/> for any
    /// other text.</summary>
    internal static LeadReading? Read(Block block, Vocabulary vocabulary)
    {
        var start = Start(block);
        if (start >= block.Text.Length)
            return null;
        var span = OfSpan(block, start, vocabulary);
        if (span is { Names.Count: > 0 })
            return span;
        if (span is not null && PossessiveTitle.Read(span.Topic, vocabulary) is { Topic.Length: > 0 } owned)
            return new LeadReading(owned.Topic, owned.Names, Weights.MarkedLead, IsMarked: true);
        return OfOwner(block, start, vocabulary) ?? QuotedLead.Read(block, start, vocabulary) ?? OfSentence(block, start, vocabulary)
            ?? span ?? OfText(block, start, vocabulary) ?? OfBy(block, start, vocabulary);
    }

    // Pictures and check boxes may stand first.
    private static int Start(Block block)
    {
        var start = 0;
        foreach (var span in block.Spans)
        {
            if (span.Kind == SpanKind.Image && span.Start <= start + 1 && span.End > start)
                start = span.End;
        }

        while (start < block.Text.Length && !char.IsLetterOrDigit(block.Text[start])
            && block.Text[start] is not ('"' or '“' or '「' or '@' or '«' or '『' or '《' or '('))
        {
            start++;
        }
        return start;
    }

    private static LeadReading? OfSpan(Block block, int start, Vocabulary vocabulary)
    {
        var lead = LeadSpan(block, start);
        if (lead.Length == 0)
            return null;
        var text = block.Text.Substring(lead.Start, lead.Length);
        var names = SpeakerNames.Read(text, vocabulary);
        // "[Monadic Effects](…) von Niki Vazou": behind such a word stands the speaker, so this is the title.
        var isTitle =
            Words.ByWords.Any(word => !TalkHeading.IsSoft(word) && block.Text.AsSpan(lead.End).StartsWith(word, StringComparison.Ordinal))
            && NamesBehindTitle.After(block, lead.End, vocabulary).Count > 0;
        var inside = isTitle ? null : Best(TalkHeading.Read(text, vocabulary));
        if (!isTitle && SpeakerNames.Weakest(names) >= NameConfidence.Strong && !IsPersonAndTitle(inside))
            return OfPerson(block, lead.End, names, vocabulary);
        if (inside is { Topic.Length: > 0 })
            return new LeadReading(inside.Topic, inside.Names, Weights.MarkedLead, IsMarked: true);
        var after = NamesBehindTitle.After(block, lead.End, vocabulary);
        if (after.Count > 0)
            return new LeadReading(Topics.Clean(text), after, Weights.MarkedLead, IsMarked: true);
        var isTitleLine = (block.IsItem || IsLinkedTitle(block, lead)) && HeadingWords.Count(text) >= 2;
        return isTitleLine && IsTitleEnd(block, lead)
            ? new LeadReading(Topics.Clean(TopicPrefix.Split(text).Topic), [], Weights.TitleLead, IsMarked: true) : null;
    }

    // "[Ada Muster - How tides turn](…)"; not "[Ada Muster - Green Ltd](…)".
    private static bool IsPersonAndTitle(HeadingReading? reading) =>
        reading is { Shape: HeadingShape.DashTopic or HeadingShape.TopicDash, Confidence: >= NameConfidence.Strong }
        && HeadingWords.Count(reading.Topic) >= 3 && !SpeakerNames.HasAffiliation(reading.Topic);

    // "[Best of Informationsfreiheit](…): ein Vortrag voller …" as a paragraph: a link, a colon, then text.
    private static bool IsLinkedTitle(Block block, TextSpan lead) =>
        lead.Kind == SpanKind.Link && block.IsTopLevel && IsBeforeText(block.Text, lead.End);

    private static bool IsBeforeText(string text, int end) =>
        text.Length > end + 20 && text.AsSpan(end).TrimStart() is [':' or '：', ..];

    // A title stands for itself: a colon, a dash or the end of its line follows.
    private static bool IsTitleEnd(Block block, TextSpan lead)
    {
        var rest = block.Text.AsSpan(lead.End).TrimStart();
        return rest.IsEmpty || rest[0] is ':' or '：' or '-' or '–' or '—' or '.' or '('
            || BlockLines.Of(block).Any(line => line.End == lead.End);
    }

    private static TextSpan LeadSpan(Block block, int start)
    {
        foreach (var span in block.Spans)
        {
            var isMarked = span is { Kind: SpanKind.Strong or SpanKind.Link or SpanKind.Emphasis, Length: > 2 };
            if (isMarked && span.Start >= start - 1 && span.Start <= start + 1)
                return span;
        }

        var close = block.Text[start] switch { '"' => '"', '“' => '”', '「' => '」', '『' => '』', '«' => '»', '《' => '》', _ => '\0' };
        var end = close == '\0' ? -1 : block.Text.IndexOf(close, start + 1, Math.Min(LeadReading.MaxLength, block.Text.Length - start - 1));
        return end < 0 ? default : new TextSpan(SpanKind.Emphasis, start, end + 1 - start);
    }

    private static LeadReading? OfPerson(Block block, int end, IReadOnlyList<SpeakerName> names, Vocabulary vocabulary)
    {
        var all = new List<SpeakerName>(names);
        foreach (var run in NameFinder.In(block, vocabulary))
        {
            if (run.Start > end && run.Name.Confidence >= NameConfidence.Strong
                && block.Text[end..run.Start].Trim() is "and" or "&" or "et" or "und" or "," or ", and" or "with" or "y")
            {
                all.Add(run.Name);
                end = run.End;
            }
        }

        var rest = block.Text[end..].TrimStart();
        var isTitled = rest.Length > 3 && rest[0] is ':' or '-' or '–' or '—' or '：' or '(' or '|' or ',';
        var topic = isTitled && rest[0] is not ('(' or ',') ? Topics.Clean(FirstClause(rest[1..])) : SentenceTopic.Of(block, end);
        var weight = isTitled || SpeakerSentence.Follows(block.Text, end)
            ? Weights.MarkedLead : SentenceTopic.IsTitled(block, end) ? Weights.SentenceLead : Weights.BareLead;
        return new LeadReading(topic, all, weight, IsMarked: true);
    }

    private static LeadReading? OfSentence(Block block, int start, Vocabulary vocabulary)
    {
        if (SpeakerSentence.Read(block, vocabulary) is not { Kind: EvidenceKind.Sentence, Confidence: >= NameConfidence.Strong } mark)
            return null;
        var at = block.Text.IndexOf(mark.Names[0].Name, start, StringComparison.Ordinal);
        if (at < 0 || at > start + 60)
            return null;
        return new LeadReading(SentenceTopic.Of(block, at + mark.Names[0].Name.Length), mark.Names, Weights.SentenceLead,
            IsMarked: block.Spans.Any(s => s.Kind == SpanKind.Strong && s.Start == at));
    }

    private static LeadReading? OfText(Block block, int start, Vocabulary vocabulary)
    {
        var (_, lineEnd) = BlockLines.Of(block).First();
        var line = block.Text[start..Math.Max(start, lineEnd)];
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        foreach (var text in (ReadOnlySpan<string>)[line, colon > 8 ? line[..colon] : ""])
        {
            if (text.Length is 0 or > LeadReading.MaxLength)
                continue;
            var best = Best(TalkHeading.Read(TopicPrefix.Split(text).Topic, vocabulary));
            if (best is { Topic.Length: > 0 })
                return new LeadReading(best.Topic, best.Names, Weights.TextLead, IsMarked: false);
        }

        return null;
    }

    // "Marian Petre's [Expert Approach to Error](link) was …"
    private static LeadReading? OfOwner(Block block, int start, Vocabulary vocabulary)
    {
        foreach (var run in NameFinder.In(block, vocabulary))
        {
            if (run.Start > start + 1 || run.Name.Confidence < NameConfidence.Strong)
                break;
            foreach (var span in block.Spans)
            {
                var isTitle = span is { Kind: SpanKind.Link or SpanKind.Emphasis or SpanKind.Strong, Length: > 6 };
                if (isTitle && span.Start > run.End && block.Text[run.End..span.Start] is "'s " or "’s " or "' " or "’ ")
                {
                    return new LeadReading(Topics.Clean(block.Text.Substring(span.Start, span.Length)), [run.Name], Weights.MarkedLead,
                        IsMarked: true);
                }
            }
        }

        return null;
    }

    // "Building Observability for 99% Developers by Jean Yang focused on …"
    private static LeadReading? OfBy(Block block, int start, Vocabulary vocabulary)
    {
        foreach (var run in NameFinder.In(block, vocabulary))
        {
            if (run.Start > start + 120)
                break;
            if (run.Name.Confidence < NameConfidence.Strong || run.Start < start + 8 || !char.IsUpper(block.Text[start]))
                continue;
            var before = block.Text[start..run.Start];
            if (before.EndsWith(" by ", StringComparison.Ordinal) && before.IndexOf(". ", StringComparison.Ordinal) < 0)
                return new LeadReading(Topics.Clean(WithoutTalkNoun(before[..^4])), [run.Name], Weights.TextLead, IsMarked: false);
        }

        return null;
    }

    // "The Tackling Technical Debt workshop" → Tackling Technical Debt
    private static string WithoutTalkNoun(string text)
    {
        foreach (var noun in Words.TalkNouns)
        {
            if (text.EndsWith(" " + noun, StringComparison.OrdinalIgnoreCase))
                text = text[..^(noun.Length + 1)];
        }

        return text.StartsWith("The ", StringComparison.Ordinal) && text.Length > 12 ? text[4..] : text;
    }

    /// <summary>The reading that speaks most for a talk; <see langword="null"/> where none has plain names.</summary>
    internal static HeadingReading? Best(IReadOnlyList<HeadingReading> readings) =>
        readings.Where(r => r.Confidence >= NameConfidence.Strong && r.Shape is not (HeadingShape.Speaker or HeadingShape.TopicColon))
        .MaxBy(r => Weights.Of(r.Shape, r.Confidence));

    private static string FirstClause(string text)
    {
        var trimmed = text.TrimStart(' ', '-', '–', '—', ':');
        var end = trimmed.IndexOf(". ", StringComparison.Ordinal);
        if (end < 0 || end > LeadReading.MaxLength)
            end = Math.Min(trimmed.Length, LeadReading.MaxLength);
        return trimmed[..end];
    }
}
