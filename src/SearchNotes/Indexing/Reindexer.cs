using SearchNotes.Posts;

namespace SearchNotes.Indexing;

/// <summary>Brings the index up to date with the corpus. The writing half of the tour.</summary>
/// <param name="corpus">The posts.</param>
/// <param name="indexFolder">The index folder; made when missing.</param>
/// <param name="time">The clock for the commit's time and the report's seconds.</param>
public sealed class Reindexer(Corpus corpus, string indexFolder, TimeProvider time)
{
    /// <summary>Runs: one atomic commit, or none when nothing changed.</summary>
    /// <param name="full">Rebuild everything.</param>
    /// <param name="progress">Told after each post.</param>
    /// <param name="cancel">Stops the run; the old index stays.</param>
    /// <exception cref="SearchNotesException">Corpus, lock, disk.</exception>
    public ReindexReport Run(bool full = false, IProgress<ReindexProgress>? progress = null, CancellationToken cancel = default)
        => throw new NotImplementedException($"{corpus} {indexFolder} {time} {full} {progress} {cancel}");

    /// <summary>Whether the index is missing or differs from the corpus, by listing alone where sizes and times allow.</summary>
    public bool IsBehind() => throw new NotImplementedException($"{corpus}");
}

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
    public required IReadOnlyList<LeftOutPost> LeftOut { get; init; }

    /// <summary>Everything odd in the posts that were read in this run.</summary>
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
public sealed record LeftOutPost(string Path, string Reason);
