using SearchNotes.Posts;
using SearchNotes.Talks;
using SearchNotes.Talks.Decoder;

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
        List<string> paths = [.. files.Select(file => file.Path)];
        var blog = BlogPriors.OfPaths(paths);
        var members = blog.Members(paths);
        // An opinion holds for the path that was looked at.
        var known = plan.Unchanged.Where(post => members.Contains(post.Path)
            && SeriesPrior.Unpack(post.Prior).SharedFolders == blog.Of(post.Path).SharedFolders)
            .ToDictionary(post => post.Path, post => post.SkipReason is null ? post.Opinion : (int?)null, StringComparer.Ordinal);
        var read = files.Where(file => members.Contains(file.Path) && !known.ContainsKey(file.Path)).AsParallel()
            .Select(file => (file.Path, PostOpinion.Of(corpus, corpus.ReadBytes(file), blog.Of(file.Path).SharedFolders)));
        var priors = blog.With([.. known.Select(post => (post.Key, post.Value)).Concat(read.ToList())]);
        var moved = plan.Unchanged.Where(post => priors.Of(post.Path).Packed() != post.Prior)
            .ToDictionary(post => post.Path, post => post.Id, StringComparer.Ordinal);
        plan.SplitAgain([.. files.Where(file => moved.ContainsKey(file.Path)).Select(file => file with { Id = moved[file.Path] })]);
        return priors;
    }
}
