using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Training;

/// <summary>Measures how many links of a blog's posts lead to a page, and to a heading, of the blog as its generator built it.</summary>
internal static class LinkMeasurement
{
    private const int MaxShown = 5;

    /// <summary>Prints a row for each blog.</summary>
    /// <param name="folders">Pairs of a folder of posts and the folder that the generator wrote.</param>
    /// <returns>The exit code.</returns>
    public static int Print(string[] folders)
    {
        Console.WriteLine("| Blog | Posts | No link | Page exists | Headings | Heading exists |\n|---|---|---|---|---|---|");
        foreach (var pair in folders.Chunk(2))
        {
            var corpus = new Corpus(new CorpusOptions { Root = pair[0] });
            var site = new BuiltSite(pair[1], corpus.Detected?.SiteUrl);
            var splits = corpus.List().Select(file => TalkSplitter.Split(corpus, corpus.ReadBytes(file), SpeakerAliases.None))
                .Where(split => split.Post.SkipReason is null).ToList();
            var linked = splits.Where(split => split.Post.Url is not null).ToList();
            var found = linked.Where(split => site.HasPage(split.Post.Url!)).ToList(); // Not null: filtered above.
            var anchors = found.SelectMany(split => Anchors(split).Select(anchor => (split.Post, Anchor: anchor))).ToList();
            var right = anchors.Count(heading => site.HasId(heading.Post.Url!, heading.Anchor));
            Console.WriteLine($"| {Path.GetFileName(Path.TrimEndingDirectorySeparator(pair[0]))} | {splits.Count} | {splits.Count - linked.Count} | "
                + $"{Share(found.Count, linked.Count)} | {anchors.Count} | {Share(right, anchors.Count)} |");
            foreach (var split in linked.Except(found).Take(MaxShown))
                Console.Error.WriteLine($"no page: {split.Post.Path} {split.Post.Url}");
            foreach (var (post, anchor) in anchors.Where(a => !site.HasId(a.Post.Url!, a.Anchor)).Take(MaxShown))
                Console.Error.WriteLine($"no heading: {post.Path} #{anchor}");
        }

        return 0;
    }

    private static IEnumerable<string> Anchors(SplitPost split) => split.Documents
        .SelectMany(document => document.Sections.Select(section => section.Anchor).Prepend(document.Anchor)).OfType<string>();

    private static string Share(int part, int whole) => whole == 0 ? "" : $"{part} of {whole} ({100.0 * part / whole:0.0} %)";
}
