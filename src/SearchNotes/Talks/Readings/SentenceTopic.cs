using System.Buffers;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Finds the topic in the sentence that names the speaker: quoted, emphasised, linked or behind "about".</summary>
internal static class SentenceTopic
{
    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create(".,;(!?");
    private static readonly string[] Abouts = [" about ", " on ", " über ", " sur ", " sobre ", " de ", " regarding "];

    private static readonly string[] Employers = [" from ", " of ", " at ", " chez ", " von ", " bei ", " de "];
    private static readonly string[] Describes =
        [" described ", " explained ", " showed ", " demonstrated ", " introduced ", " covered ", " discussed ", " erklärte ", " zeigte ",
            " explique ", " montre ", " présente "];

    /// <summary>The topic in the sentence from an index on; "" when there is none.</summary>
    internal static string Of(Block block, int from)
    {
        var text = block.Text;
        var end = text.IndexOf(". ", from, StringComparison.Ordinal);
        if (end < 0)
            end = text.Length;
        var isKeynote = text[from..end].Contains("keynote", StringComparison.OrdinalIgnoreCase);
        return Marked(block, from, end) ?? Quoted(text, from, end) ?? Linked(block, from, end)
            ?? (isKeynote ? null : Described(text, from, end)) ?? About(text, from, end) ?? (isKeynote ? "Keynote" : "");
    }

    /// <summary>Whether the sentence gives the talk's title: "woke up my childhood in his talk **Building bricks**",
    /// "は「…」というテーマで".</summary>
    internal static bool IsTitled(Block block, int from)
    {
        var text = block.Text;
        if (text.AsSpan(from).TrimStart("さん氏") is ['は' or 'が', '「' or '『', ..])
            return true;
        var end = text.IndexOf(". ", from, StringComparison.Ordinal);
        if (end < 0)
            end = text.Length;
        var sentence = text[from..end];
        return Words.TalkNouns.Any(noun => sentence.Contains(" " + noun, StringComparison.OrdinalIgnoreCase))
            && (Marked(block, from, end) ?? Quoted(text, from, end)) is not null;
    }

    private static string? Marked(Block block, int from, int end)
    {
        foreach (var span in block.Spans)
        {
            var isMarked = span is { Kind: SpanKind.Strong or SpanKind.Emphasis, Length: > 8 };
            if (isMarked && span.Start >= from && span.End <= end)
                return Topics.Clean(block.Text.Substring(span.Start, span.Length));
        }

        return null;
    }

    private static string? Quoted(string text, int from, int end)
    {
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[('"', '"'), ('“', '”'), ('«', '»'), ('「', '」'), ('『', '』'), ('《', '》')])
        {
            var first = text.IndexOf(open, from, end - from);
            var last = first < 0 ? -1 : text.IndexOf(close, first + 1, end - first - 1);
            if (last > first + 3)
                return Topics.Clean(text[(first + 1)..last]);
        }

        return null;
    }

    private static string? Linked(Block block, int from, int end)
    {
        foreach (var span in block.Spans)
        {
            if (span is not { Kind: SpanKind.Link, Length: > 3 } || span.Start <= from + 1 || span.End > end)
                continue;
            var text = block.Text.Substring(span.Start, span.Length);
            if (!text.Contains("://", StringComparison.Ordinal) && !IsEmployer(block.Text.AsSpan(0, span.Start)))
                return Topics.Clean(text);
        }

        return null;
    }

    // "Ada Muster from [Tomato Works](…) described": where somebody works is no topic.
    private static bool IsEmployer(ReadOnlySpan<char> before)
    {
        foreach (var word in Employers)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // "described linear scan register allocation, on a roll of wallpaper"
    private static string? Described(string text, int from, int end)
    {
        var verbs = Describes.Select(verb => (At: text.IndexOf(verb, from, end - from, StringComparison.Ordinal), verb.Length))
            .Where(verb => verb.At >= 0).ToList();
        if (verbs.Count == 0)
            return null;
        var (at, length) = verbs.MinBy(verb => verb.At);
        var phrase = Phrase(text, at + length, end);
        return phrase.Length <= 2
            || Array.Exists(Abouts,
                word => text.IndexOf(word, from, Math.Min(text.Length, at + length + word.Length - 1) - from, StringComparison.Ordinal)
                >= 0) ? null : Topics.Clean(phrase);
    }

    private static string Phrase(string text, int start, int end)
    {
        var stop = text.AsSpan(start, end - start).IndexOfAny(PhraseEnds);
        foreach (var dash in (ReadOnlySpan<string>)[" -- ", " – ", " — "])
        {
            if (text.IndexOf(dash, start, end - start, StringComparison.Ordinal) is >= 0 and var at && (stop < 0 || at - start < stop))
                stop = at - start;
        }

        return string.Join(' ', text[start..(stop < 0 ? end : start + stop)].Split(' ').Take(12));
    }

    private static string? About(string text, int from, int end)
    {
        foreach (var word in Abouts)
        {
            var at = text.IndexOf(word, from, end - from, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var phrase = Phrase(text, at + word.Length, end);
            if (phrase.Length > 2)
                return Topics.Clean(phrase);
        }

        return null;
    }
}
