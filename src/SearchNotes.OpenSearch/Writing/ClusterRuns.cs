using System.Text.RegularExpressions;
using SearchNotes.Querying;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>Records of runs, as documents of the state index. Thread-safe.</summary>
/// <remarks>There is a document for each beginning of an id, so that there are never more than 256, and nothing has to be tidied
/// up.</remarks>
internal sealed partial class ClusterRuns(Cluster cluster) : ISharedRuns
{
    /// <inheritdoc/>
    public void Write(string id, string record)
    {
        if (!IsId(id))
            return;
        StateIndex.Create(cluster);
        cluster.Put(NameOf(id), new RunRecord { Run = id, Record = record }, ClusterJson.Default.RunRecord);
    }

    /// <inheritdoc/>
    public string? Read(string id) =>
        IsId(id) && cluster.Get(NameOf(id), ClusterJson.Default.RunRecord) is { } found && found.Value.Run == id
            ? found.Value.Record : null;

    private static string NameOf(string id) => $"run-{id[..2]}";

    private static bool IsId(string id) => IdPattern().IsMatch(id);

    [GeneratedRegex("^[0-9a-f]{16}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex IdPattern();
}
