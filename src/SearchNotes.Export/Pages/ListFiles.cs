using SearchNotes.Api.Pages;
using SearchNotes.Api.Search;
using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Export.Pages;

/// <summary>The pages of speakers, tags, events and years, and a page with all names of each kind.</summary>
internal static class ListFiles
{
    /// <summary>Returns the pages of all kinds that are exported.</summary>
    public static IEnumerable<ExportedFile> Of(ExportedPages exported, TalkLists lists, SitePages pages, SiteAddress site) =>
        ((ListKind[])[ListKind.Years, ListKind.Events, ListKind.Speakers, ListKind.Tags])
            .Where(kind => StaticAddresses.Has(exported, kind))
            .SelectMany(kind => lists.Of(kind).SelectMany(list => kind == ListKind.Events
                ? [EventPage(list, lists, pages, site)] : Pages(kind, list, pages, site)).Prepend(Names(kind, lists, pages, site)));

    private static ExportedFile EventPage(TalkList list, TalkLists lists, SitePages pages, SiteAddress site)
    {
        var path = StaticAddresses.ListFolder(ListKind.Events, list.Named.Slug, page: 1);
        var head = new PageHead(pages.Title(list.Named.Name))
        {
            Canonical = site.Of(path),
            Description = Words.Text("{0}: {1}, with notes.", list.Named.Name, Labels.Count(list.Named.Talks, "talk")),
        };
        NamedCount[] series = [.. lists.Events.Select(other => other.Named).Where(other => other.Series == list.Named.Series)];
        return pages.File(path, head, Programme.Of(list.Named, list.Talks, series, pages.Links(path)));
    }

    private static IEnumerable<ExportedFile> Pages(ListKind kind, TalkList list, SitePages pages, SiteAddress site)
    {
        var last = PagingLinks.LastPage(list.Talks.Count, ListPage.PerPage);
        var years = Years(list);
        for (var page = 1; page <= last; page++)
        {
            var talks = list.Talks.Skip((page - 1) * ListPage.PerPage).Take(ListPage.PerPage);
            var path = StaticAddresses.ListFolder(kind, list.Named.Slug, page);
            var head = new PageHead(pages.Title(list.Named.Name))
            {
                Canonical = site.Of(path),
                Description = $"{kind.Title} {Words.Text("{0}: {1}, with notes.", list.Named.Name, Labels.Count(list.Talks.Count, "talk"))}",
            };
            var links = pages.Links(path);
            var listed = new ListedTalks([.. talks.Select(TalkLists.Hit)], list.Talks.Count, page, years)
            {
                CanBeSearched = list.Named.Slug != TalkLists.Undated || kind != ListKind.Years,
            };
            yield return pages.File(path, head, ListPage.Of(kind, list.Named, listed, links));
        }
    }

    private static IReadOnlyList<FacetValue> Years(TalkList list) =>
        [.. list.Talks.Select(Year).OfType<string>().CountBy(year => year).Select(year => new FacetValue(year.Key, year.Value))];

    private static string? Year(StoredTalk stored) => stored.Day?.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static ExportedFile Names(ListKind kind, TalkLists lists, SitePages pages, SiteAddress site)
    {
        var path = $"{kind.Folder}/";
        var title = kind.Plural;
        var names = lists.Of(kind).Select(list => list.Named with { Talks = list.Talks.Count });
        return pages.File(path, new PageHead(pages.Title(title)) { Canonical = site.Of(path) },
            NamesPage.Of(kind, [.. names], pages.Links(path)));
    }
}
