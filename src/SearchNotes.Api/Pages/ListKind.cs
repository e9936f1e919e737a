using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>A kind of list page: the talks of a speaker, a tag, an event or a year.</summary>
/// <param name="Title">The kind in the singular, as a page shows it.</param>
/// <param name="Folder">The folder of its pages, which is also its plural.</param>
/// <param name="Filter">Returns the search for the talks of a name.</param>
internal sealed record ListKind(string Title, string Folder, Func<string, SearchRequest> Filter)
{
    public static ListKind Speakers { get; } = new("Speaker", "speakers", name => new SearchRequest { Speakers = [name] });

    public static ListKind Tags { get; } = new("Tag", "tags", name => new SearchRequest { Tags = [name] });

    public static ListKind Events { get; } = new("Event", "events", name => new SearchRequest { Events = [name] });

    public static ListKind Years { get; } = new("Year", "years", name => new SearchRequest { Years = [name] });
}
