using System.Runtime.CompilerServices;
using SearchNotes.OpenSearch;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Settings;

/// <summary>The engines that can hold the index. The only place that knows them all.</summary>
internal static class SearchEngines
{
    /// <summary>The engine that keeps its index in a folder.</summary>
    public const string Embedded = "embedded";

    /// <summary>The engine that keeps its index in a cluster.</summary>
    public const string OpenSearch = "opensearch";

    /// <summary>The names of the engines in settings.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names =
        new Dictionary<string, string> { [Embedded] = Embedded, [OpenSearch] = OpenSearch };

    /// <summary>Returns an engine.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="index">The index folder.</param>
    /// <param name="cluster">Reads the settings of the cluster.</param>
    public static ISearchEngine Open(string name, string index, Func<ClusterOptions> cluster) =>
        name == OpenSearch ? OpenCluster(cluster) : new EmbeddedEngine(index);

    // Not inlined: the assembly of the cluster engine is loaded only where it is used.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static OpenSearchEngine OpenCluster(Func<ClusterOptions> cluster) => new(cluster(), TimeProvider.System);
}
