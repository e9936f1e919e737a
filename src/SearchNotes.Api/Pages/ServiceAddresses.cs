using System.Globalization;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The addresses of the service's pages: paths from the root.</summary>
internal sealed class ServiceAddresses : PageAddresses
{
    public static ServiceAddresses Instance { get; } = new();

    public override string Start => "/";

    public override string Talk(string id) => "/talks/" + Uri.EscapeDataString(id);

    // No path segment can be "." or "..".
    public override string List(ListKind kind, string name, string slug, int page = 1) => slug is "." or ".."
        ? SearchAddress.Of(kind.Filter(slug))
        : $"/{kind.Folder}/{Uri.EscapeDataString(slug)}{(page == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"?page={page}"))}";

    public override string? Names(ListKind kind) => kind == ListKind.Years ? null : $"/{kind.Folder}";

    public override string? AllTalks => "/talks";

    public override string Search(SearchRequest request) => SearchAddress.Of(request);

    public override string File(string path) => "/" + path;

    public override string? Blog(string? url) => WebAddress.Of(url);
}
