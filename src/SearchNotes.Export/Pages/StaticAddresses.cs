using System.Globalization;
using SearchNotes.Api.Pages;
using SearchNotes.Querying;

namespace SearchNotes.Export.Pages;

/// <summary>The addresses of exported pages, relative to a page, so that the files work in any folder of any site.</summary>
/// <param name="pages">The kinds of pages that are exported.</param>
/// <param name="depth">Depth of the page below the start page, in folders.</param>
internal sealed class StaticAddresses(ExportedPages pages, int depth) : PageAddresses
{
    private readonly string up = string.Concat(Enumerable.Repeat("../", depth));

    public override string Start => depth == 0 ? "./" : up;

    public override string? Talk(string id) => pages.HasFlag(ExportedPages.Talks) ? up + Encoded(TalkFolder(id)) : null;

    public override string List(ListKind kind, string name, string slug, int page = 1) =>
        Has(pages, kind) ? up + Encoded(ListFolder(kind, slug, page)) : Search(kind.Filter(name));

    public override string? Names(ListKind kind) => Has(pages, kind) ? $"{up}{kind.Folder}/" : null;

    public override string? AllTalks => null;

    public override string Search(SearchRequest request)
    {
        var query = string.Join(' ',
            [
                .. request.Query.Length > 0 ? new[] { request.Query } : [],
                .. Facet.All.SelectMany(facet => request.ValuesOf(facet), (facet, value) => $"{facet.Name}:{Value(value)}"),
            ]);
        return query.Length == 0 ? Start : $"{Start}?q={Uri.EscapeDataString(query)}";
    }

    public override string File(string path) => up + path;

    /// <summary>Returns the address if it is absolute and of the web, or a path from the root of the site on which the pages are.</summary>
    public override string? Blog(string? url) => BlogAddress.Of(url);

    /// <summary>Returns whether a kind of list has pages.</summary>
    public static bool Has(ExportedPages pages, ListKind kind)
    {
        if (kind == ListKind.Speakers)
            return pages.HasFlag(ExportedPages.Speakers);
        if (kind == ListKind.Tags)
            return pages.HasFlag(ExportedPages.Tags);
        return kind == ListKind.Years || pages.HasFlag(ExportedPages.Events);
    }

    /// <summary>Returns the folder of a talk's page, with a slash at the end.</summary>
    public static string TalkFolder(string id) => $"talks/{FolderName.Of(id)}/";

    /// <summary>Returns the folder of a list page, with a slash at the end.</summary>
    public static string ListFolder(ListKind kind, string slug, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind.Folder}/{FolderName.Of(slug)}/{(page == 1 ? "" : $"{page}/")}");

    // The names of folders consist of letters and =, which mean the same with and without encoding.
    private static string Encoded(string folder) => string.Join('/', folder.Split('/').Select(Uri.EscapeDataString));

    // A value cannot contain the quotes around it.
    private static string Value(string value) => value.All(char.IsAsciiLetterOrDigit) ? value : $"\"{value.Replace('"', ' ')}\"";
}
