using System.Buffers;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads the first sentences of a text that is known to be about a talk: who gave it, and on what.</summary>
/// <remarks>The other readers help to decide whether a text is about a talk, so they need a verb or a label. Here it is decided: the
/// first name is the speaker's, and what stands in quotes is the title.</remarks>
internal static class TalkOpening
{
    // How far into a paragraph the title or the name may begin.
    private const int LatestTitle = 160;
    private const int LongestTitle = 160;
    private const int MostTitleWords = 14;
    private const int LongestLabel = 80;
    private const int ShortestSentence = 20;
    private const int ShortestRest = 60;
    private const int LatestName = 300;
    private const int MostParagraphs = 2;

    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create(",;(!?:–—");

    private static readonly (char Open, char Close)[] Quotes =
        [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“'), ('「', '」'), ('『', '』'), ('《', '》')];

    /// <summary>The first people whom the first sentence of a paragraph or list item names; none where it names nobody.</summary>
    /// <param name="block">The paragraph or item.</param>
    /// <param name="title">The title of the talk, whose words are nobody's name; "" when there is none.</param>
    /// <param name="vocabulary">Words of the post.</param>
    internal static IReadOnlyList<SpeakerName> Speakers(Block block, string title, Vocabulary vocabulary)
    {
        var runs = NameFinder.In(block, vocabulary);
        var end = SentenceEnd(block.Text, 0);
        for (var i = 0; i < runs.Count && runs[i].Start < end; i++)
        {
            var isAtStart = SpeakerSentence.IsAtStart(block, runs[i].Start);
            if (OpeningPeople.Of(block, runs, i, title) is { Count: > 0 } people
                && (isAtStart || OpeningPeople.MayStandInside(block.Text, runs[i])))
            {
                return people;
            }
            // "**Alice** then demonstrated the Oculus Rift": somebody else gave the talk.
            if (isAtStart && runs[i].IsMarked && SpeakerSentence.IsFollowedByVerb(block.Text, runs[i].End))
                return [];
        }

        return [];
    }

    /// <summary>The people with whom one of the first paragraphs below a heading begins ("Antony Woods sneaked in Clojure"), or whom
    /// the first of them links or sets in bold.</summary>
    /// <param name="blocks">What is below the heading.</param>
    /// <param name="topic">The topic of the talk.</param>
    /// <param name="vocabulary">Words of the post.</param>
    internal static IReadOnlyList<SpeakerName> SpeakersBelow(IEnumerable<Block> blocks, string topic, Vocabulary vocabulary)
    {
        var paragraphs = blocks.Where(IsParagraph).Take(MostParagraphs).ToList();
        foreach (var block in paragraphs)
        {
            if (First(block, topic, vocabulary, run => BeginsSentence(block, run.Start)) is { Count: > 0 } people)
                return people;
        }

        return paragraphs is [var first, ..]
            ? First(first, topic, vocabulary, run => run.IsMarked && OpeningPeople.MayStandInside(first.Text, run)) : [];
    }

    private static IReadOnlyList<SpeakerName> First(Block block, string topic, Vocabulary vocabulary, Func<NameSpan, bool> isMeant)
    {
        var runs = NameFinder.In(block, vocabulary);
        for (var i = 0; i < runs.Count && runs[i].Start < LatestName; i++)
        {
            if (isMeant(runs[i]) && OpeningPeople.Of(block, runs, i, topic) is { Count: > 0 } people)
                return people;
        }

        return [];
    }

    private static bool BeginsSentence(Block block, int start) =>
        SpeakerSentence.IsAtStart(block, start)
        || (start > 2 && char.IsWhiteSpace(block.Text[start - 1]) && block.Text[start - 2] is '.' or '!' or '?' or '\n');

    // Text of the notes: no list, no quote, no picture.
    private static bool IsParagraph(Block block) =>
        block is { Kind: BlockKind.Text, InQuote: false, IsItem: false }
        && block.Text.Length - block.Spans.Where(s => s.Kind == SpanKind.Image).Sum(s => s.Length) >= ShortestSentence;

    /// <summary>The reading of a heading whose names occur in the text below it; <see langword="null"/> when there is none.</summary>
    /// <param name="readings">All readings of the heading.</param>
    /// <param name="blocks">What is below it.</param>
    internal static HeadingReading? Confirmed(IReadOnlyList<HeadingReading> readings, IEnumerable<Block> blocks)
    {
        var named = readings.Where(r => r.Topic.Length > 0 && r.Confidence >= NameConfidence.Strong).ToList();
        if (named.Count == 0)
            return null;
        var texts = blocks.Where(b => b.Kind == BlockKind.Text).Take(MostParagraphs).Select(b => b.Text).ToList();
        return named.FirstOrDefault(r => r.Names.All(n => texts.Exists(t => t.Contains(n.Name, StringComparison.Ordinal))));
    }

    /// <summary>The title that a paragraph or list item sets off: quoted, linked or emphasised, or before a colon;
    /// <see langword="null"/> when there is none.</summary>
    /// <param name="block">The paragraph or item.</param>
    /// <param name="vocabulary">Words of the post.</param>
    internal static string? Title(Block block, Vocabulary vocabulary)
    {
        var marked = Marked(block, vocabulary);
        var quoted = Quoted(block.Text);
        if (quoted is { } quote && (marked is not { } mark || quote.Start <= mark.Start))
            return quote.Text;
        return marked?.Text ?? BeforeColon(block.Text, vocabulary);
    }

    /// <summary>What the talk was on, as the first sentence says: behind "about" and its like.</summary>
    /// <param name="text">The paragraph or item.</param>
    /// <param name="names">The speakers that it names.</param>
    internal static string? About(string text, IReadOnlyList<SpeakerName> names)
    {
        var end = SentenceEnd(text, 0);
        var from = 0;
        foreach (var name in names)
        {
            if (text.IndexOf(name.Name, StringComparison.Ordinal) is >= 0 and var at && at < end)
                from = Math.Min(end, Math.Max(from, at + name.Name.Length));
        }

        // "First to speak was Ada Muster. Her talk was about tides."
        return About(text, from, end) ?? (names.Count > 0 && end < text.Length ? About(text, end, SentenceEnd(text, end)) : null);
    }

    private static string? About(string text, int from, int end)
    {
        var about = Words.AboutWords
            .Select(word => (At: text.IndexOf(word, from, end - from, StringComparison.OrdinalIgnoreCase), word.Length))
            .Where(word => word.At >= 0).OrderBy(word => word.At).FirstOrDefault();
        return about.Length == 0 ? null : Phrase(text[(about.At + about.Length)..end]);
    }

    // Up to the end of the clause.
    private static string? Phrase(string text)
    {
        var stop = text.AsSpan().IndexOfAny(PhraseEnds);
        var phrase = stop > 0 ? text[..stop] : text;
        foreach (var word in Words.ClauseStarts)
        {
            if (phrase.IndexOf(word, StringComparison.OrdinalIgnoreCase) is > 2 and var clause)
                phrase = phrase[..clause];
        }

        var topic = Topics.Clean(string.Join(' ', phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostTitleWords)));
        return topic.Length > 2 ? topic : null;
    }

