using SearchNotes.Posts;
using SearchNotes.Talks.Decoder;

namespace SearchNotes.Talks;

/// <summary>Priors that the posts of a blog give each other: the posts of a series tell of talks, or do not, together.</summary>
public sealed class BlogPriors
{
    private readonly Dictionary<string, SeriesPrior> bySeries;
    private readonly SharedFolders shared;
    private readonly bool isBlog;

    private BlogPriors(Dictionary<string, SeriesPrior> bySeries, SharedFolders shared, bool isBlog) =>
        (this.bySeries, this.shared, this.isBlog) = (bySeries, shared, isBlog);

    /// <summary>A blog that says nothing.</summary>
    public static BlogPriors None { get; } = new([], SharedFolders.None, isBlog: false);

    /// <summary>Splits posts of a corpus together.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="files">The posts.</param>
    /// <param name="around">All posts of the blog: of those that are not split the series are read.</param>
    /// <param name="split">Splits a post with what the others say of it.</param>
    public static IReadOnlyList<SplitPost> Split(Corpus corpus, IReadOnlyList<PostFile> files, IReadOnlyList<PostFile> around,
        Func<PostFile, BlogPriors, SplitPost> split)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(split);
        List<string> paths = [.. around.Select(f => f.Path)];
        var blog = OfPaths(paths);
        List<SplitPost> alone = [.. files.AsParallel().AsOrdered().Select(file => split(file, blog))];
        var wanted = alone.Select(s => blog.SeriesOf(s.Post.Path)).Where(key => key is not null).ToHashSet(StringComparer.Ordinal);
        var isSplit = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var members = blog.Members(paths);
        var others = around.Where(f => !isSplit.Contains(f.Path) && members.Contains(f.Path) && wanted.Contains(blog.SeriesOf(f.Path)))
            .AsParallel().Select(f => (f.Path, PostOpinion.Of(corpus, corpus.ReadBytes(f), blog.Of(f.Path).SharedFolders))).ToList();
        var priors = blog.With(alone.Select(s => (s.Post.Path, s.Post.SkipReason is null ? s.Opinion : (int?)null)).Concat(others));
        return [.. files.Zip(alone).AsParallel().AsOrdered().Select(pair =>
            pair.Second.IsSettled || priors.Of(pair.First.Path).Level == 0 ? pair.Second : split(pair.First, priors))];
    }

    /// <summary>What the paths of a blog's posts say, without opinions.</summary>
    internal static BlogPriors OfPaths(IReadOnlyCollection<string> paths) =>
        new([], SharedFolders.Of(paths), paths.Count >= SeriesPrior.Blog);

    /// <summary>The same blog with the priors that its series give.</summary>
    /// <param name="opinions">The opinion of each post by itself; <see langword="null"/> for one that is left out.</param>
    internal BlogPriors With(IEnumerable<(string Path, int? Opinion)> opinions)
    {
        var priors = opinions.Where(o => o.Opinion is not null).Select(o => (Key: SeriesOf(o.Path), o.Opinion))
            .Where(o => o.Key is not null).GroupBy(o => o.Key!, o => o.Opinion!.Value, StringComparer.Ordinal) // Neither is null.
            .Select(g => (g.Key, Prior: SeriesPrior.Of([.. g]))).Where(g => g.Prior.Level > 0);
        return new BlogPriors(priors.ToDictionary(g => g.Key, g => g.Prior, StringComparer.Ordinal), shared, isBlog);
    }

    /// <summary>The paths whose posts are of a series that says something.</summary>
    internal HashSet<string> Members(IReadOnlyCollection<string> paths) =>
        paths.Select(p => (Path: p, Key: SeriesOf(p))).Where(p => p.Key is not null).GroupBy(p => p.Key, StringComparer.Ordinal)
            .Where(g => SeriesPrior.Of([.. g.Select(_ => 0)]).Level > 0).SelectMany(g => g.Select(p => p.Path))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>What the blog and the series of a post say of it.</summary>
    internal SeriesPrior Of(string path) =>
        (SeriesOf(path) is { } key ? bySeries.GetValueOrDefault(key) : default) with
        {
            IsInBlog = isBlog,
            SharedFolders = shared.CountIn(path),
        };

    private string? SeriesOf(string path) => Series.KeyOf(SharedFolders.Below(path, shared.CountIn(path)));
}
