using SearchNotes.Cli.Checking;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Checks all posts and how links to them are generated.</summary>
/// <param name="context">The environment of this run.</param>
internal sealed class CorpusDiagnosis(CommandContext context)
{
    /// <summary>Returns the findings.</summary>
    public IEnumerable<Finding> Of(ProgramSettings settings)
    {
        try
        {
            var corpus = new Corpus(settings.ToCorpusOptions());
            var listing = corpus.Scan();
            var posts = PostCheck.Run(corpus, listing.Files, listing.Files);
            return [.. listing.Unlisted.Select(folder => Unlisted(folder, settings)), .. Of(posts, corpus, settings)];
        }
        catch (SearchNotesException fault)
        {
            return [Finding.Failed("corpus", fault)];
        }
    }

    private IEnumerable<Finding> Of(IReadOnlyList<CheckedPost> posts, Corpus corpus, ProgramSettings settings) => posts.Count == 0
        ? [Finding.Failed("corpus", $"{context.ShortPath(settings.Corpus)} contains no posts",
            "name the folder of posts with --corpus; .md, .markdown, .mdown, .mkdn, .mkdown, .mkd, .mdx and .txt are read")]
        :
        [
            Posts(posts, settings),
            Links(posts.Where(post => post.LeftOut is null).ToList(), corpus, settings),
            .. corpus.PageWarnings.Select(sentence =>
                Finding.Warning("links", sentence.TrimEnd('.'),
                    "docs/links.md lists the tokens and what is read; permalink and site_url override it")),
        ];

    private Finding Unlisted(UnlistedFolder folder, ProgramSettings settings)
    {
        var path = context.ShortPath(Path.Combine(settings.Corpus, folder.Path));
        return Finding.Warning("folder", $"{path} cannot be listed: {folder.Reason}",
            "let this user read it, or keep the posts in a folder without it; posts in it are neither added nor removed");
    }

    private Finding Posts(IReadOnlyList<CheckedPost> posts, ProgramSettings settings)
    {
        var folder = context.ShortPath(settings.Corpus);
        var warnings = posts.Sum(post => post.Warnings.Count);
        posts = [.. posts.Where(post => post.IsPost)];
        var leftOut = posts.Count(post => post.LeftOut is not null);
        var summary = $"{Count.Of(posts.Count, "post")} with {Count.Of(posts.Sum(post => post.Talks.Count), "talk")} in {folder}"
            + (leftOut > 0 ? $", {Count.Of(leftOut)} of them left out" : "") + (warnings > 0 ? $"; {Count.Of(warnings, "warning")}" : "");
        return posts.All(post => post.Talks.Count == 0)
            ? Finding.Warning("corpus", summary, $"run \"searchnotes check {folder}\" to see why no talk was found")
            : new Finding("corpus", CheckStatus.Ok, summary, warnings > 0
                ? $"\"searchnotes check {folder}\" shows the warnings with their lines" : null);
    }

    private static Finding Links(IReadOnlyList<CheckedPost> posts, Corpus corpus, ProgramSettings settings)
    {
        var guess = corpus.Detected is { } guessed ? $"; {guessed.ToString().TrimEnd('.')}" : "";
        var unknown = posts.Count(post => post.Url is null);
        var relative = posts.Count(post => post.Url?.StartsWith('/') == true);
        return unknown > 0
            ? Finding.Warning("links",
                $"{Count.Of(unknown, "post")} with an unknown address on the blog: hits lead to pages of this service{guess}",
                "set permalink and site_url (docs/settings.md)")
            : relative > 0
            ? Finding.Warning("links", $"the address of the blog is unknown, so links only work on the blog itself{guess}",
                "set site_url, such as \"https://blog.example\"")
            : Finding.Ok("links", posts is [var post, ..]
                ? $"to {settings.Everywhere.SiteUrl ?? corpus.Detected?.SiteUrl}, such as {post.Url}" : "there are no posts to link to");
    }
}
