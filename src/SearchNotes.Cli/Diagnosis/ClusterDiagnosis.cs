using System.Runtime.CompilerServices;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.OpenSearch;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Asks the cluster that holds the index for its version and health.</summary>
internal static class ClusterDiagnosis
{
    private const string Check = "cluster";

    /// <summary>Versions that SearchNotes was tried with begin so.</summary>
    private const string Tried = "2.";

    /// <summary>Returns the findings; none when the index is in a folder.</summary>
    public static IEnumerable<Finding> Of(ProgramSettings settings) =>
        settings.Engine == SearchEngines.OpenSearch ? OfCluster(settings) : [];

    // Not inlined: the assembly of the cluster engine is loaded only where it is used.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IEnumerable<Finding> OfCluster(ProgramSettings settings)
    {
        try
        {
            return [Of(new OpenSearchEngine(settings.ToClusterOptions(), TimeProvider.System).Ask())];
        }
        catch (SearchNotesException fault)
        {
            return [Finding.Failed(Check, fault)];
        }
    }

    private static Finding Of(ClusterReport report)
    {
        var name = Printable.Line($"{report.Distribution} {report.Version}, {Count.Of(report.Nodes, "node")}");
        if (report.IsRed)
        {
            return Finding.Failed(Check, $"{name}; a part of the index is on no node",
                "bring the nodes that hold it back, or run \"searchnotes reindex --full\"");
        }

        if (report.Missing > 0)
        {
            return Finding.Warning(Check, $"{name}; missing copies: {Count.Of(report.Missing)}",
                "wait for the nodes to copy them, or add a node");
        }

        return report.Distribution == "opensearch" && report.Version.StartsWith(Tried, StringComparison.Ordinal)
            ? Finding.Ok(Check, $"{name}, all shards in place")
            : Finding.Warning(Check, $"{name}; SearchNotes was tried with OpenSearch 2.19", "use OpenSearch 2.19 where something is odd");
    }
}
