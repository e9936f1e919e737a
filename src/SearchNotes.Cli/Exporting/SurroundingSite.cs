using SearchNotes.Talks;

namespace SearchNotes.Cli.Exporting;

/// <summary>The built blog that contains the folder of the export.</summary>
internal sealed class SurroundingSite
{
    private readonly string prefix;
    private readonly BuiltSite pages;

    private SurroundingSite(string folder, string prefix) =>
        (Folder, this.prefix, pages) = (folder, prefix, new BuiltSite(folder, prefix));

    /// <summary>The folder of the built blog, absolute.</summary>
    public string Folder { get; }

    /// <summary>Returns the built blog: the folder from which the path of the output folder matches the end of its address.</summary>
    /// <param name="output">The output folder, absolute: <c>/blog/_site/search</c>.</param>
    /// <param name="address">The path of the output folder on the site: <c>/search/</c>.</param>
    /// <returns>The site; <see langword="null"/> when the output folder is elsewhere or no page is beside it.</returns>
    public static SurroundingSite? Around(string output, string address)
    {
        var folder = output.TrimEnd(Path.DirectorySeparatorChar);
        var parts = address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var known = parts.Length;
        while (known > 0 && Path.GetFileName(folder) == parts[known - 1] && Path.GetDirectoryName(folder) is { } above)
            (folder, known) = (above, known - 1);
        return known < parts.Length && HasPageIn(folder)
            ? new SurroundingSite(folder, "/" + string.Concat(parts.Take(known).Select(part => part + "/"))) : null;
    }

    /// <summary>Returns whether an address can be a page of the site: a path, or an address whose path begins as the site's.</summary>
    public bool Covers(string url) =>
        Uri.TryCreate(new Uri("https://blog.example"), url, out var address)
        && Uri.UnescapeDataString(address.AbsolutePath).StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>Returns whether a page exists.</summary>
    public bool HasPage(string url) => pages.HasPage(url);

    /// <summary>Returns whether a page has an element with an id.</summary>
    public bool HasId(string url, string id) => pages.HasId(url, id);

    private static bool HasPageIn(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.html").Any();
}
