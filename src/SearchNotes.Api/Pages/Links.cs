using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>Addresses for the links on pages.</summary>
/// <param name="searcher">The searcher, for the slugs of events and tags.</param>
internal sealed class Links(TalkSearcher searcher)
{
    private readonly IReadOnlyList<NamedCount> events = searcher.Events();
    private readonly IReadOnlyList<NamedCount> tags = searcher.Tags();

    /// <summary>The query whose opened hits are counted; <see langword="null"/> or empty when hits are not counted.</summary>
    public string? CountedQuery { get; init; }

    /// <summary>Returns the <c>ping</c> attribute of a link to a hit if opened hits are counted. The browser reports the click unless the
    /// reader has disabled it.</summary>
    public Html Ping(StoredTalk talk)
    {
        if (string.IsNullOrEmpty(CountedQuery))
            return Html.Nothing;
        var address = $"/api/opened?q={Uri.EscapeDataString(CountedQuery)}&id={Uri.EscapeDataString(talk.Talk.Id)}";
        return $" ping=\"{address}\"";
    }

    /// <summary>Returns the path of a talk's page.</summary>
    public static string Talk(StoredTalk talk) => "/talks/" + Part(talk.Talk.Id);

    /// <summary>Returns the path of a speaker's page.</summary>
    public static string Speaker(string slug) => Listed("/speakers/", slug);

    /// <summary>Returns the path of the page of a speaker, a tag or an event, or a search for <c>.</c> and <c>..</c>, which no path segment
    /// can contain.</summary>
    /// <param name="folder">The folder with slashes on both sides: <c>/tags/</c>.</param>
    /// <param name="slug">The slug as returned by the lists. A tag's slug may contain punctuation: <c>ci/cd</c>, <c>c#</c>.</param>
    public static string Listed(string folder, string slug) => slug is "." or ".." ? $"/?{folder[1..^2]}={slug}" : folder + Part(slug);

    /// <summary>Encodes a text as one path segment, including slashes and question marks.</summary>
    public static string Part(string text) => Uri.EscapeDataString(text);

    /// <summary>Returns the address if it is an absolute web address; otherwise <see langword="null"/>.</summary>
    public static string? OnBlog(string? url) => WebAddress.Of(url);

    /// <summary>Returns the path of an event's page, or of a search if the event has no page.</summary>
    public string Event(string title) =>
        events.FirstOrDefault(count => count.Name == title) is { } found
            ? Listed("/events/", found.Slug)
            : SearchAddress.Of(new SearchRequest { Events = [title] });

    /// <summary>Returns the path of a tag's page, or of a search if the tag has no page.</summary>
    public string Tag(string tag) =>
        tags.FirstOrDefault(count => string.Equals(count.Name, tag, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Listed("/tags/", found.Slug)
            : SearchAddress.Of(new SearchRequest { Tags = [tag] });
}
