using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>Where links on pages lead.</summary>
/// <param name="searcher">Knows the slugs of events and tags.</param>
internal sealed class Links(TalkSearcher searcher)
{
    private readonly IReadOnlyList<NamedCount> events = searcher.Events();
    private readonly IReadOnlyList<NamedCount> tags = searcher.Tags();

    /// <summary>The query whose opened hits are counted; <see langword="null"/> or empty when none are.</summary>
    public string? CountedQuery { get; init; }

    /// <summary>What a link to a hit carries where opened hits are counted: the browser reports it, if its reader lets it.</summary>
    public Html Ping(StoredTalk talk)
    {
        if (string.IsNullOrEmpty(CountedQuery))
            return Html.Nothing;
        var address = $"/api/opened?q={Uri.EscapeDataString(CountedQuery)}&id={Uri.EscapeDataString(talk.Talk.Id)}";
        return $" ping=\"{address}\"";
    }

    /// <summary>A talk's own page here.</summary>
    public static string Talk(StoredTalk talk) => "/talks/" + Part(talk.Talk.Id);

    /// <summary>A speaker's page here.</summary>
    public static string Speaker(string slug) => Listed("/speakers/", slug);

    /// <summary>The page of a speaker, a tag or an event here; a search where no path can name it: <c>.</c> and <c>..</c> are folders in
    /// every path.</summary>
    /// <param name="folder">With slashes around it: <c>/tags/</c>.</param>
    /// <param name="slug">As the lists give it: of a tag, its letters and signs, <c>ci/cd</c> and <c>c#</c> among them.</param>
    public static string Listed(string folder, string slug) => slug is "." or ".." ? $"/?{folder[1..^2]}={slug}" : folder + Part(slug);

    /// <summary>A text as one part of a path, its slashes and question marks included.</summary>
    public static string Part(string text) => Uri.EscapeDataString(text);

    /// <summary>An address on the blog, if it leads there from any page.</summary>
    public static string? OnBlog(string? url) => WebAddress.Of(url);

    /// <summary>An event's page here; a search where it has none.</summary>
    public string Event(string title) =>
        events.FirstOrDefault(count => count.Name == title) is { } found
            ? Listed("/events/", found.Slug)
            : SearchAddress.Of(new SearchRequest { Events = [title] });

    /// <summary>A tag's page here; a search where it has none.</summary>
    public string Tag(string tag) =>
        tags.FirstOrDefault(count => string.Equals(count.Name, tag, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Listed("/tags/", found.Slug)
            : SearchAddress.Of(new SearchRequest { Tags = [tag] });
}
