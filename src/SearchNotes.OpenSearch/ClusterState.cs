using System.Text.Json.Serialization;
using SearchNotes.Indexing;

namespace SearchNotes.OpenSearch;

/// <summary>The state of an index in a cluster: which generation readers use. One document, replaced by compare-and-set.</summary>
internal sealed record ClusterState
{
    /// <summary>Number of the generation.</summary>
    public required long Generation { get; init; }

    /// <summary>Name of the index that holds it.</summary>
    public required string Index { get; init; }

    /// <summary>Name of the index that held the generation before; <see langword="null"/> for the first one.</summary>
    public string? Before { get; init; }

    /// <summary>Metadata, as in a commit of an index folder.</summary>
    public required Dictionary<string, string> Record { get; init; }

    /// <summary>Returns the metadata.</summary>
    public CommitRecord ReadRecord() => CommitRecord.Read(Record);
}

/// <summary>The state with the version that a replacement must name.</summary>
/// <param name="State">The state; <see langword="null"/> when there is none yet.</param>
/// <param name="SequenceNumber">Sequence number of the document.</param>
/// <param name="PrimaryTerm">Primary term of the document.</param>
internal sealed record VersionedState(ClusterState? State, long SequenceNumber, long PrimaryTerm);

/// <summary>Who writes now.</summary>
internal sealed record WriterMark
{
    /// <summary>A random name of the run.</summary>
    public required string Run { get; init; }

    /// <summary>The host and process, for messages.</summary>
    public required string Holder { get; init; }

    /// <summary>Counts up while the run lives.</summary>
    public required long Beat { get; init; }
}

/// <summary>What a run reports.</summary>
internal sealed record RunRecord
{
    /// <summary>Id of the run.</summary>
    public required string Run { get; init; }

    /// <summary>The record, as text.</summary>
    public required string Record { get; init; }
}

/// <summary>How the documents of ours are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClusterState))]
[JsonSerializable(typeof(WriterMark))]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class ClusterJson : JsonSerializerContext;
