namespace SearchNotes.Training;

/// <summary>Divides examples by repository: what one blog writes alike is never on both sides.</summary>
internal static class Folds
{
    /// <summary>The repositories of each fold; large ones are dealt out first, so that folds have about the same number of posts.</summary>
    internal static List<HashSet<string>> Of(IEnumerable<Example> examples, int count)
    {
        var folds = Enumerable.Range(0, count).Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var sizes = new int[count];
        var blogs = new int[count];
        foreach (var repo in examples.GroupBy(e => e.Repo)
            .Select(g => (Repo: g.Key, Posts: g.Count(), IsBlog: g.All(e => e.Labels is null))).OrderByDescending(r => r.Posts)
            .ThenBy(r => Hash(r.Repo)))
        {
            // Whole blogs are dealt out by themselves: they would fill a fold.
            var at = repo.IsBlog ? Array.IndexOf(blogs, blogs.Min()) : Array.IndexOf(sizes, sizes.Min());
            folds[at].Add(repo.Repo);
            if (repo.IsBlog)
                blogs[at] += repo.Posts;
            else
                sizes[at] += repo.Posts;
        }

        return folds;
    }

    /// <summary>A hash of a name that is the same in every run.</summary>
    internal static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
