namespace SearchNotes.Indexing;

/// <summary>How far a run is.</summary>
/// <param name="Done">Posts done.</param>
/// <param name="Total">Posts to do.</param>
/// <param name="Path">The post just done.</param>
public readonly record struct ReindexProgress(int Done, int Total, string Path);

/// <summary>What a run did.</summary>
public sealed record ReindexReport
{
    /// <summary>Whether everything was built anew.</summary>
    public required bool Full { get; init; }

    /// <summary>Why, when it was not asked for: "no index yet", "settings changed"; else <see langword="null"/>.</summary>
    public string? FullBecause { get; init; }

    /// <summary>Posts in the index now.</summary>
    public required int Posts { get; init; }

    /// <summary>Talks in the index now.</summary>
    public required int Talks { get; init; }

    /// <summary>Posts that are new.</summary>
    public required int Added { get; init; }

    /// <summary>Posts whose text changed.</summary>
    public required int Changed { get; init; }

    /// <summary>Posts found under another path with the same text.</summary>
    public required int Moved { get; init; }

    /// <summary>Posts that are gone.</summary>
    public required int Deleted { get; init; }

    /// <summary>Posts left as they were.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Posts left out (drafts, unpublished), with the reason.</summary>
    public required IReadOnlyList<SkippedPost> Skipped { get; init; }

    /// <summary>Everything odd in the posts that were read in this run, after the folders that could not be listed.</summary>
    public required IReadOnlyList<PostWarning> Warnings { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>The index's generation now.</summary>
    public required long Generation { get; init; }
}

/// <summary>A warning with its file.</summary>
/// <param name="Path">Path below the corpus folder.</param>
/// <param name="Line">From 1; 0 for the whole file.</param>
/// <param name="Message">One sentence.</param>
public sealed record PostWarning(string Path, int Line, string Message);

/// <summary>A post that stays out of the index.</summary>
/// <param name="Path">Path below the corpus folder.</param>
/// <param name="Reason">Why.</param>
public sealed record SkippedPost(string Path, string Reason);
