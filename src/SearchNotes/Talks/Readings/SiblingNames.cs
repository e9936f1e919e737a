namespace SearchNotes.Talks.Readings;

/// <summary>Reads names that show only by their place, where most headings of a level have one there.</summary>
internal static class SiblingNames
{
    /// <summary>Takes the word behind the dash, another one in each heading, as the speaker: "Audio Data API – smellman" among "IEのCacheを覗く –
    /// hebikuzere".</summary>
    internal static void TakeHandles(IReadOnlyList<Candidate> level)
    {
        var tails = level.Select(c => (Candidate: c, Tail: Tail(c.Text))).Where(t => t.Tail.Length > 0).ToList();
        if (tails.Count < 3 || tails.Count < 0.6 * level.Count || !AreDistinct(tails.Select(t => t.Tail), 0.7 * tails.Count))
            return;
        if (tails.Count(t => t.Candidate.Text[..^t.Tail.Length].Any(c => c >= '\u3040')) < 0.5 * tails.Count)
            return;
        foreach (var (candidate, tail) in tails.Where(t => t.Candidate.Chosen is null))
        {
            var topic = Topics.Clean(candidate.Text[..^tail.Length].TrimEnd('@', ' '));
            if (topic.Length > 0)
            {
                (candidate.Chosen, candidate.IsShapeOfSiblings) =
                    (new HeadingReading(HeadingShape.TopicDash, topic, [new SpeakerName(tail, null, NameConfidence.Weak)]), true);
            }
        }

        static string Tail(string text)
        {
            var (at, length) = Dashes.Last(text);
            if (text.LastIndexOf(" @", StringComparison.Ordinal) is var sign && sign > at)
                (at, length) = (sign, 2);
            var tail = at < 1 ? "" : text[(at + length)..].Trim();
            return tail.Length is > 1 and <= 20 && IsName(tail) && !Words.NotNames.Has(tail) ? tail : "";
        }

        // In letters with capitals a name of one word.
        static bool IsName(string tail) =>
            char.IsLetter(tail[0]) && (tail[0] >= '\u3040' || !tail.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>Takes the word before the space as the speaker, as Chinese has no other spaces: "王健 用Python架设…", "李路 Artisan &amp; Artist",
    /// "Jeff 移动应用…".</summary>
    internal static void TakeFirstWords(IReadOnlyList<Candidate> level)
    {
        var heads = level.Where(c => c.Chosen is null && FirstWord(c.Text) is not null)
            .Select(c => (Candidate: c, Word: FirstWord(c.Text)!.Value)).ToList();
        var han = heads.Count(h => h.Word.Name[0] >= '\u3400');
        if (han < 3 || heads.Count < 0.5 * level.Count || !AreDistinct(heads.Select(h => h.Word.Name), 0.8 * heads.Count))
            return;
        if (level.Any(c => c.Text.Any(letter => letter is >= '\u3041' and <= '\u30FA')))
            return;
        foreach (var (candidate, (name, topic)) in heads)
        {
            (candidate.Chosen, candidate.IsShapeOfSiblings) =
                (new HeadingReading(HeadingShape.DashTopic, Topics.Clean(topic), [new SpeakerName(name, null, NameConfidence.Weak)]), true);
        }

        static (string Name, string Topic)? FirstWord(string text)
        {
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            var (name, topic) = space < 2 ? ("", "") : (text[..space], text[(space + 1)..].TrimStart(' ', '论', '：', ':'));
            var isHan = name.Length is 2 or 3 && name.All(letter => letter is >= '\u3400' and <= '\u9FFF')
                && NameClassifier.Classify(name, Vocabulary.Empty) != NameConfidence.None;
            var isWord = name.Length is > 2 and <= 16 && name.All(char.IsAsciiLetter) && !Words.NotNames.Has(name);
            var isHandle = isWord && topic is [>= '\u3400' and <= '\u9FFF', ..];
            return (isHan || isHandle) && topic.Length > 2 ? (name, topic) : null;
        }
    }

    private static bool AreDistinct(IEnumerable<string> names, double least) => names.Distinct(StringComparer.Ordinal).Count() >= least;

    /// <summary>Takes lower-case names where a blogger writes all headings in lower case: "making the magic happen (ryan duff)".</summary>
    internal static void TakeSmallNames(IReadOnlyList<Candidate> level)
    {
        var small = level.Count(c => char.IsLower(c.Text[0]));
        if (level.Count < 3 || small < 0.7 * level.Count)
            return;
        var tails = level.Select(c => LowercaseNames.Of(c.Text, isStrict: true)).Where(t => t is not null).ToList();
        if (tails.Count < 0.5 * level.Count || tails.Select(t => t!.Names).Distinct(StringComparer.Ordinal).Count() < 0.6 * tails.Count)
            return;
        foreach (var candidate in level)
        {
            if (candidate.Chosen is null && LowercaseNames.Of(candidate.Text, isStrict: false) is { } tail)
                (candidate.Chosen, candidate.IsShapeOfSiblings) = (tail.ToReading(), true);
        }
    }
}
