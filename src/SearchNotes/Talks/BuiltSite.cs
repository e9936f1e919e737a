using System.Net;
using SearchNotes.Posts;
using SearchNotes.Posts.Files;

namespace SearchNotes.Talks;

/// <summary>A blog as its generator wrote it: a folder of HTML files, in which links can be tried.</summary>
public sealed class BuiltSite
{
    private const int MaxPageBytes = 8 << 20;

    private readonly string root;
    private readonly string basePath;
    private readonly Dictionary<string, HashSet<string>?> idsByPath = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance. Reads nothing yet.</summary>
    /// <param name="folder">The folder that the generator wrote, such as <c>_site</c> or <c>public</c>.</param>
    /// <param name="siteUrl">The blog's address, whose path is not part of the folder; <see langword="null"/> if unknown.</param>
    public BuiltSite(string folder, string? siteUrl)
    {
        ArgumentNullException.ThrowIfNull(folder);
        root = RealPath.TryResolve(folder) ?? folder;
        basePath = PathOf(siteUrl ?? "").TrimEnd('/');
    }

    /// <summary>Whether a page exists.</summary>
    /// <param name="url">Its address, absolute or site-relative.</param>
    public bool HasPage(string url) => Ids(url) is not null;

    /// <summary>Whether a page has an element with an id.</summary>
    /// <param name="url">The page's address.</param>
    /// <param name="id">The id.</param>
    public bool HasId(string url, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Ids(url)?.Contains(id) == true;
    }

    private HashSet<string>? Ids(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var path = PathOf(url);
        if (!idsByPath.TryGetValue(path, out var ids))
            idsByPath[path] = ids = Candidates(path).Select(Read).FirstOrDefault(html => html is not null) is { } html ? IdsIn(html) : null;
        return ids;
    }

    // Generators write a page to its path, to an index in the folder of its path, or with an ending that servers leave out.
    private IEnumerable<string> Candidates(string path)
    {
        string[] paths = basePath.Length > 0 && path.StartsWith(basePath + "/", StringComparison.Ordinal) ? [path[basePath.Length..], path]
            : [path];
        return paths.SelectMany(p => p.EndsWith('/') ? (string[])[p + "index.html"] : [p, p + ".html", p + "/index.html"]);
    }

    private string? Read(string path)
    {
        var file = Path.Join(root, WebUtility.UrlDecode(path.Replace("+", "%2B", StringComparison.Ordinal)));
        return UntrustedFile.Read(file, root, MaxPageBytes).Bytes is { Length: > 0 } bytes ? PostText.Decode(bytes).Text : null;
    }

    private static string PathOf(string url)
    {
        url = url.Split('#')[0];
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsolutePath : url;
    }

    /// <summary>Returns the values of all attributes <c>id</c> and <c>name</c>, with or without quotes.</summary>
    private static HashSet<string> IdsIn(string html)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)[" id=", " name="])
        {
            for (var at = html.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at =
                html.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var value = html.AsSpan(at + name.Length);
                var isQuoted = value is ['"' or '\'', ..];
                var end = isQuoted ? value[1..].IndexOf(value[0]) : value.IndexOfAny(" >\n");
                if (end >= 0)
                    ids.Add(WebUtility.HtmlDecode((isQuoted ? value.Slice(1, end) : value[..end]).ToString()));
            }
        }

        return ids;
    }
}
