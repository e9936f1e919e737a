using SearchNotes.Cli.Checking;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Exporting;

/// <summary>Finds the broken links and talks of a corpus before it is exported.</summary>
internal static class ExportCheck
{
    /// <summary>Returns the problems: the warnings of <c>check</c>, and links of hits that lead to no page or heading of the built
    /// blog.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="site">The built blog; <see langword="null"/> when it is not known.</param>
    public static IReadOnlyList<ExportProblem> Run(Corpus corpus, SurroundingSite? site) =>
        [.. PostCheck.Run(corpus, corpus.Scan(), explains: false)
            .SelectMany(post => Warnings(post).Concat(site is null ? [] : Links(post, site)).OrderBy(problem => problem.Line))];

    // Warnings inside a post that is left out on purpose break nothing. A post that cannot be read has a warning about the whole file.
    private static IEnumerable<ExportProblem> Warnings(CheckedPost post) =>
        post.Warnings.Where(warning => post.LeftOut is null || warning.Line == 0 || !post.IsPost)
            .Select(warning => new ExportProblem(post.Path, warning.Line, warning.Message));

    private static IEnumerable<ExportProblem> Links(CheckedPost post, SurroundingSite site)
    {
        if (post.LeftOut is not null || post.Url is null || !site.Covers(post.Url))
            yield break;
        if (!site.HasPage(post.Url))
        {
            yield return new ExportProblem(post.Path, 0,
                $"Its page {post.Url} is not in {site.Folder}; set permalink in searchnotes.json or in the post.");
            yield break;
        }
        foreach (var (anchor, line, heading) in Headings(post))
        {
            if (anchor is null || site.HasId(post.Url, anchor))
                continue;
            yield return new ExportProblem(post.Path, line,
                $"The page has no heading with the id \"{anchor}\" for \"{heading}\"; set anchors in searchnotes.json.");
        }
    }

    private static IEnumerable<(string? Anchor, int Line, string Heading)> Headings(CheckedPost post) => post.Talks
        .SelectMany(talk => talk.Sections.Select(section => (section.Anchor, section.Line, section.Heading))
            .Prepend((talk.Anchor, talk.FirstLine, talk.Heading ?? talk.Topic)))
        .DistinctBy(heading => heading.Anchor);
}
