using System.Collections.Frozen;
using System.Text;

namespace SearchNotes.Posts.Keys;

/// <summary>Alternative names of front matter keys. The first one present in a post is used.</summary>
internal static class FrontMatterKeys
{
    internal static readonly string[] Title = ["title"];
    internal static readonly string[] Date =
        ["date", "publishdate", "publisheddate", "datepublished", "publishedat", "pubdate", "pubdatetime", "datetime", "published",
            "posted", "created", "createdat"];
    internal static readonly string[] Tags = ["tags", "tag", "categories", "category", "keywords", "topics"];
    internal static readonly string[] Place = ["location", "place"];
    internal static readonly string[] PlaceParts = ["venue", "city", "country"];
    internal static readonly string[] Event = ["event", "eventname", "eventtitle", "conference", "conf", "meetup"];
    internal static readonly string[] EventDate = ["eventdate", "conferencedate", "talkdate", "event.date", "event.day"];
    internal static readonly string[] Excerpt = ["excerpt", "summary", "description", "abstract", "teaser", "intro"];
    internal static readonly string[] Speakers = ["speaker", "speakers", "presenter", "presenters", "presentedby"];
    internal static readonly string[] Authors = ["author", "authors"];
    internal static readonly string[] Language = ["lang", "language", "locale"];
    internal static readonly string[] Layout = ["layout", "type"];
    internal static readonly string[] Permalink = ["permalink", "path", "url"];
    internal static readonly string[] PageSlug = ["slug"];
    internal static readonly string[] Draft = ["draft"];
    internal static readonly string[] Published = ["published", "publish"];
    internal static readonly string[] Status = ["status"];
    internal static readonly string[] Talks = ["talks"];
    internal static readonly string[] TalkLevel = ["talklevel"];

    private static readonly FrozenSet<string> Known = new[]
    {
        Title, Date, Tags, Place, PlaceParts, Event, EventDate, Excerpt, Speakers, Authors, Language, Layout, Permalink, PageSlug, Draft, Published,
        Status, Talks, TalkLevel,
    }.SelectMany(names => names).ToFrozenSet(StringComparer.Ordinal);

    // Sections in which Zola and Hugo keep tags and custom keys.
    private static readonly string[] Sections = ["taxonomies.", "extra.", "params."];

    /// <summary>Whether the key is known.</summary>
    internal static bool IsKnown(string key) => Known.Contains(Fold(key));

    /// <summary>Normalises a key: talk_level, Talk Level and talkLevel → talklevel; taxonomies.tags → tags.</summary>
    internal static string Fold(string key)
    {
        var section = Array.Find(Sections, s => key.StartsWith(s, StringComparison.OrdinalIgnoreCase));
        var folded = new StringBuilder(key.Length);
        foreach (var c in key.AsSpan(section?.Length ?? 0))
        {
            if (c is not ('-' or '_' or ' '))
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
