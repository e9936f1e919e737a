using SearchNotes.Posts;

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

    /// <summary>Who spoke, where the file is named for the heading and a name: <c>taming-the-tiger_ada-muster</c> over "Taming the Tiger"; else <see langword="null"/>.</summary>
    internal static SpokenName? NameBehind(string fileName, string heading, Vocabulary vocabulary)
    {
        var title = Slug.Make(heading).Split('-');
        var words = Slug.Make(fileName).Split('-');
        var rest = words.AsSpan(Math.Min(words.Length, title.Length));
        if (rest.Length is < 2 or > 3 || words.Take(title.Length).Intersect(title).Count() < 0.6 * title.Length)
            return null;
        var name = string.Join(' ', rest.ToArray().Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        return PersonTest.Judge(name, vocabulary) >= Likeness.Good ? new SpokenName(name, null, Likeness.Good) : null;
    }
}
