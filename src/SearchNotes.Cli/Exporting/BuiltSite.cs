using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Exporting;

/// <summary>The pages that the blog's generator wrote, around the folder of the export.</summary>
internal sealed partial class BuiltSite
{
    private const int MaxPageBytes = 16 << 20;

    private readonly string prefix;

    private BuiltSite(string folder, string prefix) => (Folder, this.prefix) = (folder, prefix);

    /// <summary>The folder of the built blog, absolute.</summary>
    public string Folder { get; }

    /// <summary>Returns the built blog: the folder in which the output folder is at the place that its address says.</summary>
    /// <param name="output">The output folder, absolute: <c>/blog/_site/search</c>.</param>
    /// <param name="address">The path of the output folder on the site: <c>/search/</c>.</param>
    /// <returns>The site; <see langword="null"/> when the output folder is elsewhere or no page is beside it.</returns>
    public static BuiltSite? Around(string output, string address)
    {
        var folder = output.TrimEnd(Path.DirectorySeparatorChar);
        var parts = address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var known = parts.Length;
        while (known > 0 && Path.GetFileName(folder) == parts[known - 1] && Path.GetDirectoryName(folder) is { } above)
            (folder, known) = (above, known - 1);
        return known < parts.Length && HasPage(folder)
            ? new BuiltSite(folder, "/" + string.Concat(parts.Take(known).Select(part => part + "/"))) : null;
    }

    /// <summary>Returns whether an address can be a page of the site: a path, or an address whose path begins as the site's.</summary>
    public bool Holds(string url) => PathOf(url) is not null;

    /// <summary>Returns the ids on a page; <see langword="null"/> when there is no such page.</summary>
    public HashSet<string>? Ids(string url)
    {
        if (PathOf(url) is not { } path)
            return null;
        string[] files = path.Length == 0 || path.EndsWith('/')
            ? [$"{path}index.html", $"{path.TrimEnd('/')}.html"]
            : [path, $"{path}.html", $"{path}/index.html"];
        return files.Select(file => UntrustedFile.Read(Path.Combine(Folder, file), Folder, MaxPageBytes).Bytes)
            .FirstOrDefault(bytes => bytes is not null) is { } page ? IdsOf(Encoding.UTF8.GetString(page)) : null;
    }

    private static HashSet<string> IdsOf(string html) =>
        [.. IdAttributes().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["id"].Value))];

    private static bool HasPage(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.html").Any();

    // "https://user.example/blog/2013/x/" of the site /blog/ → "2013/x/"
    private string? PathOf(string url)
    {
        var path = Uri.TryCreate(new Uri("https://blog.example"), url, out var address) ? Uri.UnescapeDataString(address.AbsolutePath) : "";
        return path.StartsWith(prefix, StringComparison.Ordinal) && !path.Contains('\0', StringComparison.Ordinal)
            ? path[prefix.Length..] : null;
    }

    [GeneratedRegex("""\s(id|name)\s*=\s*("(?<id>[^"]*)"|'(?<id>[^']*)'|(?<id>[^\s"'>]+))""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex IdAttributes();
}
