using SearchNotes.Api.Pages;
using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Export.Pages;

/// <summary>Renders the pages of an export, its feed and its descriptions for search engines and browsers.</summary>
internal static class StaticPages
{
    /// <summary>Returns what gives the address, relative to the output folder, to which a hit without a page on the blog leads: the page
    /// of the talk or, where there are none, a search for its topic.</summary>
    public static Func<StoredTalk, string?> OwnPage(ExportedPages pages)
    {
        var addresses = new StaticAddresses(pages, depth: 0);
        return stored => TalkFiles.HasBlogAddress(stored) ? null
            : addresses.Talk(stored.Talk.Id) ?? addresses.Search(new SearchRequest { Query = stored.Talk.Topic });
    }

    /// <summary>Returns what gives the address, relative to the output folder, to which the name of a speaker or an event leads: its page
    /// or, where there is none, a search.</summary>
    public static Func<Facet, string, string> AddressOfName(ExportedPages pages)
    {
        var addresses = new StaticAddresses(pages, depth: 0);
        return (facet, name) => addresses.List(facet == Facet.Event ? ListKind.Events : ListKind.Speakers, name, facet.KeyOf(name));
    }

    /// <summary>Returns the files. The same posts and settings give the same bytes.</summary>
    public static IEnumerable<ExportedFile> Render(ExportContext context)
    {
        var site = SiteAddress.Of(context.Options, context.Talks);
        var pages = new SitePages(context, site);
        var lists = new TalkLists(context);

        yield return new(PageAsset.Style.Path, PageAsset.Style.Bytes);
        yield return new(PageAsset.Icon.Path, PageAsset.Icon.Bytes);
        yield return StaticStartPage.File(context, lists, pages, site);
        foreach (var file in ListFiles.Of(context.Options.Pages, lists, pages, site))
            yield return file;
        if (context.Options.Pages.HasFlag(ExportedPages.Talks))
        {
            foreach (var file in TalkFiles.Of(context, lists, pages, site))
                yield return file;
        }
        yield return FeedFile.Of(context, lists, site);
        if (site.Search is not { } address)
            yield break;
        yield return SitemapFile.Of(context, lists, site);
        var search = OpenSearchDescription.Write(context.Options.Title, ("text/html", $"{address}?q={{searchTerms}}"));
        yield return new("opensearch.xml", search);
    }
}
