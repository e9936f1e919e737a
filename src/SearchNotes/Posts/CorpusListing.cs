using SearchNotes.Posts.Files;

namespace SearchNotes.Posts;

/// <summary>The contents of a corpus folder.</summary>
/// <param name="Files">Every file that may be a post, sorted by path.</param>
/// <param name="Unlisted">Folders that cannot be listed, sorted by path. Their contents are unknown.</param>
public sealed record CorpusListing(IReadOnlyList<PostFile> Files, IReadOnlyList<UnlistedFolder> Unlisted)
{
    /// <summary>Files that may be meant as posts and are not read, by kind.</summary>
    public IReadOnlyList<PassedOverFiles> PassedOver { get; init; } = [];

    /// <summary>Returns the files, with ids that do not collide with those of posts that still exist but cannot be listed now.</summary>
    /// <param name="unseen">The paths of the posts that cannot be listed.</param>
    internal IReadOnlyList<PostFile> FilesBeside(IReadOnlyCollection<string> unseen)
    {
        if (unseen.Count == 0)
            return Files;

        string[] paths = [.. Files.Select(file => file.Path).Concat(unseen).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var ids = paths.Zip(PostIds.Assign(paths)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return [.. Files.Select(file => file with { Id = ids[file.Path] })];
    }
}

/// <summary>Files of the corpus that may be meant as posts and are not read.</summary>
/// <param name="Kind">The kind of file: an ending such as <c>.rst</c>, or <c>link</c> for links that are not followed.</param>
/// <param name="Count">Number of these files.</param>
/// <param name="Example">The path of the first.</param>
public sealed record PassedOverFiles(string Kind, int Count, string Example);

/// <summary>A folder of the corpus that cannot be listed.</summary>
/// <param name="Path">Path below the corpus folder, with <c>/</c>.</param>
/// <param name="Reason">The operating system's error message.</param>
public sealed record UnlistedFolder(string Path, string Reason)
{
    /// <summary>Whether a path is inside this folder.</summary>
    /// <param name="path">A path below the corpus folder, with <c>/</c>.</param>
    public bool Holds(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length > Path.Length && path[Path.Length] == '/' && path.StartsWith(Path, StringComparison.Ordinal);
    }
}
