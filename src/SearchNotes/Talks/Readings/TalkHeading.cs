namespace SearchNotes.Talks.Readings;

/// <summary>Reads topic and speakers from a heading.</summary>
internal static class TalkHeading
{
    private static readonly string[] SoftBy = [" with ", " from ", " mit ", " avec ", " con "];

    /// <summary>All ways to read a heading as topic and speakers. Which one holds is for the siblings to say.</summary>
    internal static IReadOnlyList<HeadingReading> Read(string text, Vocabulary vocabulary)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var readings = new List<HeadingReading>();
        AddOn(text, vocabulary, readings);
        AddBy(text, vocabulary, readings);
        AddBrackets(text, vocabulary, readings);
        HonorificHeading.AddHonorific(text, vocabulary, readings);
        HonorificHeading.AddHandle(text, readings);
        HonorificHeading.AddCalled(text, vocabulary, readings);
        AddQuoted(text, vocabulary, readings);
        AddDashes(text, vocabulary, readings);
        AddColons(text, vocabulary, readings);
        AddComma(text, vocabulary, readings);
        HeadingReading.Add(HeadingShape.Speaker, "", text.TrimEnd(':', '：'), vocabulary, NameConfidence.Weak, readings);
        return readings;
    }

    /// <summary>Whether such a word before a name says many other things as well.</summary>
    internal static bool IsSoft(string byWord) => Array.IndexOf(SoftBy, byWord) >= 0;

    private static void AddOn(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        var whole = text + " ";
        var best = -1;
        var length = 0;
        foreach (var word in Words.OnWords)
        {
            var at = whole.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && (best < 0 || at < best))
                (best, length) = (at, word.Length);
        }

        if (best > 0)
            HeadingReading.Add(HeadingShape.On, whole[(best + length)..], whole[..best], vocabulary, NameConfidence.Weak, readings);
    }

    private static void AddBy(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        foreach (var word in Words.ByWords)
        {
            var at = text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            var isSoft = IsSoft(word);
            // "Microservices avec Quarkus - Clement Escoffier": the dash says it.
            if (isSoft && at > 0 && EndsInName(text, at, vocabulary))
                continue;
            if (at <= 0
                || !HeadingReading.Add(HeadingShape.By, text[..at], text[(at + word.Length)..], vocabulary, isSoft
                    ? NameConfidence.Strong : NameConfidence.Weak, readings))
            {
                continue;
            }
            readings[^1] = readings[^1] with { IsSoft = isSoft };
            return;
        }
    }

    private static bool EndsInName(string text, int from, Vocabulary vocabulary) =>
        text.IndexOf(" - ", from, StringComparison.Ordinal) is > 0 and var dash
        && SpeakerNames.Weakest(SpeakerNames.Read(text[(dash + 3)..], vocabulary)) >= NameConfidence.Strong;

    private static void AddBrackets(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        if (text.Length < 5 || text[^1] is not (')' or '）' or ']'))
            return;
        var open = Brackets.Opening(text);
        if (open > 1)
            HeadingReading.Add(HeadingShape.Brackets, text[..open], text[(open + 1)..^1], vocabulary, NameConfidence.Weak, readings);
    }

    private static void AddQuoted(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        var open = text.IndexOfAny(['“', '"', '「', '『', '«', '《']);
        var close = open < 0 ? -1 : text.LastIndexOfAny(['”', '"', '」', '』', '»', '》']);
        // "김재민 'Title'": an apostrophe stands between letters.
        var quote = Math.Max(text.IndexOf(" '", StringComparison.Ordinal), text.IndexOf(" ‘", StringComparison.Ordinal));
        if (open < 0 && quote > 0 && text[^1] is '\'' or '’')
            (open, close) = (quote + 1, text.Length - 1);
        if (close <= open + 1)
            return;
        var topic = text[(open + 1)..close];
        var before = Topics.IsSlot(text[..open]) ? "" : text[..open].Trim();
        var after = text[(close + 1)..].Trim();
        if (before.Length == 0 && after.Length > 0)
        {
            AddBehindQuotes(topic, after, vocabulary, readings);
        }
        else if (before.Length > 0 && after.Length <= 4 && after is [] or [>= '\u3040', ..])
        {
            HeadingReading.Add(HeadingShape.Quoted, topic, before.TrimEnd(':', '-', '–', '—', ','), vocabulary, NameConfidence.Weak,
                readings);
        }
    }

    // "「title」 ― 磯 蘭水": behind quotes and a dash stands a speaker, even where a name shows by nothing else.
    private static void AddBehindQuotes(string topic, string after, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        if (HeadingReading.Add(HeadingShape.Quoted, topic, after, vocabulary, NameConfidence.Weak, readings)
            && after[0] is '-' or '–' or '—' or '―' or 'ー')
        {
            readings[^1] =
                readings[^1] with
                {
                    Names =
                    [.. readings[^1].Names.Select(n => n.Name[0] >= '\u3040' ? n with { Confidence = NameConfidence.Strong } : n)]
                };
        }
    }

    private static void AddDashes(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        var (last, lastLength) = Dashes.Last(text);
        var (first, firstLength) = Dashes.First(text);
        if (first <= 0)
            (first, firstLength) = (last, lastLength);
        if (first <= 0)
            return;
        if (!AddBehindDash(text, vocabulary, readings) && !AddWithCompany(text, last, lastLength, vocabulary, readings))
        {
            HeadingReading.Add(HeadingShape.TopicDash, text[..last], text[(last + lastLength)..], vocabulary, NameConfidence.Weak,
                readings);
        }
        HeadingReading.Add(HeadingShape.DashTopic, text[(first + firstLength)..], text[..first], vocabulary, NameConfidence.Weak, readings);
    }

    // "Le capitaine Némo - Eléa Petton / Stéphane Philippart": the slash joins the names.
    private static bool AddBehindDash(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        var dash = text.LastIndexOf(" - ", StringComparison.Ordinal);
        return dash > 0 && text.IndexOf(" / ", dash, StringComparison.Ordinal) > 0
            && HeadingReading.Add(HeadingShape.TopicDash, text[..dash], text[(dash + 3)..], vocabulary, NameConfidence.Strong, readings);
    }

    // "Scalable applications in Python - Julien Danjou - Red Hat": the speaker, then the company.
    private static bool AddWithCompany(string text, int last, int lastLength, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        var before = text[..last];
        var dash = before.LastIndexOf(text.Substring(last, lastLength), StringComparison.Ordinal);
        if (dash <= 0)
            return false;
        var names = SpeakerNames.Read(before[(dash + lastLength)..], vocabulary);
        if (SpeakerNames.Weakest(names) == NameConfidence.None || names.Any(n => n.Name.Split(' ').Length > 4))
            return false;
        var company = text[(last + lastLength)..].Trim();
        names = [.. names.SkipLast(1), names[^1] with { Detail = names[^1].Detail ?? company }];
        readings.Add(new HeadingReading(HeadingShape.TopicDash, Topics.Clean(before[..dash]), names));
        return readings[^1].Confidence >= NameConfidence.Strong;
    }

    private static void AddColons(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        var first = text.IndexOfAny([':', '：']);
        if (first <= 0 || first == text.Length - 1)
            return;
        HeadingReading.Add(HeadingShape.ColonTopic, text[(first + 1)..], text[..first], vocabulary, NameConfidence.Weak, readings);
        var last = text.LastIndexOfAny([':', '：']);
        HeadingReading.Add(HeadingShape.TopicColon, text[..last], text[(last + 1)..], vocabulary, NameConfidence.Strong, readings);
    }

    // "Local testing of distributed systems, Justin Carter, S&W": behind a comma a title goes on more often than not.
    private static void AddComma(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        if (comma > 2 && HeadingWords.Count(text[..comma]) >= 2)
            HeadingReading.Add(HeadingShape.TopicComma, text[..comma], text[(comma + 2)..], vocabulary, NameConfidence.Weak, readings);
    }

}
