using System.Collections.Concurrent;
using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Matching;

namespace SearchNotes.Querying.Snapshots;

/// <summary>What a search has to know of all documents of a generation that another engine holds: words, forms, names and averages.
/// Thread-safe.</summary>
internal sealed class Collection
{
    /// <summary>Maximum number of remembered counts. Readers of a blog use a few thousand words.</summary>
    private const int MaxCounts = 50_000;

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Metadata of the generation.</summary>
    public required CommitRecord Record { get; init; }

    /// <summary>Number of the generation.</summary>
    public required long Generation { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Average length of each field of <see cref="TextField.All"/> in words.</summary>
    public required IReadOnlyList<double> AverageLengths { get; init; }

    /// <summary>Document counts of the words.</summary>
    public required WordTable Words { get; init; }

    /// <summary>The names of each facet.</summary>
    public required NameTable Names { get; init; }

    /// <summary>All words.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Inflected forms of words.</summary>
    public required WordForms Forms { get; init; }

    /// <summary>Words derived from the same root.</summary>
    public required Derivations Derivations { get; init; }

    /// <summary>Completion of speakers, tags and events.</summary>
    public required Lazy<(NameCompletion Speakers, NameCompletion Tags, NameCompletion Events)> NameCompletions { get; init; }

    /// <summary>Finds a count that was learnt earlier.</summary>
    public bool TryCount(Condition condition, out int count) => counts.TryGetValue(condition.Key, out count);

    /// <summary>Remembers a count.</summary>
    public void Learn(Condition condition, int count)
    {
        if (counts.Count >= MaxCounts)
            counts.Clear();
        counts[condition.Key] = count;
    }
}
