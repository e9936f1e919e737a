namespace SearchNotes.Talks.Signals;

/// <summary>Reads what the name of a file says beside its title.</summary>
internal static class FileTitle
{
    /// <summary>The title without what counts the day: <c>Lca2010 tue 9 parallelism in mercury</c> → Parallelism in mercury.</summary>
    internal static string WithoutCounting(string title)
    {
        var words = title.Split(' ');
        var topic = words.SkipWhile(w => w.Any(char.IsAsciiDigit) || w.ToLowerInvariant() is "mon" or "tue" or "wed" or "thu" or "thur" or "fri" or "sat" or "sun" or "day").ToArray();
        return topic.Length is 0 || topic.Length == words.Length ? title : char.ToUpperInvariant(topic[0][0]) + string.Join(' ', topic)[1..];
    }
}