    private static (int Start, string Text)? Marked(Block block, Vocabulary vocabulary)
    {
        foreach (var span in block.Spans)
        {
            var isSetOff = span.Kind is SpanKind.Link or SpanKind.Emphasis or SpanKind.Strong && span.Start <= LatestTitle;
            if (!isSetOff || (block.IsItem && span.Start > 2))
                continue;
            var text = Topics.Clean(block.Text.Substring(span.Start, span.Length));
            if (IsTitle(text) && SpeakerNames.Read(text, vocabulary).Count == 0)
                return (span.Start, text);
        }

        return null;
    }

    private static (int Start, string Text)? Quoted(string text)
    {
        (int Start, string Text)? first = null;
        foreach (var (open, close) in Quotes)
        {
            var start = text.IndexOf(open, 0, Math.Min(text.Length, LatestTitle));
            var end = start < 0 ? -1 : text.IndexOf(close, start + 1, Math.Min(LongestTitle, text.Length - start - 1));
            if (end < 0 || (first is { } found && found.Start < start))
                continue;
            var title = Topics.Clean(text[(start + 1)..end]);
            if (IsTitle(title))
                first = (start, title);
        }

        return first;
    }

    private static bool IsTitle(string text) =>
        HeadingWords.Count(text) is >= 2 and <= MostTitleWords || (text.Length is >= 6 and <= LongestLabel && text.Any(c => c >= '\u3040'));

    // "Ethics with coding: a very interesting talk about …"
    private static string? BeforeColon(string text, Vocabulary vocabulary)
    {
        var colon = text.AsSpan(0, Math.Min(text.Length, LongestLabel)).IndexOf(": ");
        if (colon < 3 || text.Length - colon < ShortestRest || text.AsSpan(0, colon).ContainsAny(".!?;"))
            return null;
        var title = Topics.Clean(TopicPrefix.Split(text[..colon]).Topic);
        // "Keynote: Ethics with coding: a very interesting talk about …"
        if (Kinds.OfHeading(title) != TalkKind.Talk && HeadingWords.Count(title) == 1)
            return BeforeColon(text[(colon + 2)..], vocabulary);
        var isNoTitle = title.Length < 3 || !(char.IsUpper(title[0]) || char.IsDigit(title[0]) || title[0] >= '\u3040');
        return isNoTitle || SpeakerNames.Weakest(SpeakerNames.Read(title, vocabulary)) >= NameConfidence.Strong ? null : title;
    }

    // Where the sentence ends that begins at an index; a short one goes on, as "Dr. " is no end.
    private static int SentenceEnd(string text, int start)
    {
        var least = Math.Min(start + ShortestSentence, text.Length);
        var last = text.Length;
        foreach (var sign in (ReadOnlySpan<string>)[". ", "。", "! ", "? "])
        {
            if (text.IndexOf(sign, least, last - least, StringComparison.Ordinal) is >= 0 and var at)
                last = at;
        }

        return last;
    }
}
