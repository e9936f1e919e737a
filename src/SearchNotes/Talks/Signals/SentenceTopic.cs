using System.Buffers;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Signals;

/// <summary>Guesses a topic from the sentence that names the speaker: what it quotes, marks or says behind "about".</summary>
internal static class SentenceTopic
{
    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create(".,;(!?");
    private static readonly string[] Abouts = [" about ", " on ", " über ", " sur ", " sobre ", " de ", " regarding "];

    /// <summary>The topic in the sentence from an index on; "" when nothing tells.</summary>
    internal static string Of(Block block, int from)
    {
        var text = block.Text;
        var end = text.IndexOf(". ", from, StringComparison.Ordinal);
        if (end < 0)
            end = text.Length;
        return Marked(block, from, end) ?? Quoted(text, from, end) ?? Linked(block, from, end) ?? About(text, from, end) ?? (text[from..end].Contains("keynote", StringComparison.OrdinalIgnoreCase) ? "Keynote" : "");
    }

    private static string? Marked(Block block, int from, int end)
    {
        foreach (var span in block.Spans)
        {
            if (span.Start >= from && span.End <= end && span.Kind is SpanKind.Strong or SpanKind.Emphasis && span.Length > 8)
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
            if (span.Start > from + 1 && span.End <= end && span.Kind == SpanKind.Link && span.Length > 3 && !block.Text.AsSpan(span.Start, span.Length).Contains("://", StringComparison.Ordinal))
                return Topics.Clean(block.Text.Substring(span.Start, span.Length));
        }

        return null;
    }

    private static string? About(string text, int from, int end)
    {
        foreach (var word in Abouts)
        {
            var at = text.IndexOf(word, from, end - from, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var start = at + word.Length;
            var stop = text.AsSpan(start, end - start).IndexOfAny(PhraseEnds);
            var phrase = stop < 0 ? text[start..end] : text[start..(start + stop)];
            if (phrase.Length > 2)
                return Topics.Clean(string.Join(' ', phrase.Split(' ').Take(12)));
        }

        return null;
    }
}
