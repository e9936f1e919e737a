using SearchNotes.Cli.Checking;
using SearchNotes.Cli.Settings;
using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Tests links to the posts against the folder that the blog's generator wrote.</summary>
/// <param name="context">The environment of this run.</param>
internal sealed class SiteDiagnosis(CommandContext context)
{
    private const int MaxLinks = 10;

    /// <summary>Returns a finding for all links together, and one for each broken link.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="folder">The folder of the built site; <see langword="null"/> if none was named.</param>
    public IEnumerable<Finding> Of(ProgramSettings settings, string? folder)
    {
        if (folder is null)
            return [];
        var path = context.FullPath(folder);
        if (!Directory.Exists(path))
        {
            return [Finding.Failed("site", $"there is no folder {folder}",
                "build the blog, and name the folder that its generator writes with --site")];
        }

        try
        {
            var corpus = new Corpus(settings.ToCorpusOptions());
            var site = new BuiltSite(path, settings.Everywhere.SiteUrl ?? corpus.Detected?.SiteUrl);
            var files = corpus.List();
            return Of(Spread([.. PostCheck.Run(corpus, files, files).Where(post => post.Url is not null && post.LeftOut is null)]), site);
        }
        catch (SearchNotesException fault)
        {
            return [Finding.Failed("site", fault)];
        }
    }

    /// <summary>Returns posts from the whole corpus, because neighbours in the list tend to have links of the same kind.</summary>
    private static IEnumerable<CheckedPost> Spread(IReadOnlyList<CheckedPost> posts) =>
        Enumerable.Range(0, Math.Min(MaxLinks, posts.Count)).Select(i => posts[i * posts.Count / Math.Min(MaxLinks, posts.Count)]);

    private static List<Finding> Of(IEnumerable<CheckedPost> posts, BuiltSite site)
    {
        var wrong = new List<Finding>();
        var tried = 0;
        foreach (var post in posts)
        {
            tried++;
            var anchor = post.Talks.FirstOrDefault(talk => talk.Anchor is not null)?.Anchor;
            if (!site.HasPage(post.Url!)) // Only posts with an address are tried.
                wrong.Add(Wrong($"{post.Path} links to {post.Url}, which the site does not have"));
            else if (anchor is not null && !site.HasId(post.Url!, anchor))
                wrong.Add(Wrong($"{post.Path} links to {post.Url}#{anchor}, and the page has no such heading"));
        }

        return tried == 0 ? [Wrong("no post has an address on the blog")]
            : wrong.Count > 0 ? wrong
                : [Finding.Ok("site", $"{Terminal.Count.Of(tried, "link")} tried, and all lead to a page and a heading of the site")];
    }

    private static Finding Wrong(string message) =>
        Finding.Warning("site", message,
            "set permalink, site_url or anchors (docs/links.md), for a folder if only its posts are concerned");
}
