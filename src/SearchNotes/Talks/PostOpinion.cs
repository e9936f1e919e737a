using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Readings;
using SearchNotes.Talks.Starts;

namespace SearchNotes.Talks;

/// <summary>The splitter's opinion of a single post, used as evidence for the other posts of its series.</summary>
internal static class PostOpinion
{
    /// <summary>The opinion of a post that holds no talks.</summary>
    internal static readonly int OfNoTalks = SeriesPrior.OpinionOf(double.MinValue);

    /// <summary>The opinion of a file; <see langword="null"/> for a post that is left out, or that we fail over: splitting says
    /// so.</summary>
    internal static int? Of(Corpus corpus, PostBytes file, int sharedFolders)
    {
        try
        {
            var post = corpus.Read(file);
            if (post.SkipReason is not null)
                return null;
            var blocks = MarkdownBlocks.Read(new PostLines(post).Body, post.BodyLine);
            return blocks is null ? OfNoTalks : SplitPlan.OpinionOf(Outline.Of(post, blocks, sharedFolders));
        }
        catch (Exception)
        {
            return null;
        }
    }
}
