using System.Globalization;
using SearchNotes.Posts.Dates;

namespace SearchNotes.Posts.Pages;

/// <summary>Hugo's rules for the language, the path and the existence of a page.</summary>
internal sealed class HugoPages(BlogConfiguration blog)
{
    // Hugo takes the first day of the year 1 for a missing date.
    private static readonly DateOnly NoDate = new(1, 1, 1);

    private static readonly string[] Taxonomies = ["tags", "categories", "series"];

    private readonly HugoSite site = blog.Hugo ?? new HugoSite();

    /// <summary>Returns the page below its folder of content, and its language if the site has several.</summary>
    internal (PageSource Page, string? Language) Below(PageSource page)
    {
        var folder = site.Languages
            .Where(l => l.Value.ContentFolder is { } own && page.Path.StartsWith(own, StringComparison.Ordinal))
            .OrderByDescending(l => l.Value.ContentFolder!.Length).FirstOrDefault(); // Not null: filtered by it.
        var below = page.Below(folder.Key is null ? blog.ContentFolder : folder.Value.ContentFolder!); // Not null: as above.
        var suffix = Path.GetExtension(Path.GetFileNameWithoutExtension(below.Path)).TrimStart('.').ToLowerInvariant();
        return site.Languages.ContainsKey(suffix)
            ? (below with { Path = Path.ChangeExtension(Path.ChangeExtension(below.Path, null), Path.GetExtension(below.Path)) }, suffix)
            : (below, folder.Key ?? (site.Languages.Count == 0 ? null : site.DefaultLanguage));
    }

    /// <summary>Whether the file is content of the site.</summary>
    internal bool Holds(string path) => !path.EndsWith(".txt", StringComparison.Ordinal) && IsBelowContent(path);

    private bool IsBelowContent(string path) => path.StartsWith(blog.ContentFolder, StringComparison.Ordinal)
        || site.Languages.Values.Any(l => l.ContentFolder is { } own && path.StartsWith(own, StringComparison.Ordinal));

    /// <summary>Returns the address of the site in a language; <see langword="null"/> for that of the site.</summary>
    internal string? SiteUrl(PageSource page) =>
        Below(page).Language is { } code && site.Languages.TryGetValue(code, out var language) ? language.SiteUrl?.TrimEnd('/') : null;

