using SearchNotes.Querying;

namespace SearchNotes.Api.Talks;

/// <summary>A speaker, a tag or an event.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Slug">Its key, to be percent-encoded as a part of a path: a tag's may be <c>ci/cd</c>.</param>
/// <param name="Talks">How many talks it has.</param>
internal sealed record NamedTalks(string Name, string Slug, int Talks)
{
    public static IReadOnlyList<NamedTalks> Of(IReadOnlyList<NamedCount> counts) => [.. counts.Select(Of)];

    public static NamedTalks Of(NamedCount count) => new(count.Name, count.Slug, count.Talks);

    /// <summary>The one that an address means. Routing decodes everything but slashes, which proxies may decode, or encode once more.</summary>
    public static NamedCount? Find(IReadOnlyList<NamedCount> counts, string slug) =>
        Of(counts, slug) ?? Of(counts, Uri.UnescapeDataString(slug)) ?? Of(counts, Uri.UnescapeDataString(Uri.UnescapeDataString(slug)));

    private static NamedCount? Of(IReadOnlyList<NamedCount> counts, string slug) => counts.FirstOrDefault(count => count.Slug == slug);
}

/// <summary>All speakers.</summary>
/// <param name="Total">How many.</param>
/// <param name="Speakers">By name.</param>
internal sealed record SpeakersAnswer(int Total, IReadOnlyList<NamedTalks> Speakers);

/// <summary>All tags.</summary>
/// <param name="Total">How many.</param>
/// <param name="Tags">Most used first.</param>
internal sealed record TagsAnswer(int Total, IReadOnlyList<NamedTalks> Tags);

/// <summary>All events.</summary>
/// <param name="Total">How many.</param>
/// <param name="Events">Newest first.</param>
internal sealed record EventsAnswer(int Total, IReadOnlyList<NamedTalks> Events);
