using System.Text.RegularExpressions;
using SearchNotes.Posts.Dates;

namespace SearchNotes.Posts.Pages;

/// <summary>Jekyll's settings that decide whether and on which day a file becomes a page.</summary>
internal sealed partial record JekyllSite
{
    private static readonly string[] AlwaysExcluded =
        [".sass-cache", ".jekyll-cache", "node_modules", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"];

    private IReadOnlyList<(string Written, Regex Pattern)> Excluded { get; init; } = [];

    private IReadOnlyList<Regex> Included { get; init; } = [];

    private TimeZoneInfo? Zone { get; init; }

    private bool BuildsFuture { get; init; }

    /// <summary>Whether posts with <c>published: false</c> are built.</summary>
    internal bool BuildsUnpublished { get; init; }

    /// <summary>Reads the settings.</summary>
    internal static JekyllSite Read(ConfigurationKeys keys) => new()
    {
        Excluded = [.. keys.Items("exclude").Concat(AlwaysExcluded).Take(200).Select(item => (item, Glob(item)))],
        Included = [.. keys.Items("include").Take(200).Select(Glob)],
        Zone = ZoneOf(keys),
        BuildsFuture = keys["future"] == "true",
        BuildsUnpublished = keys["unpublished"] == "true",
    };

    /// <summary>Returns the time zone of a site; <see langword="null"/> if its configuration names none.</summary>
    internal static TimeZoneInfo? ZoneOf(ConfigurationKeys keys) =>
        keys["timezone"] is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>Returns the day in the address of a post: that of its time in the site's zone, if it has one.</summary>
    internal DateOnly? Day(PageSource page)
    {
        var written = page.FrontMatter.Keys.GetValueOrDefault("date") ?? "";
        // YAML takes a time without seconds for a text, which Jekyll reads in the zone of the site.
        var isTime = PostMoment.HasOffset(written) || (PostMoment.HasTime(written) && written.Count(c => c == ':') > 1);
        return Zone is not null && isTime && PostMoment.Read(written) is { } moment
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime)
            : page.Date;
    }

    /// <summary>Whether the configuration includes a file that would be left out by its name.</summary>
    internal bool Includes(string path) => Included.Any(pattern => pattern.IsMatch(path));

    /// <summary>Returns whether the site has a page for a file, the reason if it has none, and when that changes.</summary>
    /// <param name="page">The file, with its path below the site's source folder.</param>
    /// <param name="now">The time.</param>
    internal PublishedState State(PageSource page, DateTimeOffset now)
    {
        if (!Includes(page.Path)
            && Excluded.FirstOrDefault(item => item.Pattern.IsMatch(page.Path)) is { Written: { } written })
        {
            return new($"\"exclude\" of its configuration contains {written}");
        }

        var isPost = page.Path.Split('/').SkipLast(1).Contains("_posts");
        if ((isPost || page.Path is ['_', ..]) && !BuildsUnpublished && IsUnpublishedByDefault(page.FrontMatter))
            return new("\"defaults\" of its configuration say published: false");
        if (!isPost)
            return default;
        if (page.FrontMatter.Dialect is FrontMatterDialect.None)
            return default;
        if (!NameOfPost().IsMatch(Path.GetFileName(page.Path)))
            return new("its name does not begin with a date");
        var date = PostMoment.Read(page.FrontMatter.Keys.GetValueOrDefault("date"), Zone)
            ?? (page.Date is { } day ? PostMoment.Read(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Zone)
                : null);
        return !BuildsFuture && date > now ? new($"it is published on {date:yyyy-MM-dd}", date) : default;
    }

    // What the post says itself is read with its front matter.
    private static bool IsUnpublishedByDefault(FrontMatter complete) =>
        complete.UnpublishedReason is null && complete.Keys.GetValueOrDefault("published") == "false";

    // Jekyll's patterns ignore folders: a star matches a slash as well, and a name matches everything below it.
    private static Regex Glob(string pattern) => new(
        "^" + Regex.Escape(pattern.Trim().TrimStart('/').TrimEnd('/')).Replace(@"\*", ".*", StringComparison.Ordinal)
            .Replace(@"\?", ".", StringComparison.Ordinal) + "(?:$|/)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^[0-9]{2,4}-[0-9]{1,2}-[0-9]{1,2}-", RegexOptions.NonBacktracking)]
    private static partial Regex NameOfPost();
}
