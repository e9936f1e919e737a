using Microsoft.Extensions.Logging;
using SearchNotes.Querying;

namespace SearchNotes.Api.Hosting;

/// <summary>The open index, if any. Opens it, switches to new commits, and stops using a damaged one.</summary>
/// <remarks>Thread-safe. Requests acquire a lease of the searcher, which is closed after the last lease is released.</remarks>
internal sealed partial class LiveIndex(string indexFolder, ILogger<LiveIndex> log) : IDisposable
{
    private const string Opening = "The index is being opened; try again in a moment.";
    private readonly Lock gate = new();
    private SharedSearcher? open;
    private SearchNotesException? refreshFault;
    private string damagedVersion = "";
    private string checkedVersion = "";
    private SearchNotesException? fault;

    /// <summary>Why no index is open, as a sentence for clients. Paths appear only in the log.</summary>
    public string UnavailableReason
    {
        get
        {
            lock (gate)
                return open is null ? Sentence(fault?.Fault) : Opening;
        }
    }

    /// <summary>Why an older commit than the newest on disk answers; <see langword="null"/> when the newest one answers.</summary>
    public string? StaleReason
    {
        get
        {
            lock (gate)
                return refreshFault is null ? null : Sentence(refreshFault.Fault);
        }
    }

    /// <summary>Whether the index on disk is unusable, even if the last good commit still answers. A missing index does not count as
    /// damage: it has yet to be built.</summary>
    public bool NeedsRebuild
    {
        get
        {
            lock (gate)
                return open is null ? fault?.Fault is Fault.DamagedIndex or Fault.OtherSchema : refreshFault is not null;
        }
    }

    /// <summary>Acquires the index for a request, which disposes the lease; <see langword="null"/> when no index is open.</summary>
    public SearcherLease? Acquire()
    {
        lock (gate)
            return open?.Acquire();
    }

    /// <summary>Whether the checksums of the open commit have not been verified yet.</summary>
    public bool NeedsCheck
    {
        get
        {
            lock (gate)
                return open is not null && open.Version.Text != checkedVersion;
        }
    }

    /// <summary>Opens the index if none is open, otherwise switches to a newer commit.</summary>
    public void Refresh()
    {
        using var lease = Acquire();
        if (lease is null)
        {
            TryOpen();
            return;
        }
        try
        {
            if (lease.Searcher.Refresh())
                UpdateVersion();
            SetRefreshFault(null);
        }
        catch (SearchNotesException fault)
        {
            // The open commit is intact and stays in use; the newer one on disk is not usable.
            SetRefreshFault(fault);
        }
    }

    /// <summary>Records that the checksums were verified.</summary>
    public void MarkIntact(SearcherLease whole)
    {
        lock (gate)
            checkedVersion = whole.Version.Text;
    }

    /// <summary>Stops using a damaged index until there is another commit.</summary>
    /// <param name="read">The lease that found the damage. An index that was opened later is not affected.</param>
    /// <param name="fault">The damage.</param>
    public void MarkDamaged(SearcherLease read, SearchNotesException fault)
    {
        SharedSearcher damaged;
        lock (gate)
        {
            if (open is null || !open.IsLeaseOf(read))
                return;
            damaged = open;
            (open, this.fault, damagedVersion) = (null, fault, damaged.Version.Text);
        }
        damaged.Release();
        LogDamaged(fault.Message);
    }

    /// <summary>Clears the damage mark after the index was checked and rebuilt as needed.</summary>
    public void ClearDamage()
    {
        lock (gate)
            damagedVersion = "";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            open?.Release();
            open = null;
        }
    }

    private void SetRefreshFault(SearchNotesException? fault)
    {
        lock (gate)
        {
            if (fault is not null && fault.Message != refreshFault?.Message)
                LogNewCommitUnusable(fault.Message);
            refreshFault = fault;
        }
    }

    private static string Sentence(Fault? fault) => fault switch
    {
        null => Opening,
        Fault.NoIndex => "There is no index yet; run \"searchnotes reindex\" to build it.",
        Fault.OtherSchema => "The index was written by another version of SearchNotes; the log says what to do.",
        _ => "The index cannot be read and is being built again from the posts; the log has the details.",
    };

    private void TryOpen()
    {
        try
        {
            var opened = new SharedSearcher(TalkSearcher.Open(indexFolder));
            if (opened.Version.Text == damagedVersion)
            {
                opened.Release();
                return;
            }
            lock (gate)
                open = opened;
            LogOpened(opened.Version.Generation);
        }
        catch (SearchNotesException fault)
        {
            lock (gate)
            {
                if (this.fault?.Message != fault.Message)
                    LogCannotOpen(fault.Message);
                this.fault = fault;
            }
        }
    }

    private void UpdateVersion()
    {
        lock (gate)
        {
            if (open is null)
                return;
            open.UpdateVersion();
            LogSwitched(open.Version.Generation);
        }
    }

    [LoggerMessage(LogLevel.Information, "Index opened, generation {Generation}.")]
    private partial void LogOpened(long generation);

    [LoggerMessage(LogLevel.Information, "Switched to generation {Generation}.")]
    private partial void LogSwitched(long generation);

    [LoggerMessage(LogLevel.Warning, "No index to search: {Reason}")]
    private partial void LogCannotOpen(string reason);

    [LoggerMessage(LogLevel.Warning, "A newer commit cannot be opened; the last good one stays in use. {Reason}")]
    private partial void LogNewCommitUnusable(string reason);

    [LoggerMessage(LogLevel.Error, "The index is no longer used. {Reason}")]
    private partial void LogDamaged(string reason);

    /// <summary>A reference-counted searcher; the last user to release it closes it.</summary>
    private sealed class SharedSearcher
    {
        private readonly TalkSearcher searcher;
        private int users = 1;

        /// <summary>Takes ownership of a searcher.</summary>
        public SharedSearcher(TalkSearcher searcher) => (this.searcher, Version) = (searcher, IndexVersion.Of(searcher));

        public IndexVersion Version { get; private set; }

        public bool IsLeaseOf(SearcherLease lease) => ReferenceEquals(lease.Searcher, searcher);

        public void UpdateVersion() => Version = IndexVersion.Of(searcher);

        public SearcherLease Acquire()
        {
            Interlocked.Increment(ref users);
            return new SearcherLease(searcher, Version, Release);
        }

        public void Release()
        {
            if (Interlocked.Decrement(ref users) == 0)
                searcher.Dispose();
        }
    }
}
