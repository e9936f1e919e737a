using SearchNotes.Cli.Checking;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Starting;

/// <summary>Findings of <c>init</c> in a folder: where the posts are, which generator builds the blog, and which posts contain
/// talks.</summary>
/// <param name="Corpus">Absolute path of the folder of posts.</param>
/// <param name="Detected">The settings detected in the blog's own configuration; <see langword="null"/> when there is none.</param>
/// <param name="Posts">The posts, checked.</param>
/// <param name="Language">The most frequent language; <see langword="null"/> when it is unknown.</param>
internal sealed record BlogSurvey(string Corpus, DetectedBlog? Detected, IReadOnlyList<CheckedPost> Posts, string? Language)
{
    /// <summary>Number of posts whose language is detected.</summary>
    private const int LanguageSample = 50;

    // Where generators keep posts. The first that contains a post is used; the folder itself is last, because it may contain other texts.
    private static readonly string[] Places =
    [
        "_posts", "source/_posts", "src/content/blog", "src/content/posts", "src/content", "content", "src/posts", "src/blog", "posts",
        "blog", "src/pages", "articles", "notes", "corpus", ".",
    ];

    /// <summary>The generator's name; <see langword="null"/> when it is unknown.</summary>
    public string? Generator => Detected is { Generator: not "Unknown" } ? Detected.Generator : null;

    /// <summary>Number of talks.</summary>
    public int Talks => Posts.Sum(post => post.Talks.Count);

    /// <summary>The folders directly below the corpus without a talk, when other folders have some.</summary>
    public IReadOnlyList<string> FoldersWithoutTalks
    {
        get
        {
            var folders = Posts.Where(post => post.IsPost && post.Path.Contains('/', StringComparison.Ordinal))
                .ToLookup(post => post.Path.Split('/')[0], post => post.Talks.Count, StringComparer.Ordinal);
            return folders.Any(folder => folder.Sum() > 0) || Talks > 0
                ? [.. folders.Where(folder => folder.Sum() == 0).Select(folder => folder.Key).Order(StringComparer.Ordinal)]
                : [];
        }
    }

    /// <summary>Returns the folder of posts below a folder; <see langword="null"/> when none of the usual places contains a post.</summary>
    public static string? FindPosts(string folder) => Places
        .Select(place => Path.GetFullPath(place, folder))
        .FirstOrDefault(place => Directory.Exists(place) && new Corpus(new CorpusOptions { Root = place }).List().Count > 0);

    /// <summary>Reads a folder of posts.</summary>
    /// <exception cref="SearchNotesException">The folder cannot be listed.</exception>
    public static BlogSurvey Of(string corpusFolder)
    {
        var corpus = new Corpus(new CorpusOptions { Root = corpusFolder });
        var files = corpus.List();
        var language = files.Take(LanguageSample).Select(file => corpus.Read(file).Language).OfType<string>()
            .GroupBy(language => language, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key;
        return new BlogSurvey(corpusFolder, corpus.Detected, PostCheck.Run(corpus, files, files), language);
    }
}
