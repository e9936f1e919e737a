using SearchNotes.Posts;

namespace SearchNotes.Talks.Readings;

/// <summary>Rejects names that cannot be a speaker's, however they were read: no speaker is better than a wrong one.</summary>
internal static class SpeakerFilter
{
    private const int Longest = 60;

    /// <summary>The names that can be a speaker's.</summary>
    /// <param name="names">The names that were read.</param>
    /// <param name="topic">The topic, which is nobody's name.</param>
    /// <param name="post">The post, whose tags and event are nobody's names.</param>
    /// <remarks>Refused: <c>mir)</c>, <c>Mitte 1989</c>, <c>#</c>, <c>Travis CI</c>, <c>PHP</c> of a post tagged so, <c>Home Page</c>
    /// that is the topic. Kept: <c>@t_wada</c>, <c>djb</c>, <c>Ada Muster</c>.</remarks>
    internal static IReadOnlyList<SpeakerName> Persons(IReadOnlyList<SpeakerName> names, string topic, Post post) =>
        [.. names.Where(n => IsPerson(n, topic, names.Count, post)).Select(n => n with { Name = WithoutOf(n.Name) })];

    // "de Christian Heilmann", as French tells whose talk it was: behind it stand both names, which are his own without it.
    private static string WithoutOf(string name) =>
        name.StartsWith("de ", StringComparison.Ordinal) && name.IndexOf(' ', 3) > 0 && char.IsUpper(name[3]) ? name[3..] : name;

    private static bool IsPerson(SpeakerName name, string topic, int count, Post post)
    {
        var text = name.Name;
        if (text.Length > Longest || !text.Any(char.IsLetter) || !IsBalanced(text))
            return false;
        if (text[0] != '@' && (text.Any(char.IsAsciiDigit) && text.Contains(' ', StringComparison.Ordinal)))
            return false;
        return !EndsInLetters(text) && !IsOther(text, topic, count, post);
    }

    // "Travis CI": letters that stand for words end no name; "J.R." and "AJ Muster" do.
    private static bool EndsInLetters(string text) =>
        text is [.., ' ', >= 'A' and <= 'Z', >= 'A' and <= 'Z'] && !text.EndsWith(" JR", StringComparison.Ordinal);

    // The topic of a talk that names nothing but its speaker is the speaker.
    private static bool IsOther(string text, string topic, int count, Post post)
    {
        if (text.Equals(post.FrontMatter.Event, StringComparison.OrdinalIgnoreCase))
            return true;
        if (count == 1 && text.Equals(post.Title, StringComparison.OrdinalIgnoreCase))
            return true;
        if (text.Contains(' ', StringComparison.Ordinal))
            return false;
        if (post.FrontMatter.Tags.Contains(text, StringComparer.OrdinalIgnoreCase))
            return true;
        return EventNames.HasOrYear(text) || Words.NotNames.Has(text) || topic.StartsWith(text + " ", StringComparison.Ordinal);
    }

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '[' or '（' ? 1 : c is ')' or ']' or '）' ? -1 : 0;
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }
}
