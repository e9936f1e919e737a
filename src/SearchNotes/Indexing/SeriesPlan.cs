using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>Computes the priors of the series in a corpus, and adds to a run the unchanged posts whose prior changed.</summary>
internal static class SeriesPlan
{
    /// <summary>Reads the changed posts that belong to a series, and adds to the plan the unchanged posts whose prior these changes affect.
    /// Returns the priors.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="files">All files of the corpus.</param>
    /// <param name="plan">The plan of the run. Posts to split again are added to it.</param>
    public static BlogPriors Extend(Corpus corpus, IReadOnlyList<PostFile> files, ReindexPlan plan)
    {
        var members = BlogPriors.Members([.. files.Select(file => file.Path)]);
        var known = plan.Unchanged.Where(post => members.Contains(post.Path))
            .Select(post => (post.Path, post.SkipReason is null ? post.Opinion : (int?)null));
        var read = plan.ToWrite.Where(file => members.Contains(file.Path)).AsParallel()
            .Select(file => (file.Path, PostOpinion.Of(corpus, corpus.ReadBytes(file))));
        var priors = BlogPriors.Of([.. known.Concat(read.ToList())]);
        var moved = plan.Unchanged.Where(post => priors.Of(post.Path).Packed() != post.Prior)
            .ToDictionary(post => post.Path, post => post.Id, StringComparer.Ordinal);
        plan.SplitAgain([.. files.Where(file => moved.ContainsKey(file.Path)).Select(file => file with { Id = moved[file.Path] })]);
        return priors;
    }
}
