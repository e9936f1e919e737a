namespace SearchNotes.Posts.Pages;

/// <summary>What the blog's own configuration tells about its pages.</summary>
internal sealed record BlogConfiguration
{
    /// <summary>A blog without a configuration that we can read.</summary>
    internal static BlogConfiguration None { get; } = new();

    /// <summary>What makes its pages.</summary>
    internal Generator Generator { get; init; }

    /// <summary>The file that told, relative to the corpus folder; <see langword="null"/> when there was none.</summary>
    internal string? File { get; init; }

    /// <summary>A hash of the whole file.</summary>
    internal string TextHash { get; init; } = "";

    /// <summary>Whether there is a configuration, so that the path of a file in the blog is known.</summary>
    internal bool IsFound => File is not null;

    /// <summary>The corpus folder's path below the blog's, with a slash at the end; empty when they are the same.</summary>
    internal string PathInBlog { get; init; } = "";

    /// <summary>The corpus folder's path below the repository's, with a slash at the end; empty when they are the same.</summary>
    internal string PathInRepository { get; init; } = "";

    /// <summary>The blog's address with its base path; <see langword="null"/> when it does not say, or says what only a test server
    /// has.</summary>
    internal string? SiteUrl { get; init; }

    /// <summary>What comes before the path of every page, such as <c>/blog</c>.</summary>
    internal string BasePath { get; init; } = "";

    /// <summary>The pattern of a post's page.</summary>
    internal string? Permalink { get; init; }

    /// <summary>How headings get ids.</summary>
    internal AnchorStyle Anchors { get; init; }

    /// <summary>The folder of the blog that pages are made from, with a slash at the end; empty for the blog's own.</summary>
    internal string ContentFolder { get; init; } = "";

    /// <summary>Patterns of single sections or collections.</summary>
    internal IReadOnlyDictionary<string, string> Sections { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder inside <see cref="ContentFolder"/> that holds Jekyll's collections, with a slash at the end; empty for that
    /// folder itself.</summary>
    internal string CollectionsFolder { get; init; } = "";

    /// <summary>What Jekyll's configuration gives to posts by their folder.</summary>
    internal JekyllDefaults Defaults { get; init; } = JekyllDefaults.None;

    /// <summary>What it says about pages that is not followed, a sentence each.</summary>
    internal IReadOnlyList<string> Unfollowed { get; init; } = [];

    /// <summary>Whether Hugo puts <c>.html</c> at the end.</summary>
    internal bool HasUglyUrls { get; init; }

    /// <summary>Whether the names of Hexo's files begin with the date.</summary>
    internal bool NamesHoldDates { get; init; }

    /// <summary>The blog's language.</summary>
    internal string? Language { get; init; }

    /// <summary>With the address in the configuration taken apart: what a test server or an example has is no address.</summary>
    /// <remarks>The address may hold the base path already, as themes for GitHub Pages have it: it is not added twice.</remarks>
    internal BlogConfiguration At(string? address, string? basePath)
    {
        var path = "/" + (basePath ?? "").Trim('/');
        var known = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !IsPlaceholder(uri.Host)
            ? uri : null;
        // What stands behind a scheme that is none of the web's may be another scheme (a:javascript:...); a path begins with a slash.
        var ownPath = known is null && uri?.AbsolutePath is ['/', .. var below] ? "/" + below.Trim('/') : "";
        var isHeld = path != "/" && uri?.AbsolutePath.TrimEnd('/').EndsWith(path, StringComparison.Ordinal) == true;
        var added = isHeld ? "" : path;
        return this with
        {
            SiteUrl = known is null ? null : (known.GetLeftPart(UriPartial.Path).TrimEnd('/') + added).TrimEnd('/'),
            BasePath = (uri is null || known is not null ? path : ownPath.TrimEnd('/') + added).TrimEnd('/'),
            Unfollowed = uri is null || known is not null
            ? Unfollowed : [.. Unfollowed, $"The address {address} is that of a test server or an example, and counts as not set."],
        };
    }

    private static bool IsPlaceholder(string host) =>
        host is "localhost" or "127.0.0.1" or "0.0.0.0" or "example.com" or "example.org" or "yoursite.com" or "yourdomain.com";
}