    /// <summary>Returns the front matter with what folders hand down.</summary>
    internal FrontMatter Complete(PageSource page)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (folder, handedDown) in site.Cascades.Where(c => page.Path.StartsWith(c.Folder, StringComparison.Ordinal)))
        {
            foreach (var (key, value) in handedDown)
                keys[key] = value;
        }

        if (keys.Count == 0)
            return page.FrontMatter;
        foreach (var (key, value) in page.FrontMatter.Keys)
            keys[key] = value;
        return page.FrontMatter with { Keys = keys, Slug = page.FrontMatter.Slug ?? keys.GetValueOrDefault("slug") };
    }

    /// <summary>Returns the path of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="pattern">A pattern from the settings; <see langword="null"/> for that of the configuration.</param>
    /// <param name="token">Returns the value of a token of other generators.</param>
    internal string? PathOf(PageSource page, string? pattern, Func<PageSource, string, string?> token)
    {
        var (below, code) = Below(page);
        var hasFolder = code is not null && (code != site.DefaultLanguage || site.HasDefaultInFolder);
        var language = hasFolder && SiteUrl(page) is null ? "/" + code : "";
        if (IsBranch(below.Path))
            return Branch(below, below.Path.Split('/')[..^1], token) is { } branch ? language + branch : null;
        var isIndex = Path.GetFileNameWithoutExtension(below.Path) == "index";
        if (isIndex && !below.Path.Contains('/', StringComparison.Ordinal))
            return language + "/";

        string[] folders = below.Path.Split('/')[..(isIndex ? ^2 : ^1)];
        if (pattern is not null || PatternOf(folders, out pattern))
        {
            var made = Expand(pattern!, below, SectionOf(page, folders), token); // Not null: set by the condition.
            return made is null ? null : language + Ended(made);
        }

        var name = Slug(below) ?? (isIndex ? below.Path.Split('/')[^2] : Path.GetFileNameWithoutExtension(below.Path));
        return language + Ended("/" + Folders(folders) + "/" + Cased(PageSlug.HugoCased(name)) + "/");
    }

    private string Ended(string path) =>
        blog.HasUglyUrls && path.Length > 1 && path.EndsWith('/') ? path.TrimEnd('/') + ".html" : path;

    /// <summary>Returns the folders of the section that a page is in: those down to the last one with a page of its own, and at least the
    /// first.</summary>
    private string[] SectionOf(PageSource page, string[] folders)
    {
        var parts = page.Path.Split('/')[..^1];
        var top = parts.Length - folders.Length - (Path.GetFileName(page.Path).StartsWith("index.", StringComparison.Ordinal) ? 1 : 0);
        for (var depth = folders.Length; depth > 1; depth--)
        {
            if (site.Branches.Contains(string.Join('/', parts[..(Math.Max(top, 0) + depth)]) + "/"))
                return folders[..depth];
        }

        return folders.Length > 0 ? folders[..1] : [];
    }

    // The page of a tag follows the pattern of its taxonomy; a section keeps its folders.
    private string? Branch(PageSource page, string[] folders, Func<PageSource, string, string?> token) =>
        folders.Length == 2 && Taxonomies.Contains(folders[0]) && blog.Sections.TryGetValue(folders[0], out var pattern)
            ? Expand(pattern, page, folders, token) : folders.Length == 0 ? "/" : Ended("/" + Folders(folders) + "/");

    /// <summary>Returns whether the site has a page for a file, the reason if it has none, and when that changes.</summary>
    internal PublishedState State(PageSource page, DateTimeOffset now)
    {
        if (site.Ignored.Any(pattern => pattern.IsMatch(page.Path)))
            return new("\"ignoreFiles\" of its configuration names it");
        var folder = page.Path[..(page.Path.LastIndexOf('/') + 1)];
        if (site.Bundles.Any(bundle => folder.StartsWith(bundle, StringComparison.Ordinal)
            && !(folder == bundle && HugoCascades.IsLeafIndex(Path.GetFileName(page.Path)))))
        {
            return new("it belongs to the page of another file in its folder");
        }
        if (site.DisabledLanguages.FirstOrDefault(code => page.Path.EndsWith($".{code}{Path.GetExtension(page.Path)}",
            StringComparison.OrdinalIgnoreCase)) is { } disabled)
        {
            return new($"its configuration disables the language {disabled}");
        }

        var keys = page.FrontMatter.Keys;
        if (keys.GetValueOrDefault("headless") == "true" && HugoCascades.IsLeafIndex(Path.GetFileName(page.Path)))
            return new("its front matter says headless: true");
        var render = keys.GetValueOrDefault("_build.render") ?? keys.GetValueOrDefault("build.render");
        if (render is "never" or "false" or "link")
            return new($"its front matter says render: {render}");
        if (keys.GetValueOrDefault("draft") == "true")
            return new("its folder says draft: true");
        return Timed(page, now);
    }

    private PublishedState Timed(PageSource page, DateTimeOffset now)
    {
        var keys = page.FrontMatter.Keys;
        var expiry = Moment(keys, "expirydate", "unpublishdate");
        var publish = Moment(keys, "publishdate", "pubdate", "published") ?? Moment(keys, "date");
        if (!site.BuildsExpired && expiry <= now)
            return new($"it expired on {expiry:yyyy-MM-dd}");
        if (!site.BuildsFuture && publish > now)
            return new($"it is published on {publish:yyyy-MM-dd}", publish);
        return new(null, site.BuildsExpired ? null : expiry);
    }

    private static DateTimeOffset? Moment(IReadOnlyDictionary<string, string> keys, params string[] names) =>
        names.Select(name => PostMoment.Read(keys.GetValueOrDefault(name))).FirstOrDefault(moment => moment is not null);

    private string? Expand(string pattern, PageSource page, string[] folders, Func<PageSource, string, string?> token)
    {
        var made = PermalinkPattern.Expand(pattern, name => name switch
        {
            "title" => Value(page.Title),
            "slug" => Value(Slug(page) ?? page.Title),
            "slugorfilename" or "slugorcontentbasename" => Value(Slug(page) ?? page.Parts.Name),
            "filename" or "contentbasename" => Value(page.Parts.Name),
            "section" => folders.Length > 0 ? Value(folders[0]) : "",
            _ when name.StartsWith("sections", StringComparison.Ordinal) => Folders(Sliced(folders, name["sections".Length..])),
            "weekday" => ((int)(page.Date ?? NoDate).DayOfWeek).ToString(CultureInfo.InvariantCulture),
            _ when page.Date is null && PermalinkPattern.OfDate(name, NoDate) is { } none => name == "year" ? "1" : none,
            _ => token(page, name),
        });
        // Hugo reads what it made as an address: there a plus is a space.
        return made is null ? null : PageSlug.HugoCased(Cased(made).Replace('+', ' '));
    }

    // And an empty fragment is none.
    private static string Value(string text)
    {
        var slug = PageSlug.HugoCased(text);
        return slug.EndsWith('#') ? slug[..^1] : slug;
    }

    /// <summary>Returns the day of a page: that in its file's name where the configuration asks for it first.</summary>
    internal DateOnly? Day(PageSource page) =>
        site.TakesDateFromName && PathDate.InName(page.Parts.Name, out _) is { } day ? day : page.Date;

    // A date in the file's name is not part of the page's name where the configuration takes dates from there.
    private string? Slug(PageSource page) => page.FrontMatter.Slug
        ?? (site.TakesDateFromName && page.NameWithoutDate != page.Parts.Name ? page.NameWithoutDate.TrimStart('-', '_') : null);

    private bool PatternOf(string[] folders, out string? pattern)
    {
        pattern = null;
        for (var depth = folders.Length; depth > 0; depth--)
        {
            if (blog.Sections.TryGetValue(string.Join('/', folders[..depth]), out pattern))
                return true;
        }

        return blog.Sections.TryGetValue("", out pattern);
    }

    /// <summary>Returns the folders selected by a slice such as <c>[1:]</c>, <c>[:2]</c>, <c>[0]</c> or <c>[last]</c>; all folders without
    /// one.</summary>
    private static string[] Sliced(string[] folders, string slice)
    {
        if (slice.Length < 3 || folders.Length == 0)
            return slice.Length == 0 ? folders : [];
        var bounds = slice[1..^1].Split(':');
        var low = Bound(bounds[0], folders.Length, 0);
        if (bounds.Length == 1)
            return low < folders.Length ? [folders[low]] : [];
        var high = Math.Min(Bound(bounds[1], folders.Length, folders.Length), folders.Length);
        return low < high ? folders[low..high] : [];
    }

    private static int Bound(string text, int count, int otherwise) => text.Trim() switch
    {
        "" => otherwise,
        "last" => count - 1,
        var number => int.TryParse(number, out var n) && n > 0 ? n : 0,
    };

    private string Folders(IEnumerable<string> folders) => string.Join('/', folders.Select(folder => Cased(PageSlug.HugoCased(folder))));

    private string Cased(string path)
    {
        path = site.RemovesAccents ? PageSlug.WithoutAccents(path) : path;
        return site.KeepsCase ? path : path.ToLowerInvariant();
    }

    private static bool IsBranch(string path) => Path.GetFileNameWithoutExtension(path) == "_index";
}
