using SearchNotes.Indexing;

namespace SearchNotes.Cli.Reindexing;

/// <summary>What a run did, for programs; its JSON names are these in snake case.</summary>
internal sealed record ReindexAnswer
{
    /// <summary>Whether everything was built anew.</summary>
    public required bool Full { get; init; }

    /// <summary>Why, when nobody asked for it.</summary>
    public required string? FullBecause { get; init; }

    /// <summary>Posts in the index now.</summary>
    public required int Posts { get; init; }

    /// <summary>Talks in the index now.</summary>
    public required int Talks { get; init; }

    /// <summary>Posts that are new.</summary>
    public required int Added { get; init; }

    /// <summary>Posts whose text changed.</summary>
    public required int Changed { get; init; }

    /// <summary>Posts found under another path.</summary>
    public required int Moved { get; init; }

    /// <summary>Posts that are gone.</summary>
    public required int Deleted { get; init; }

    /// <summary>Posts left as they were.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Posts left out, with the reason.</summary>
    public required IReadOnlyList<LeftOutPost> LeftOut { get; init; }

    /// <summary>What was odd in the posts that were read.</summary>
    public required IReadOnlyList<PostWarning> Warnings { get; init; }

    /// <summary>How long it took, to the millisecond.</summary>
    public required double Seconds { get; init; }

    /// <summary>The index's generation.</summary>
    public required long Generation { get; init; }

    /// <summary>The answer that stands for a report.</summary>
    public static ReindexAnswer Of(ReindexReport report) => new()
    {
        Full = report.Full,
        FullBecause = report.FullBecause,
        Posts = report.Posts,
        Talks = report.Talks,
        Added = report.Added,
        Changed = report.Changed,
        Moved = report.Moved,
        Deleted = report.Deleted,
        Unchanged = report.Unchanged,
        LeftOut = report.LeftOut,
        Warnings = report.Warnings,
        Seconds = Math.Round(report.Took.TotalSeconds, 3),
        Generation = report.Generation,
    };
}
