using SearchNotes.Api.Pages;
using SearchNotes.Api.Search;
using SearchNotes.Indexing;

namespace SearchNotes.Export.Pages;

/// <summary>The pages of speakers, tags, events and years, and a page with all names of each kind.</summary>
internal static class ListFiles
{
    /// <summary>Returns the pages of all kinds that are exported.</summary>
    public static IEnumerable<ExportedFile> Of(ExportedPages exported, TalkLists lists, SitePages pages, SiteAddress site) =>
        ((ListKind[])[ListKind.Years, ListKind.Events, ListKind.Speakers, ListKind.Tags])
            .Where(kind => StaticAddresses.Has(exported, kind))
            .SelectMany(kind => lists.Of(kind).SelectMany(list => Pages(kind, list, pages, site)).Prepend(Names(kind, lists, pages, site)));

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
                Description = $"{kind.Title} {list.Named.Name}: {Labels.Count(list.Talks.Count, "talk")}, with notes.",
            };
            var links = pages.Links(path);
            var listed = new ListedTalks([.. talks.Select(TalkLists.Hit)], list.Talks.Count, page, years)
            {
                CanBeSearched = list.Named.Slug != TalkLists.Undated || kind != ListKind.Years,
            };
            yield return pages.File(path, head, ListPage.Of(kind, list.Named, listed, links));
        }
    }

    private static IReadOnlyList<string> Years(TalkList list) =>
        [.. list.Talks.Select(Year).OfType<string>().Distinct()];

    private static string? Year(StoredTalk stored) => stored.Day?.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static ExportedFile Names(ListKind kind, TalkLists lists, SitePages pages, SiteAddress site)
    {
        var path = $"{kind.Folder}/";
        var title = kind.Plural;
        var names = lists.Of(kind).Select(list => list.Named with { Talks = list.Talks.Count });
        var sorted = kind == ListKind.Tags ? names.OrderBy(named => named.Name, StringComparer.InvariantCultureIgnoreCase) : names;
        Html main = $"""
            <div class="list">
            <h1>{title}</h1>
            {StartPage.NameLinks(kind, sorted, pages.Links(path))}
            </div>
            """;
        return pages.File(path, new PageHead(pages.Title(title)) { Canonical = site.Of(path) }, main);
    }
}
