namespace SearchNotes.OpenSearch;

/// <summary>What a cluster says of itself.</summary>
public sealed record ClusterReport
{
    /// <summary>Name of the program: <c>opensearch</c>.</summary>
    public required string Distribution { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Number of nodes.</summary>
    public required int Nodes { get; init; }

    /// <summary>Number of our shards, or of their copies, that no node holds.</summary>
    public required int Missing { get; init; }

    /// <summary>Whether a primary shard of ours is missing, so that searches fail.</summary>
    public required bool IsRed { get; init; }
}
