using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;
using SearchNotes.Talks.Starts;

namespace SearchNotes.Talks;

/// <summary>Splits a post into talks.</summary>
public static class TalkSplitter
{
    /// <summary>Start of the skip reason of a post on which the splitter failed.</summary>
    internal const string BugMessage = "a bug in SearchNotes, please report it";

    /// <summary>Reads and splits a file, and checks its links. A bug in SearchNotes skips this post only; the run continues.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="file">The file.</param>
    /// <param name="aliases">Names that mean one person.</param>
    /// <param name="blog">Priors from the other posts of the blog. Default: none.</param>
    public static SplitPost Split(Corpus corpus, PostBytes file, SpeakerAliases aliases, BlogPriors? blog = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var split = Split(corpus.Read(file), aliases, blog);
            return split with
            {
                Warnings = [.. split.Warnings.Concat(LinkCheck.Find(split, corpus.Options.Root)).OrderBy(w => w.Line)],
                Blocks = null
            };
        }
        catch (Exception bug)
        {
            // The outermost handler for one post: the author of the post cannot fix the bug, and the other posts must not be affected.
            return Split(
                corpus.Read(file with { Bytes = [], Problem = $"{BugMessage} ({bug.GetType().Name}: {bug.Message.TrimEnd('.')})" }),
                SpeakerAliases.None);
        }
    }

    /// <summary>Splits a post. Never fails: every text results in documents.</summary>
    /// <param name="post">The post.</param>
    /// <param name="aliases">Names that mean one person.</param>
    /// <param name="blog">Priors from the other posts of the blog. Default: none.</param>
    public static SplitPost Split(Post post, SpeakerAliases aliases, BlogPriors? blog = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(aliases);
        var lines = new PostLines(post);
        var blocks = MarkdownBlocks.Read(lines.Body, post.BodyLine);
        if (blocks is null)
            return Refused(post, lines);

        var prior = blog?.Of(post.Path) ?? default;
        var outline = Outline.Of(post, blocks, prior.SharedFolders);
        var plan = SplitPlan.Of(outline, prior);
        var maker = new TalkMaker(outline, lines, aliases);
        var talks = maker.Talks(plan.Talks);
        return new SplitPost
        {
            Post = post,
            Talks = talks,
            Rest = maker.Rest(talks),
            Warnings = [.. post.Warnings.Concat(plan.Warnings).OrderBy(w => w.Line)],
            Unsure = plan.Unsure,
            Opinion = plan.Opinion,
            IsSettled = plan.IsSettled,
            Prior = prior,
            Blocks = blocks,
        };
    }

    /// <summary>Explains why the splitter found these talks, or none, in a post.</summary>
    public static SplitExplanation Explain(SplitPost split)
    {
        ArgumentNullException.ThrowIfNull(split);
        var blocks = MarkdownBlocks.Read(new PostLines(split.Post).Body, split.Post.BodyLine);
        return blocks is null
            ? SplitExplanation.None
            : SplitPlan.Explain(Outline.Of(split.Post, blocks, split.Prior.SharedFolders), split.Prior, [.. split.Talks.Select(t =>
            t.FirstLine)]);
    }

    private static SplitPost Refused(Post post, PostLines lines)
    {
        var blocks = lines.AsPlainBlocks();
        var maker = new TalkMaker(Outline.Of(post, blocks), lines, SpeakerAliases.None);
        return new SplitPost
        {
            Post = post,
            Talks = [],
            Rest = maker.Rest([]),
            Opinion = PostOpinion.OfNoTalks,
            IsSettled = true,
            Warnings = [.. post.Warnings,
                new Warning(post.BodyLine,
                    "The Markdown is nested too deeply, or open in too many places, to be read; the post is indexed as plain text.")],
        };
    }
}
