using SearchNotes.Posts;

namespace SearchNotes.Talks.Readings;

/// <summary>Recognises headings that speak of the event and not of a talk.</summary>
internal static class TitleWords
{
    /// <summary>Whether a heading names the event of the post: it shares a year or a word like "conference", and one more word, with the
    /// title.</summary>
    /// <remarks>"Perl Dancer Conference Day 1" under the title "Perl Dancer Conference 2016 Day 1"; not "HTML 5" under "Paris JUG: Ruby on
    /// Rails et HTML 5".</remarks>
    internal static bool Repeats(Post post, string heading)
    {
        var title = (post.Title + " " + post.FrontMatter.Event).AsSpan();
        var shared = 0;
        var isEvent = false;
        foreach (var range in heading.AsSpan().SplitAny(" :,.-!?()"))
        {
            var word = heading.AsSpan(range);
            if (word.Length < 3 || Words.NotNames.Has(word) && !Words.EventWords.Has(word) || !HasWord(title, word))
                continue;
            shared++;
            isEvent |= Words.EventWords.Has(word) || (word.Length == 4 && word.IndexOfAnyExceptInRange('0', '9') < 0);
        }

        return (isEvent && shared >= 2) || IsEventWithoutYear(post.Title, heading);
    }

    // "Codemotion" under the title "Codemotion 2017"
    private static bool IsEventWithoutYear(string title, string heading) =>
        title.Length > heading.Length + 4 && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase)
        && title.AsSpan(heading.Length) is [' ' or '-', '1' or '2', '9' or '0', >= '0' and <= '9', >= '0' and <= '9', ..];

    private static bool HasWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        foreach (var range in text.SplitAny(" :,.-!?()"))
        {
            if (text[range].Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
