using SearchNotes.Querying;

namespace SearchNotes.Api.Search;

/// <summary>A speaker, a tag or an event.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Slug">The key, to be percent-encoded as a path segment: a tag's key may be <c>ci/cd</c>.</param>
/// <param name="Talks">Number of talks.</param>
internal sealed record NamedTalks(string Name, string Slug, int Talks)
{
    public static IReadOnlyList<NamedTalks> Of(IReadOnlyList<NamedCount> counts) => [.. counts.Select(Of)];

    public static NamedTalks Of(NamedCount count) => new(count.Name, count.Slug, count.Talks);

    /// <summary>Returns the entry for a slug in an address. Routing decodes everything except slashes, and proxies may decode those or
    /// encode them twice.</summary>
    public static NamedCount? Find(IReadOnlyList<NamedCount> counts, string slug) =>
        Of(counts, slug) ?? Of(counts, Uri.UnescapeDataString(slug)) ?? Of(counts, Uri.UnescapeDataString(Uri.UnescapeDataString(slug)));

    private static NamedCount? Of(IReadOnlyList<NamedCount> counts, string slug) => counts.FirstOrDefault(count => count.Slug == slug);
}
