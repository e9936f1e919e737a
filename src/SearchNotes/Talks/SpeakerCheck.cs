using SearchNotes.Posts;

namespace SearchNotes.Talks;

/// <summary>Finds names that are probably one person: a slip of the pen, an initial, a middle name left out.</summary>
/// <remarks>Looks only at names that share their first or their last word, so a large corpus takes no longer than it must.
/// Decides nothing: a blogger who agrees writes the alias down, see <see cref="SpeakerAliases"/>.</remarks>
public static class SpeakerCheck
{
    /// <summary>Shorter names have too many neighbours: Jan and Jon are two people. A letter left out is less likely to be another
    /// name.</summary>
    private const int MinLetters = 9;

    /// <summary>The warnings, each for the rarer spelling, at the first talk that has it.</summary>
    /// <param name="posts">All posts of a corpus.</param>
    /// <returns>Path of the post and the warning, one for each doubtful name.</returns>
    public static IReadOnlyList<(string Path, Warning Warning)> Find(IEnumerable<SplitPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        return Find(posts.SelectMany(Appearances));
    }

    /// <summary>Where somebody speaks in a post; nowhere in one that is left out.</summary>
    internal static IEnumerable<Appearance> Appearances(SplitPost split) => split.Post.SkipReason is not null
        ? []
        : split.Talks.SelectMany(talk => talk.Speakers,
            (talk, speaker) => new Appearance(split.Post.Path, talk.FirstLine, speaker.Name, speaker.Slug));

    /// <summary>The warnings, from what is left of posts that are not kept.</summary>
    /// <param name="appearances">In the order of the posts and of their lines.</param>
    internal static IReadOnlyList<(string Path, Warning Warning)> Find(IEnumerable<Appearance> appearances)
    {
        var people = People(appearances);
        var confidence = new Dictionary<Person, Person>();
        foreach (var group in people.GroupBy(p => p.Words[0]).Concat(people.GroupBy(p => p.Words[^1])))
            Compare([.. group], confidence);
        return [.. people.Where(confidence.ContainsKey)
            .Select(person => (person.Path, new Warning(person.Line, Message(person, confidence[person]))))];
    }

    private static List<Person> People(IEnumerable<Appearance> appearances)
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var (path, line, name, slug) in appearances)
        {
            if (!people.TryGetValue(slug, out var person))
                people[slug] = person = new Person(name, slug.Split('-'), path, line);
            person.Talks++;
        }

        return [.. people.Values];
    }

    private static void Compare(List<Person> people, Dictionary<Person, Person> confidence)
    {
        for (var i = 0; i < people.Count; i++)
        {
            for (var j = i + 1; j < people.Count; j++)
            {
                if (!MayBeOne(people[i], people[j]))
                    continue;
                var (rarer, other) = people[i].Talks < people[j].Talks ? (people[i], people[j]) : (people[j], people[i]);
                confidence.TryAdd(rarer, other);
            }
        }
    }

    private static bool MayBeOne(Person a, Person b) =>
        a.Words.Length == b.Words.Length ? AreSpeltAlike(a, b) || AreInitials(a.Words, b.Words)
            : a.Words.Length < b.Words.Length ? LacksMiddle(a.Words, b.Words) : LacksMiddle(b.Words, a.Words);

    private static bool AreSpeltAlike(Person a, Person b)
    {
        var (first, second) = (string.Concat(a.Words), string.Concat(b.Words));
        var shortest = Math.Min(first.Length, second.Length);
        return shortest >= (first.Length == second.Length ? MinLetters : MinLetters - 1) && new EditDistance(first).To(second, 1) <= 1;
    }

    // R. Jones and Richard Jones; with the whole rest the same.
    private static bool AreInitials(string[] a, string[] b) =>
        a.Length > 1 && a.AsSpan(1).SequenceEqual(b.AsSpan(1)) && AreInitials(a[0], b[0]);

    private static bool AreInitials(string a, string b) => (a.Length == 1 || b.Length == 1) && a[0] == b[0];

    // Grace Hopper and Grace Brewster Hopper.
    private static bool LacksMiddle(string[] shorter, string[] longer) =>
        (shorter, longer) is ([var first, var last], [var name, _, var surname]) && first == name && last == surname;

    private static string Message(Person person, Person other) =>
        $"\"{person.Name}\" may be \"{other.Name}\" ({(other.Talks == 1 ? "1 talk" : FormattableString.Invariant($"{other.Talks} talks"))}); if it is, correct it or make it an alias in {SpeakerAliases.FileName}.";

    private sealed class Person(string name, string[] words, string path, int line)
    {
        public string Name { get; } = name;

        public string[] Words { get; } = words;

        public string Path { get; } = path;

        public int Line { get; } = line;

        public int Talks { get; set; }
    }
}

/// <summary>Somebody speaks in a talk.</summary>
/// <param name="Path">The post.</param>
/// <param name="Line">The talk's first line.</param>
/// <param name="Name">Who, as the post has it.</param>
/// <param name="Slug">The name's slug.</param>
internal readonly record struct Appearance(string Path, int Line, string Name, string Slug);
