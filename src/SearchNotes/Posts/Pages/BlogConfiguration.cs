namespace SearchNotes.Posts.Pages;

/// <summary>Page settings read from the blog's own configuration.</summary>
internal sealed record BlogConfiguration
{
    /// <summary>The settings of a blog without a readable configuration.</summary>
    internal static BlogConfiguration None { get; } = new();

    /// <summary>The generator that builds the blog.</summary>
    internal Generator Generator { get; init; }

    /// <summary>The configuration file, relative to the corpus folder; <see langword="null"/> if none was found.</summary>
    internal string? File { get; init; }

    /// <summary>A hash of the whole configuration file.</summary>
    internal string TextHash { get; init; } = "";

    /// <summary>Whether a configuration was found, so that file paths within the blog are known.</summary>
    internal bool IsFound => File is not null;

    /// <summary>The corpus folder's path below the blog's folder, with a trailing slash; empty if they are the same.</summary>
    internal string PathInBlog { get; init; } = "";

    /// <summary>The corpus folder's path below the repository's top folder, with a trailing slash; empty if they are the same.</summary>
    internal string PathInRepository { get; init; } = "";

    /// <summary>The blog's URL with its base path; <see langword="null"/> if it is missing or is that of a test server.</summary>
    internal string? SiteUrl { get; init; }

    /// <summary>Prefix of every page's path, such as <c>/blog</c>.</summary>
    internal string BasePath { get; init; } = "";

    /// <summary>The permalink pattern of posts.</summary>
    internal string? Permalink { get; init; }

    /// <summary>The rule by which the generator makes heading ids.</summary>
    internal AnchorStyle Anchors { get; init; }

    /// <summary>The folder that contains the page sources, with a trailing slash; empty if it is the blog's folder.</summary>
    internal string ContentFolder { get; init; } = "";

    /// <summary>Permalink patterns of individual sections or collections.</summary>
    internal IReadOnlyDictionary<string, string> Sections { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder below <see cref="ContentFolder"/> that contains Jekyll's collections, with a trailing slash; empty if they are
    /// in <see cref="ContentFolder"/> itself.</summary>
    internal string CollectionsFolder { get; init; } = "";

    /// <summary>Front matter defaults by folder, from Jekyll's configuration.</summary>
    internal JekyllDefaults Defaults { get; init; } = JekyllDefaults.None;

    /// <summary>Jekyll's settings that decide whether and on which day a file becomes a page.</summary>
    internal JekyllSite Jekyll { get; init; } = new();

    /// <summary>Hugo's settings for pages; <see langword="null"/> for another generator.</summary>
    internal HugoSite? Hugo { get; init; }

    /// <summary>Eleventy's data files; <see langword="null"/> for another generator.</summary>
    internal EleventySite? Eleventy { get; init; }

    /// <summary>Astro's routes to its collections; <see langword="null"/> for another generator.</summary>
    internal AstroRoutes? Astro { get; init; }

    /// <summary>Whether addresses of pages end with a slash; <see langword="null"/> if the generator's default applies.</summary>
    internal bool? EndsWithSlash { get; init; }

    /// <summary>Notes about page settings that are ignored, one sentence each.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether Hugo's page paths end with <c>.html</c>.</summary>
    internal bool HasUglyUrls { get; init; }

    /// <summary>Whether Hexo's addresses keep the <c>.html</c> at their end.</summary>
    internal bool EndsWithHtml { get; init; } = true;

    /// <summary>Hexo's time zone; <see langword="null"/> if its configuration names none.</summary>
    internal TimeZoneInfo? Zone { get; init; }

    /// <summary>Gatsby's routes; <see langword="null"/> for another generator.</summary>
    internal GatsbyRoutes? Gatsby { get; init; }

    /// <summary>Whether the names of Hexo's post files begin with the date.</summary>
    internal bool NamesHoldDates { get; init; }

    /// <summary>Two-letter code of the blog's language.</summary>
    internal string? Language { get; init; }

    /// <summary>Returns a copy with the site URL and base path set. Addresses of test servers and examples are ignored.</summary>
    /// <remarks>If the address already ends with the base path, as themes for GitHub Pages write it, the base path is not added
    /// again.</remarks>
    internal BlogConfiguration WithSite(string? address, string? basePath)
    {
        var path = "/" + (basePath ?? "").Trim('/');
        var siteUri = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !IsPlaceholder(uri.Host)
            ? uri : null;
        // After a scheme other than http and https, another scheme may follow (a:javascript:...), so only a path that begins with a slash
        // counts.
        var ownPath = siteUri is null && uri?.AbsolutePath is ['/', .. var below] ? "/" + below.Trim('/') : "";
        var isIncluded = path != "/" && uri?.AbsolutePath.TrimEnd('/').EndsWith(path, StringComparison.Ordinal) == true;
        var added = isIncluded ? "" : path;
        return this with
        {
            SiteUrl = siteUri is null ? null : (siteUri.GetLeftPart(UriPartial.Path).TrimEnd('/') + added).TrimEnd('/'),
            BasePath = (uri is null || siteUri is not null ? path : ownPath.TrimEnd('/') + added).TrimEnd('/'),
            Notes = uri is null || siteUri is not null ? Notes
                : [.. Notes, $"The address {address} is that of a test server or an example, and counts as not set."],
        };
    }

    private static bool IsPlaceholder(string host) =>
        host is "localhost" or "127.0.0.1" or "0.0.0.0" or "example.com" or "example.org" or "yoursite.com" or "yourdomain.com";
}
