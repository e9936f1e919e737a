using SearchNotes.Api.Pages;

namespace SearchNotes.Export.Pages;

/// <summary>Makes whole pages of the exported site.</summary>
/// <param name="context">The export.</param>
/// <param name="site">The addresses of the site.</param>
internal sealed class SitePages(ExportContext context, SiteAddress site)
{
    /// <summary>Everything comes from the site itself. There is no <c>frame-ancestors</c>, which browsers ignore in a page.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types searchnotes";

    private readonly ListedNames names = new(context.Searcher);
    private readonly Dictionary<int, (Layout Layout, Links Links)> byDepth = [];

    /// <summary>Returns the links of a page.</summary>
    /// <param name="path">The path of the page's folder, with a slash at the end; empty for the start page.</param>
    public Links Links(string path) => At(path).Links;

    /// <summary>Returns a page as a file.</summary>
    /// <param name="path">The path of the page's folder, with a slash at the end; empty for the start page.</param>
    /// <param name="head">The metadata of the page.</param>
    /// <param name="main">The content.</param>
    public ExportedFile File(string path, PageHead head, Html main)
    {
        var whole = head with { Feed = At(path).Links.Addresses.File(FeedFile.Path), HasOpenSearch = site.IsKnown };
        return new($"{path}index.html", At(path).Layout.Page(whole, main).Bytes);
    }

    /// <summary>Returns the title of a page.</summary>
    public string Title(string of) => $"{of} · {context.Options.Title}";

    /// <summary>Returns the element of the search box.</summary>
    /// <param name="start">The address of the start page.</param>
    /// <param name="attributes">Further attributes, with a leading space.</param>
    /// <param name="otherwise">The content for readers without script.</param>
    public static Html Box(string start, Html attributes, Html otherwise) =>
        $"""<search-notes index="{start}"{attributes}>{otherwise}</search-notes>""";

    private (Layout Layout, Links Links) At(string path)
    {
        var depth = path.Count(letter => letter == '/');
        if (byDepth.TryGetValue(depth, out var found))
            return found;
        var addresses = new StaticAddresses(context.Options.Pages, depth);
        return byDepth[depth] = (new Layout(Frame(addresses)), new Links(addresses, names));
    }

    private PageFrame Frame(StaticAddresses addresses) => new(context.Options.Title, addresses)
    {
        Head = $"""
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <script type="module" src="{addresses.File("search-box.js")}"></script>
            """,
        SearchField = _ => Box(addresses.Start, Html.Nothing, $"""<a href="{addresses.Start}">{Words.Text("Search talks")}</a>"""),
        Footer = () => Html.Each(FooterLinks(addresses), link => $"""
            <a href="{link.Address}">{link.Text}</a>

            """),
    };

    private IEnumerable<(string Address, string Text)> FooterLinks(StaticAddresses addresses)
    {
        if (site.Blog is { } blog)
            yield return (blog, Words.Text("Blog"));
        yield return (addresses.Start, Words.Text("Search"));
        foreach (var kind in (ListKind[])[ListKind.Years, ListKind.Events, ListKind.Speakers, ListKind.Tags])
        {
            if (addresses.Names(kind) is { } all)
                yield return (all, kind.Plural);
        }
        yield return (addresses.File(FeedFile.Path), Words.Text("Feed"));
    }
}
