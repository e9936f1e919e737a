namespace SearchNotes.Indexing;

/// <summary>Progress of a run.</summary>
/// <param name="Done">Number of posts written so far.</param>
/// <param name="Total">Number of posts to write.</param>
/// <param name="Path">Path of the post that was just written, below the corpus folder.</param>
public readonly record struct ReindexProgress(int Done, int Total, string Path);

/// <summary>Result of a run.</summary>
public sealed record ReindexReport
{
    /// <summary>Whether the index was rebuilt from scratch.</summary>
    public required bool Full { get; init; }

    /// <summary>Reason for a full rebuild that the caller did not ask for, such as "there was no index yet"; otherwise
    /// <see langword="null"/>.</summary>
    public string? RebuildReason { get; init; }

    /// <summary>Number of posts in the index after the run.</summary>
    public required int Posts { get; init; }

    /// <summary>Number of talks in the index after the run.</summary>
    public required int Talks { get; init; }

    /// <summary>Number of new posts.</summary>
    public required int Added { get; init; }

    /// <summary>Number of posts whose content changed.</summary>
    public required int Changed { get; init; }

    /// <summary>Number of posts that have a new path and the same content.</summary>
    public required int Moved { get; init; }

    /// <summary>Number of deleted posts.</summary>
    public required int Deleted { get; init; }

    /// <summary>Number of unchanged posts.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Posts that are not indexed, such as drafts, with the reason.</summary>
    public required IReadOnlyList<SkippedPost> Skipped { get; init; }

    /// <summary>Warnings: first the folders that could not be listed, then the posts that were read in this run, by path.</summary>
    public required IReadOnlyList<PostWarning> Warnings { get; init; }

    /// <summary>Duration of the run.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Generation of the newest commit after the run.</summary>
    public required long Generation { get; init; }
}

/// <summary>A warning about a file or folder.</summary>
/// <param name="Path">Path below the corpus folder.</param>
/// <param name="Line">Line number, from 1; 0 for the whole file.</param>
/// <param name="Message">One sentence.</param>
public sealed record PostWarning(string Path, int Line, string Message);

/// <summary>A post that is not indexed.</summary>
/// <param name="Path">Path below the corpus folder.</param>
/// <param name="Reason">The reason, as shown to users.</param>
public sealed record SkippedPost(string Path, string Reason);
