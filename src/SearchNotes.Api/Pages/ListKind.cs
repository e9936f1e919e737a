using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>A kind of list page: the talks of a speaker, a tag, an event or a year.</summary>
/// <param name="Facet">The facet whose values have pages.</param>
/// <param name="Folder">The folder of its pages, which is also its plural.</param>
internal sealed record ListKind(Facet Facet, string Folder)
{
    public static ListKind Speakers { get; } = new(Facet.Speaker, "speakers");

    public static ListKind Tags { get; } = new(Facet.Tag, "tags");

    public static ListKind Events { get; } = new(Facet.Event, "events");

    public static ListKind Years { get; } = new(Facet.Year, "years");

    /// <summary>Returns the kind of the pages of a facet's values; <see langword="null"/> when they have none.</summary>
    public static ListKind? Of(Facet facet) => Array.Find([Speakers, Tags, Events, Years], kind => kind.Facet == facet);

    /// <summary>The kind in the singular, as a page shows it.</summary>
    public string Title => Words.Text(Facet.Title);

    /// <summary>The kind in the plural, as a page shows it.</summary>
    public string Plural => Words.Text(Facet.Title + "s");

    /// <summary>Returns the search for the talks of a name.</summary>
    public SearchRequest Filter(string name) => new SearchRequest().With(Facet, [name]);
}
