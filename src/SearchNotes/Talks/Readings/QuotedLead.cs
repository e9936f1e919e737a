using System.Buffers;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads paragraphs that give a title in quotes and say who gave the talk.</summary>
internal static class QuotedLead
{
    // How far into its paragraph a quoted title may begin, and how far behind it the speaker may stand.
    private const int QuoteStart = 24;
    private const int QuoteToName = 40;

    // How long the sentence before 《title》 may be, and the name in it.
    private const int LongestBefore = 60;
    private const int LongestName = 4;

    private static readonly SearchValues<char> NameBorders = SearchValues.Create(" ，,、：:是由");

    /// <summary>The talk that a paragraph opens with, or <see langword="null"/>.</summary>
    internal static LeadReading? Read(Block block, int start, Vocabulary vocabulary) =>
        NamedBehind(block, start, vocabulary) ?? GivenBy(block.Text, start);

    // 첫 번째 "비개발자의 커뮤니티 개발 분투기"에서는, 서정민님이 …: a title in quotes, then somebody who is called a person.
    private static LeadReading? NamedBehind(Block block, int start, Vocabulary vocabulary)
    {
        var open = block.Text.AsSpan(start).IndexOfAny("\"“「『《") + start;
        var close = open < start ? -1 : block.Text.AsSpan(open + 1).IndexOfAny("\"”」』》") + open + 1;
        if (open < start || open > start + QuoteStart || close - open is < 4 or > LeadReading.MaxLength)
            return null;
        foreach (var run in NameFinder.In(block, vocabulary))
        {
            if (run.Start > close && run.Start < close + QuoteToName
                && run.Name is { Confidence: NameConfidence.Certain, Detail: not null })
            {
                return new LeadReading(Topics.Clean(block.Text[(open + 1)..close]), [run.Name], Weights.SentenceLead, IsMarked: false);
            }
        }

        return null;
    }

    // 第一场是张克军分享的《云生态新物种》, 最后，是彭宁的《分布式文件系统》: somebody gives what stands in the quotes.
    private static LeadReading? GivenBy(string text, int start)
    {
        var open = text.AsSpan(start, Math.Min(LongestBefore, text.Length - start)).IndexOfAny("《「") + start;
        var close = open < start + 2 ? -1 : text.AsSpan(open + 1).IndexOfAny("》」") + open + 1;
        if (close < open + 3 || close > open + LeadReading.MaxLength)
            return null;
        var before = text.AsSpan(start, open - start).TrimEnd();
        var giving =
            Array.Find(Words.TitleIntroductions, verb =>
                text.AsSpan(start, open - start).TrimEnd().EndsWith(verb, StringComparison.Ordinal));
        var isSubject = giving is null && before is [.., 'は' or 'が'];
        if (giving is null && !isSubject)
            return null;
        before = before[..^(giving?.Length ?? 1)].TrimEnd(" ，,、");
        var name = before[(before.LastIndexOfAny(NameBorders) + 1)..];
        var isName = name.Length is >= 2 and <= LongestName
            && NameClassifier.Classify(name.ToString(), Vocabulary.Empty) != NameConfidence.None;
        var isHandle = name.Length is > 2 and <= 20 && name[0] == '@';
        // "この発表は「…」" names nobody.
        if (isSubject && !isHandle)
            return null;
        SpeakerName[] names = isName || isHandle ? [new SpeakerName(name.ToString(), null, NameConfidence.Strong)] : [];
        return new LeadReading(Topics.Clean(text[(open + 1)..close]), names, Weights.SentenceLead, IsMarked: false);
    }
}
