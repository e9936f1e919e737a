namespace SearchNotes.Posts;

/// <summary>The folder of posts.</summary>
/// <param name="options">Which folder, and what the blogger says about it.</param>
public sealed class Corpus(CorpusOptions options)
{
    /// <summary>What it was opened with.</summary>
    public CorpusOptions Options { get; } = options;

    /// <summary>Every file that may be a post, by path, without opening one. Never leaves the folder, whatever links point to.</summary>
    /// <exception cref="SearchNotesException">The folder is missing or cannot be listed.</exception>
    public IReadOnlyList<PostFile> List() => throw new NotImplementedException();

    /// <summary>Reads a post. Whatever is odd about it becomes a warning of the post.</summary>
    public Post Read(PostFile file) => throw new NotImplementedException();
}

/// <summary>A file of the corpus before it is read.</summary>
/// <param name="Path">Path below the corpus folder, with <c>/</c>.</param>
/// <param name="FullPath">Where to open it.</param>
/// <param name="Id">The post's part of its ids, unique in the listing that it came with.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="ModifiedTicks">Time of the last change, in ticks of UTC.</param>
public sealed record PostFile(string Path, string FullPath, string Id, long Length, long ModifiedTicks);
