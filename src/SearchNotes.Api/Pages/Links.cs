using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The links of a page.</summary>
/// <param name="addresses">The addresses of the site.</param>
/// <param name="names">The names that have pages.</param>
internal sealed class Links(PageAddresses addresses, ListedNames names)
{
    /// <summary>Creates the links of a page of the service.</summary>
    public Links(ITalkSearcher searcher)
        : this(ServiceAddresses.Instance, new ListedNames(searcher))
    {
    }

    /// <summary>The query whose opened hits are counted; <see langword="null"/> or empty when hits are not counted.</summary>
    public string? CountedQuery { get; init; }

    /// <summary>The addresses of the site.</summary>
    public PageAddresses Addresses => addresses;

    /// <summary>Returns a link, or its content alone when there is no address.</summary>
    /// <param name="address">The address, or <see langword="null"/>.</param>
    /// <param name="attributes">Further attributes, each with a leading space.</param>
    /// <param name="content">The content.</param>
    public static Html To(string? address, Html attributes, Html content) =>
        Html.Choose(address is not null, $"""<a href="{address}"{attributes}>{content}</a>""", content);

    /// <summary>Returns the <c>ping</c> attribute of a link to a hit if opened hits are counted. The browser reports the click unless the
    /// reader has disabled it.</summary>
    public Html Ping(StoredTalk talk)
    {
        if (string.IsNullOrEmpty(CountedQuery))
            return Html.Nothing;
        var address = $"/api/opened?q={Uri.EscapeDataString(CountedQuery)}&id={Uri.EscapeDataString(talk.Talk.Id)}";
        return $" ping=\"{address}\"";
    }

    /// <summary>Returns the address of a talk's page; <see langword="null"/> when talks have no pages.</summary>
    public string? Talk(StoredTalk talk) => addresses.Talk(talk.Talk.Id);

    /// <summary>Returns a link to the blog if the page may follow it; otherwise <see langword="null"/>.</summary>
    public string? Blog(string? url) => addresses.Blog(url);

    /// <summary>Returns the address of a speaker's page.</summary>
    public string Speaker(SearchNotes.Talks.Speaker speaker) => addresses.List(ListKind.Speakers, speaker.Name, speaker.Slug);

    /// <summary>Returns the address of a list page.</summary>
    public string List(ListKind kind, NamedCount named, int page = 1) => addresses.List(kind, named.Name, named.Slug, page);

    /// <summary>Returns the address of an event's page, or of a search if the event has no page.</summary>
    public string Event(string title) => ListOrSearch(ListKind.Events, title, names.Event(title));

    /// <summary>Returns the event with a title; <see langword="null"/> when it has no talks.</summary>
    public NamedCount? FindEvent(string title) => names.Event(title);

    /// <summary>Returns the address of a tag's page, or of a search if the tag has no page.</summary>
    public string Tag(string tag) => ListOrSearch(ListKind.Tags, tag, names.Tag(tag));

    private string ListOrSearch(ListKind kind, string name, NamedCount? named) =>
        named is null ? addresses.Search(kind.Filter(name)) : List(kind, named);
}
