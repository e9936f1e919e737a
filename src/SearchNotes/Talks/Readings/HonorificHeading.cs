namespace SearchNotes.Talks.Readings;

/// <summary>Reads headings of Japanese posts that name the speaker by an honorific or a handle.</summary>
internal static class HonorificHeading
{
    // "HTML5の今と未来 羽田野 太巳 氏": one or two short words before such an end are a name.
    internal static void AddHonorific(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        if (Array.Find(Words.HonorificSuffixes, end => text.EndsWith(end, StringComparison.Ordinal)) is not { } honorific)
            return;
        var joint = text.LastIndexOfAny(['/', '／', '、']);
        if (joint > 0 && Array.Exists(Words.HonorificSuffixes, end => text[..joint].TrimEnd().EndsWith(end, StringComparison.Ordinal)))
        {
            AddHonorific(text[..joint].TrimEnd(), vocabulary, readings);
            if (readings is [.., { Shape: HeadingShape.Linked } first])
                readings[^1] = first with { Names = [.. first.Names, .. SpeakerNames.Read(text[(joint + 1)..], vocabulary)] };
            return;
        }

        var words = text[..^honorific.Length].Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var count = words.Reverse().Take(2)
            .TakeWhile(word => word is [>= '\u3400'] || IsShortName(word, vocabulary)).Count();
        if (count > 0 && count < words.Length)
        {
            HeadingReading.Add(HeadingShape.Linked, InQuotes(string.Join(' ', words[..^count])), string.Join(' ',
                words[^count..]) + honorific,
                vocabulary, NameConfidence.Strong, readings);
        }
    }

    private static bool IsShortName(string word, Vocabulary vocabulary) =>
        word.Length <= 4 && NameClassifier.Classify(word, vocabulary) != NameConfidence.None;

    // "『CDKの歩き方』AWS Japan": what stands behind the title is where the speaker works.
    private static string InQuotes(string text) =>
        text[0] is '『' or '「' && text.LastIndexOfAny(['』', '」']) is > 2 and var close ? text[1..close] : text;

    // "亀田さんのCloudflare話", "我らが齋藤 光さんから「SREチームの越境」": who is called so, and what follows.
    internal static void AddCalled(string text, Vocabulary vocabulary, List<HeadingReading> readings)
    {
        foreach (var called in (ReadOnlySpan<string>)["さんの", "氏の", "さんから", "氏から", "さんより", "さんによる", "氏による"])
        {
            var at = text.IndexOf(called, StringComparison.Ordinal);
            if (at < 1 || at + called.Length >= text.Length - 1)
                continue;
            var start = NameStart(text, at);
            var topic = text[(at + called.Length)..];
            var isShort = topic.Length <= 24 && topic.AsSpan().IndexOfAny('。', '、') < 0;
            var isWhole = called[^1] == 'の' && start == 0 && isShort;
            if (at - start >= 2 && (isWhole || topic[0] is '「' or '『' or '"' or '“'))
            {
                HeadingReading.Add(HeadingShape.Quoted, isWhole
                    ? topic : topic[1..Math.Max(1, topic.LastIndexOfAny(['」', '』', '"', '”']))], text[start..at] + "さん", vocabulary,
                    NameConfidence.Strong, readings);
            }
            return;
        }
    }

    // The letters of one script that end at an index, and those of the same before one space: "齋藤 光", "Shoma Kubo".
    private static int NameStart(string text, int end)
    {
        var start = end;
        while (start > Math.Max(0, end - 16) && (IsNameLetter(text[start - 1]) || IsInnerSpace(text, start - 1, end)))
            start--;
        return start;
    }

    private static bool IsInnerSpace(string text, int at, int end) =>
        at + 1 < end && text.AsSpan(0, at + 1) is [.., var before, ' '] && IsNameLetter(before);

    private static bool IsNameLetter(char c) =>
        c is (>= '\u3400' and <= '\u9FFF') or (>= '\u30A1' and <= '\u30FC') || char.IsAsciiLetter(c);

    // "AWSの機能が増えすぎて、Ruby実装をやり直した話 @hiroky_814": a handle at the end, and no word before it that makes it a place.
    internal static void AddHandle(string text, List<HeadingReading> readings)
    {
        var at = text.LastIndexOf(" @", StringComparison.Ordinal);
        if (at > 3 && text[at - 1] >= '\u3040' && NameClassifier.IsHandle(text[(at + 1)..]))
        {
            readings.Add(
                new HeadingReading(HeadingShape.Linked, Topics.Clean(text[..at]),
                    [new SpeakerName(text[(at + 1)..], null, NameConfidence.Certain)]));
        }
    }
}
