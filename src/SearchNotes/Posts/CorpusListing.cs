using SearchNotes.Posts.Files;

namespace SearchNotes.Posts;

/// <summary>What a corpus folder holds.</summary>
/// <param name="Files">Every file that may be a post, by path.</param>
/// <param name="Unlisted">Folders that cannot be listed, by path; what is in them is unknown.</param>
public sealed record CorpusListing(IReadOnlyList<PostFile> Files, IReadOnlyList<UnlistedFolder> Unlisted)
{
    /// <summary>The files, with ids that differ from those of posts which cannot be seen now and are still there.</summary>
    /// <param name="unseen">The paths of those posts.</param>
    internal IReadOnlyList<PostFile> FilesBeside(IReadOnlyCollection<string> unseen)
    {
        if (unseen.Count == 0)
            return Files;

        string[] paths = [.. Files.Select(file => file.Path).Concat(unseen).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var ids = paths.Zip(PostIds.Assign(paths)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return [.. Files.Select(file => file with { Id = ids[file.Path] })];
    }
}

/// <summary>A folder of the corpus that cannot be listed.</summary>
/// <param name="Path">Path below the corpus folder, with <c>/</c>.</param>
/// <param name="Reason">Why, as the system says it.</param>
public sealed record UnlistedFolder(string Path, string Reason)
{
    /// <summary>Whether a file would lie in it.</summary>
    /// <param name="path">A path below the corpus folder, with <c>/</c>.</param>
    public bool Holds(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length > Path.Length && path[Path.Length] == '/' && path.StartsWith(Path, StringComparison.Ordinal);
    }
}
