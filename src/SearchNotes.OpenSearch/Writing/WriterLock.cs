using System.Globalization;
using System.Security.Cryptography;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>Lock that names the process which is writing. It only saves a second writer useless work: the state is replaced by
/// compare-and-set, so two concurrent writers cannot damage it.</summary>
internal sealed class WriterLock : IDisposable
{
    private const string Id = "writer";

    /// <summary>Interval of the heartbeat, and how long it may be missing, by the clock of the observer, before the writer counts as
    /// dead.</summary>
    private static readonly TimeSpan BeatInterval = TimeSpan.FromSeconds(2), DeadAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);

    private readonly Cluster cluster;
    private readonly Timer timer;
    private readonly Lock gate = new();
    private WriterMark mark;
    private (long SequenceNumber, long PrimaryTerm) version;
    private bool isReleased;

    private WriterLock(Cluster cluster, WriterMark mark, (long, long) version)
    {
        (this.cluster, this.mark, this.version) = (cluster, mark, version);
        timer = new Timer(_ => Beat(), null, BeatInterval, BeatInterval);
    }

    /// <summary>Whether another writer took the lock because the heartbeat of this one was missing for too long.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Acquires the lock. If the heartbeat of the current holder is missing, waits and then takes the lock over.</summary>
    /// <exception cref="SearchNotesException">Another process is writing (<see cref="Fault.Locked"/>).</exception>
    public static WriterLock Acquire(Cluster cluster)
    {
        var mark = new WriterMark
        {
            Run = RandomNumberGenerator.GetHexString(16, lowercase: true),
            Holder = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"),
            Beat = 0,
        };
        while (true)
        {
            if (cluster.Get(Id, ClusterJson.Default.WriterMark) is not { } holder)
            {
                if (cluster.TryPut(Id, null, mark, ClusterJson.Default.WriterMark, out var created))
                    return new WriterLock(cluster, mark, created);
                continue;
            }

            RequireDead(cluster, holder.Value, holder.SequenceNumber);
            if (cluster.TryPut(Id, (holder.SequenceNumber, holder.PrimaryTerm), mark, ClusterJson.Default.WriterMark, out var taken))
                return new WriterLock(cluster, mark, taken);
        }
    }

    /// <summary>Returns the current writer; <see langword="null"/> when there is none.</summary>
    public static string? HolderNow(Cluster cluster) => cluster.Get(Id, ClusterJson.Default.WriterMark)?.Value.Holder;

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            isReleased = true;
            try
            {
                if (!IsLost)
                    cluster.Delete(Id, version.SequenceNumber, version.PrimaryTerm);
            }
            catch (SearchNotesException)
            {
                // Without heartbeats, the next writer takes the lock over after a while.
            }
        }
    }

    /// <summary>Observes a holder until its heartbeat has been missing for long enough.</summary>
    /// <exception cref="SearchNotesException">The holder is alive.</exception>
    private static void RequireDead(Cluster cluster, WriterMark holder, long sequenceNumber)
    {
        var began = cluster.Time.GetTimestamp();
        while (cluster.Time.GetElapsedTime(began) < DeadAfter)
        {
            Thread.Sleep(LookInterval);
            if (cluster.Get(Id, ClusterJson.Default.WriterMark) is not { } now)
                return;
            if (now.SequenceNumber != sequenceNumber)
            {
                throw new SearchNotesException(Fault.Locked,
                    $"The index in the cluster is being written by {Printable.Line(holder.Holder)}; wait for it to end, or stop it, and run again.");
            }
        }
    }

    private void Beat()
    {
        lock (gate)
        {
            if (isReleased || IsLost)
                return;
            mark = mark with { Beat = mark.Beat + 1 };
            try
            {
                if (cluster.TryPut(Id, version, mark, ClusterJson.Default.WriterMark, out var written))
                    version = written;
                else
                    IsLost = !IsOurs();
            }
            catch (SearchNotesException)
            {
                // The cluster may answer the next heartbeat.
            }
        }
    }

    /// <summary>Returns whether this run still holds the lock. A heartbeat that was written, but whose answer was lost, conflicts with the
    /// next one.</summary>
    private bool IsOurs()
    {
        if (cluster.Get(Id, ClusterJson.Default.WriterMark) is not { } now || now.Value.Run != mark.Run)
            return false;
        version = (now.SequenceNumber, now.PrimaryTerm);
        return true;
    }
}
