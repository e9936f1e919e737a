using SearchNotes.Posts;

namespace SearchNotes.Talks;

/// <summary>Gives the talks of a post their ids.</summary>
/// <remarks>Speakers, else topic; a repeat gets its topic behind it, then -2, -3. The first of a kind keeps the short id, so a talk added
/// below changes none above.</remarks>
internal static class TalkIds
{
    private const int MaxLength = 80;

    /// <summary>The talk parts for topics and speakers in order.</summary>
    internal static IReadOnlyList<string> Make(IReadOnlyList<(string Topic, IReadOnlyList<Speaker> Speakers)> talks)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var ids = new List<string>(talks.Count);
        foreach (var (topic, speakers) in talks)
        {
            var id = Short(string.Join('-', speakers.Select(s => s.Slug)));
            var topicSlug = Short(Slug.Make(topic));
            if (id.Length == 0)
                id = topicSlug.Length > 0 ? topicSlug : "talk";
            else if (taken.Contains(id) && topicSlug.Length > 0)
                id = Short($"{id}-{topicSlug}");
            ids.Add(Unique(id, taken));
        }

        return ids;
    }

    private static string Unique(string id, HashSet<string> taken)
    {
        var unique = id;
        for (var n = 2; !taken.Add(unique); n++)
            unique = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}-{n}");
        return unique;
    }

    // Cut between words: ids stand in addresses.
    private static string Short(string slug)
    {
        if (slug.Length <= MaxLength)
            return slug;
        var cut = slug.LastIndexOf('-', MaxLength);
        return slug[..(cut > 0 ? cut : MaxLength)];
    }
}
