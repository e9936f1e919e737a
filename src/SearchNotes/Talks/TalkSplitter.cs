using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;
using SearchNotes.Talks.Starts;

namespace SearchNotes.Talks;

/// <summary>Splits a post into talks.</summary>
public static class TalkSplitter
{
    /// <summary>Beginning of the reason given for a post that was left out because the splitter failed on it.</summary>
    internal const string OurMistake = "SearchNotes made a mistake over it, please report it";

    /// <summary>Reads and splits a file, and looks where its links lead. A mistake of ours costs the one post, never the run.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="file">The file.</param>
    /// <param name="aliases">Names that mean one person.</param>
    /// <param name="blog">What the blog's posts say of each other; by default nothing.</param>
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
            // The top of a post: whoever wrote it cannot mend it, and the other posts are not to blame.
            return Split(
                corpus.Read(file with { Bytes = [], Problem = $"{OurMistake} ({bug.GetType().Name}: {bug.Message.TrimEnd('.')})" }),
                SpeakerAliases.None);
        }
    }

    /// <summary>Splits a post. Never fails: any text is some documents.</summary>
    /// <param name="post">The post.</param>
    /// <param name="aliases">Names that mean one person.</param>
    /// <param name="blog">What the blog's posts say of each other; by default nothing.</param>
    public static SplitPost Split(Post post, SpeakerAliases aliases, BlogPriors? blog = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(aliases);
        var lines = new PostLines(post);
        var blocks = MarkdownBlocks.Read(lines.Body, post.BodyLine);
        if (blocks is null)
            return Refused(post, lines);

        var outline = Outline.Of(post, blocks);
        var prior = blog?.Of(post.Path) ?? default;
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

    /// <summary>Says what made the splitter find these talks in a post, or none.</summary>
    public static SplitExplanation Explain(SplitPost split)
    {
        ArgumentNullException.ThrowIfNull(split);
        var blocks = MarkdownBlocks.Read(new PostLines(split.Post).Body, split.Post.BodyLine);
        return blocks is null
            ? SplitExplanation.None
            : SplitPlan.Explain(Outline.Of(split.Post, blocks), split.Prior, [.. split.Talks.Select(t => t.FirstLine)]);
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
