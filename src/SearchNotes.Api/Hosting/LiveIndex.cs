using Microsoft.Extensions.Logging;
using SearchNotes.Querying;

namespace SearchNotes.Api.Hosting;

/// <summary>The open index, if any. Opens it, switches to new commits, and stops using a damaged one.</summary>
/// <remarks>Thread-safe. Requests acquire a lease, which keeps its commit open after the index has switched or was closed.</remarks>
internal sealed class LiveIndex(ISearchEngine engine, ILogger<LiveIndex> log, ISemanticScorer? semantic = null) : IDisposable
{
    private const string Opening = "The index is being opened; try again in a moment.";
    private readonly Lock gate = new();
    private ITalkSearcher? open;
    private IndexVersion? version;
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
                return open is null ? fault?.Fault is Fault.DamagedIndex or Fault.OtherSchema : refreshFault is not null and not { Fault: Fault.Unreachable or Fault.NoIndex };
        }
    }

    /// <summary>Why searches would fail now although an index is open, as a sentence for clients; <see langword="null"/> when they
    /// would not.</summary>
    public string? UnreachableReason
    {
        get
        {
            lock (gate)
                return open is not null && refreshFault?.Fault == Fault.Unreachable ? Sentence(Fault.Unreachable) : null;
        }
    }

    /// <summary>Acquires the index for a request, which disposes the lease; <see langword="null"/> when no index is open.</summary>
    public SearcherLease? Acquire()
    {
        lock (gate)
        {
            if (open is null)
                return null;
            var searcher = open.Pin();
            var version = VersionOf(searcher);
            return new SearcherLease(open, searcher, semantic is null ? version : version.With(semantic.Version));
        }
    }

    /// <summary>Whether the checksums of the open commit have not been verified yet.</summary>
    public bool NeedsCheck
    {
        get
        {
            lock (gate)
                return open is not null && VersionOf(open).Text != checkedVersion;
        }
    }

    /// <summary>Opens the index if none is open, otherwise switches to a newer commit.</summary>
    public void Refresh()
    {
        ITalkSearcher? searcher;
        lock (gate)
            searcher = open;
        if (searcher is null)
        {
            TryOpen();
            return;
        }
        try
        {
            if (searcher.Refresh())
                log.LogIndexSwitched(searcher.Generation);
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
            checkedVersion = VersionOf(whole.Searcher).Text;
    }

    /// <summary>Stops using a damaged index until there is another commit.</summary>
    /// <param name="read">The lease that found the damage. An index that was opened later is not affected.</param>
    /// <param name="fault">The damage.</param>
    public void MarkDamaged(SearcherLease read, SearchNotesException fault)
    {
        ITalkSearcher damaged;
        lock (gate)
        {
            if (open is null || !read.IsOf(open))
                return;
            damaged = open;
            (open, this.fault, damagedVersion) = (null, fault, VersionOf(damaged).Text);
        }
        damaged.Dispose();
        log.LogIndexDamaged(fault.Message);
    }

    /// <summary>Records that the cluster did not answer a request. The next refresh finds out whether it does again.</summary>
    public void MarkUnreachable(SearchNotesException fault) => SetRefreshFault(fault);

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
            open?.Dispose();
            open = null;
        }
    }

    private void SetRefreshFault(SearchNotesException? fault)
    {
        lock (gate)
        {
            if (fault is not null && fault.Message != refreshFault?.Message)
                log.LogCommitUnusable(fault.Message);
            refreshFault = fault;
        }
    }

    private static string Sentence(Fault? fault) => fault switch
    {
        null => Opening,
        Fault.NoIndex => "There is no index yet; run \"searchnotes reindex\" to build it.",
        Fault.Unreachable => "The search cluster does not answer; the index is opened as soon as it does.",
        Fault.OtherSchema => "The index was written by another version of SearchNotes; the log says what to do.",
        _ => "The index cannot be read and is being built again from the posts; the log has the details.",
    };

    private void TryOpen()
    {
        try
        {
            var opened = engine.Open();
            bool isDamaged;
            lock (gate)
            {
                isDamaged = VersionOf(opened).Text == damagedVersion;
                open = isDamaged ? null : opened;
            }
            if (isDamaged)
                opened.Dispose();
            else
                log.LogIndexOpened(opened.Generation);
        }
        catch (SearchNotesException fault)
        {
            lock (gate)
            {
                if (this.fault?.Message != fault.Message)
                    log.LogIndexUnavailable(fault.Message);
                this.fault = fault;
            }
        }
    }

    /// <summary>Returns the version of a searcher's answers, computed once per commit.</summary>
    private IndexVersion VersionOf(ITalkSearcher searcher)
    {
        if (version is null || version.Generation != searcher.Generation || version.BuiltAt != searcher.BuiltAt)
            version = IndexVersion.Of(searcher);
        return version;
    }
}
