using System.Buffers;

namespace SearchNotes.Talks.Readings;

/// <summary>Cleans the topic that is left of a heading without the speaker.</summary>
internal static class Topics
{
    private static readonly (char Open, char Close)[] Quotes =
        [('"', '"'), ('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('«', '»'), ('《', '》'), ('„', '“'), ('\'', '\'')];

    private const int LongestSlot = 18;

    private static readonly SearchValues<char> ShortcodeLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_+-");

    private static readonly SearchValues<char> QuoteSigns = SearchValues.Create("「」『』《》“”«»");

    /// <summary>A topic without quotes around it, a trailing colon or dashes at its ends.</summary>
    internal static string Clean(string topic)
    {
        var text = WithoutCode(WithoutJoints(WithoutHashTag(topic)));
        if (text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal))
            text = text[..^1];
        foreach (var (open, close) in Quotes)
        {
            if (text.Length > 2 && text[0] == open && text.IndexOf(close, 1) == text.Length - 1)
                return text[1..^1].Trim();
        }

        return BehindSlot(text);
    }

    // "A year of rain (GRD412)", "A year of rain (Wed, 5 October, 9:00)": the code of a session in its programme, or its time.
    private static string WithoutCode(string text) =>
        text is [.., ')'] && text.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var open && IsCodeOrTime(text, open)
        ? text[..open] : text;

    private static bool IsCodeOrTime(string text, int open) =>
        TopicPrefix.CodeLength(text, open + 2) == text.Length - open - 3 || HasTime(text.AsSpan(open));

    private static bool HasTime(ReadOnlySpan<char> text)
    {
        for (var at = 1; at + 2 < text.Length; at++)
        {
            if (text[(at - 1)..] is [>= '0' and <= '9', ':', >= '0' and <= '9', >= '0' and <= '9', ..])
                return true;
        }

        return false;
    }

    // "「Title」 #ccc_a1": the tag under which people wrote about it.
    private static string WithoutHashTag(string topic)
    {
        var hash = topic.LastIndexOf(" #", StringComparison.Ordinal);
        var isTag = hash > 3 && hash + 3 < topic.Length && topic.IndexOf(' ', hash + 1) < 0;
        return isTag && QuoteSigns.Contains(topic[hash - 1]) ? topic[..hash] : topic;
    }

    // "S505教室「Title」", "招待講演「Title」": what stands before the quotes is where and when, and the title is inside.
    private static string BehindSlot(string text)
    {
        if (text.Length < 8 || text[^1] is not ('」' or '』' or '》' or '”' or '»'))
            return text;
        var open = text.AsSpan().IndexOfAny(QuoteSigns);
        if (open is < 1 or > LongestSlot || open > text.Length - 3 || text.AsSpan(open + 1, text.Length - open - 2).ContainsAny(QuoteSigns))
            return text;
        return IsSlot(text[..open]) ? text[(open + 1)..^1].Trim() : text;
    }

    // "->", "--strict", "-Wall" and "::before" are what a talk is about, not what joins it to its speaker.
    private static string WithoutJoints(string text)
    {
        const string joints = " \u3000,-–—―:：|·/";
        const string leading = joints + ">";
        text = text.TrimEnd(' ', '\u3000');
        text = EndsInShortcode(text) || text.EndsWith(" ||", StringComparison.Ordinal) ? text : text.TrimEnd([.. joints]);
        while (text.Length > 0 && leading.Contains(text[0], StringComparison.Ordinal) && !BeginsWithOperator(text))
            text = text[1..];
        return text;
    }

    // ":tada:"
    private static bool EndsInShortcode(string text) =>
        text is [.., ':'] && text.AsSpan(text.LastIndexOf(' ') + 1) is [':', _, _, ..];

    // "/dev/null", "-Wall", ":focus-visible"
    private static bool BeginsWithName(string text) =>
        text is ['/' or ':', >= 'a' and <= 'z', ..] or ['-', (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..];

    private static bool BeginsWithOperator(string text) =>
        text is ['-' or '|', '>', ..] or ['>', '_' or '=', ..] || BeginsWithName(text) || BeginsWithOption(text);

    // "--strict", "::before", ":rocket: Launch"
    private static bool BeginsWithOption(string text)
    {
        if (text is ['-', '-', _, ..] or [':', ':', _, ..])
            return char.IsAsciiLetter(text[2]);
        var end = text is [':', ..] ? text.IndexOf(':', 1) : -1;
        return end > 1 && text.AsSpan(1, end - 1).IndexOfAnyExcept(ShortcodeLetters) < 0;
    }

    /// <summary>Whether the words before a quoted title are its place in the programme: "招待講演", "3コマ目".</summary>
    internal static bool IsSlot(string text) =>
        text.Length is > 0 and <= LongestSlot && text.ToLowerInvariant() is var slot
        && Words.SlotParts.Any(part => slot.Contains(part, StringComparison.Ordinal));

}
