using System.Globalization;
using System.Security.Cryptography;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>An index that holds a generation, or the draft of one.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="name">Its name.</param>
internal sealed class GenerationIndex(Cluster cluster, string name)
{
    private static readonly TimeSpan LongLimit = TimeSpan.FromMinutes(2);

    /// <summary>How long a generation waits for its copies.</summary>
    private static readonly TimeSpan CopyLimit = TimeSpan.FromSeconds(30);

    /// <summary>Name of the index.</summary>
    public string Name { get; } = name;

    /// <summary>Name of the alias through which it is written.</summary>
    public string Alias => $"{Name}-w";

    /// <summary>Returns an index with a new name. Sends nothing yet.</summary>
    public static GenerationIndex Of(Cluster cluster, long generation) => new(cluster, string.Create(CultureInfo.InvariantCulture,
        $"{cluster.GenerationPrefix}{generation}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}"));

    /// <summary>Creates the index, empty and without copies.</summary>
    public void Create() => Require(HttpMethod.Put, Name, IndexSettings.OfGeneration(cluster.Options, Alias));

    /// <summary>Creates the index with the documents of another one, which is not changed any more from then on.</summary>
    /// <param name="source">Name of the other one.</param>
    /// <param name="withCopies">Whether other nodes get a copy.</param>
    public void Clone(string source, bool withCopies)
    {
        Require(HttpMethod.Put, $"{source}/_block/write");
        Require(HttpMethod.Put, $"{source}/_clone/{Name}?wait_for_active_shards=1", IndexSettings.OfClone(Alias, withCopies));
    }

    /// <summary>Makes written documents visible.</summary>
    public void Refresh() => Require(HttpMethod.Post, $"{Name}/_refresh");

    /// <summary>Merges all segments into one. Only the size depends on it, so a cluster that is too slow may do it later.</summary>
    public void Merge()
    {
        try
        {
            Require(HttpMethod.Post, $"{Name}/_forcemerge?max_num_segments=1");
        }
        catch (SearchNotesException e) when (e.Fault == Fault.Unreachable)
        {
            // If the cluster is gone, the next request says so.
        }
    }

    /// <summary>Lets other nodes have a copy.</summary>
    public void AddCopies() => Require(HttpMethod.Put, $"{Name}/_settings", IndexSettings.OfCopies());

    /// <summary>Waits for the copies, but not for ever: a node may be away for long.</summary>
    public void WaitForCopies() => cluster.Send(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture,
        $"_cluster/health/{Name}?wait_for_status=green&timeout={CopyLimit.TotalSeconds}s"), null, CopyLimit * 2).Dispose();

    /// <summary>Refuses changes from now on, also late requests of this process.</summary>
    public void Block() => Require(HttpMethod.Put, $"{Name}/_block/write");

    /// <summary>Removes the index, if it can be reached; otherwise the next run does.</summary>
    public void TryDelete()
    {
        try
        {
            cluster.Send(HttpMethod.Delete, Name).Dispose();
        }
        catch (SearchNotesException)
        {
            // See above.
        }
    }

    private void Require(HttpMethod method, string path, ReadOnlyMemory<byte>? body = null) =>
        cluster.Require(method, path, body, LongLimit).Dispose();
}
