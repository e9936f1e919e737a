using SearchNotes.Indexing;

namespace SearchNotes.Export.Pages;

/// <summary>The absolute address of the exported files, which canonical links, the sitemap and the feed need.</summary>
/// <param name="Blog">The address of the blog with a trailing slash; <see langword="null"/> when it is unknown.</param>
/// <param name="Search">The address of the folder with a trailing slash; <see langword="null"/> when it is unknown.</param>
internal sealed record SiteAddress(string? Blog, string? Search)
{
    /// <summary>Whether the address is known.</summary>
    public bool IsKnown => Search is not null;

    /// <summary>Returns the address: the host of the blog and the path of the options.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="talks">The documents. The host is that of most of them unless the settings name it.</param>
    public static SiteAddress Of(ExportOptions options, IReadOnlyList<StoredTalk> talks)
    {
        var blog = options.SiteUrl ?? talks.Select(talk => Origin(talk.PageUrl)).OfType<string>()
            .GroupBy(origin => origin, StringComparer.Ordinal).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return Origin(blog) is { } site ? new(blog!.TrimEnd('/') + "/", site + options.Base) : new(null, null); // It has an origin.
    }

    /// <summary>Returns the absolute address of a path below the folder; <see langword="null"/> when it is unknown.</summary>
    /// <param name="path">The path, not encoded.</param>
    public string? Of(string path) => Search is null ? null : Search + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string? Origin(string? address) =>
        WebAddress.Of(address) is { } url ? new Uri(url).GetLeftPart(UriPartial.Authority) : null;
}
