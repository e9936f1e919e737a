using Microsoft.Extensions.Logging;
using SearchNotes.Querying;

namespace SearchNotes.Api.Hosting;

/// <summary>The index that answers now, if there is one. Opens it, follows new commits, sets a damaged one aside.</summary>
/// <remarks>Requests borrow the searcher, so that it is closed only after the last of them is done.</remarks>
internal sealed partial class LiveIndex(string indexFolder, ILogger<LiveIndex> log) : IDisposable
{
    private const string Opening = "The index is being opened; try again in a moment.";
    private readonly Lock gate = new();
    private SharedSearcher? open;
    private SearchNotesException? refreshFault;
    private string damagedVersion = "";
    private string checkedVersion = "";
    private SearchNotesException? fault;

    /// <summary>Why there is no index to search, for whoever asks; paths stand in the log alone.</summary>
    public string UnavailableReason
    {
        get
        {
            lock (gate)
                return open is null ? Sentence(fault?.Fault) : Opening;
        }
    }

    /// <summary>Why an older commit answers than there is on the disk; <see langword="null"/> when the newest does.</summary>
    public string? StaleReason
    {
        get
        {
            lock (gate)
                return refreshFault is null ? null : Sentence(refreshFault.Fault);
        }
    }

    /// <summary>Whether what is on the disk cannot be used, though the last good commit may still answer. An index that
    /// was never there is no damage: somebody is about to make it.</summary>
    public bool NeedsRebuild
    {
        get
        {
            lock (gate)
                return open is null ? fault?.Fault is Fault.DamagedIndex or Fault.OtherSchema : refreshFault is not null;
        }
    }

    /// <summary>Lends the index to a request, which disposes what it gets; <see langword="null"/> when there is none.</summary>
    public SearcherLease? Acquire()
    {
        lock (gate)
            return open?.Acquire();
    }

    /// <summary>Whether nobody has compared the checksums of the commit that answers.</summary>
    public bool NeedsCheck
    {
        get
        {
            lock (gate)
                return open is not null && open.Version.Text != checkedVersion;
        }
    }

    /// <summary>Opens the index where none is open, else switches to a newer commit.</summary>
    public void Refresh()
    {
        using var loan = Acquire();
        if (loan is null)
        {
            TryOpen();
            return;
        }
        try
        {
            if (loan.Searcher.Refresh())
                UpdateVersion();
            SetRefreshFault(null);
        }
        catch (SearchNotesException fault)
        {
            // The commit that answers now is whole and stays; what is on the disk by now is not.
            SetRefreshFault(fault);
        }
    }

    /// <summary>Notes that the checksums were compared and are right.</summary>
    public void MarkIntact(SearcherLease whole)
    {
        lock (gate)
            checkedVersion = whole.Version.Text;
    }

    /// <summary>Stops answering from an index that turned out to be damaged, until there is another commit.</summary>
    /// <param name="read">Where it was read; an index that was opened since is another one.</param>
    /// <param name="fault">What was found.</param>
    public void MarkDamaged(SearcherLease read, SearchNotesException fault)
    {
        SharedSearcher condemned;
        lock (gate)
        {
            if (open is null || !open.IsLeaseOf(read))
                return;
            condemned = open;
            (open, this.fault, damagedVersion) = (null, fault, condemned.Version.Text);
        }
        condemned.Release();
        LogDamaged(fault.Message);
    }

    /// <summary>Forgets what was condemned: it was looked at again and built anew where it had to be.</summary>
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

    [LoggerMessage(LogLevel.Warning, "A newer commit cannot be opened; the last good one goes on answering. {Reason}")]
    private partial void LogNewCommitUnusable(string reason);

    [LoggerMessage(LogLevel.Error, "The index is no longer used. {Reason}")]
    private partial void LogDamaged(string reason);

    /// <summary>An open searcher with the number of those who use it; the last one closes it.</summary>
    private sealed class SharedSearcher
    {
        private readonly TalkSearcher searcher;
        private int users = 1;

        /// <summary>Takes over a searcher.</summary>
        public SharedSearcher(TalkSearcher searcher) => (this.searcher, Version) = (searcher, IndexVersion.Of(searcher));

        public IndexVersion Version { get; private set; }

        public bool IsLeaseOf(SearcherLease loan) => ReferenceEquals(loan.Searcher, searcher);

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
