using Microsoft.Extensions.Logging;
using SearchNotes.Querying;

namespace SearchNotes.Api.Live;

/// <summary>The index that answers now, if there is one. Opens it, follows new commits, sets a damaged one aside.</summary>
/// <remarks>Requests borrow the searcher, so that it is closed only after the last of them is done.</remarks>
internal sealed partial class LiveIndex(string indexFolder, ILogger<LiveIndex> log) : IDisposable
{
    private const string Opening = "The index is being opened; try again in a moment.";
    private readonly Lock _gate = new();
    private OpenIndex? _open;
    private SearchNotesException? _refreshFault;
    private string _condemned = "";
    private string _checked = "";
    private SearchNotesException? _fault;

    /// <summary>Why there is no index to search, for whoever asks; paths stand in the log alone.</summary>
    public string WhyNot
    {
        get
        {
            lock (_gate)
                return _open is null ? Sentence(_fault?.Fault) : Opening;
        }
    }

    /// <summary>Why an older commit answers than there is on the disk; <see langword="null"/> when the newest does.</summary>
    public string? WhyOld
    {
        get
        {
            lock (_gate)
                return _refreshFault is null ? null : Sentence(_refreshFault.Fault);
        }
    }

    /// <summary>Whether what is on the disk cannot be used, though the last good commit may still answer. An index that
    /// was never there is no damage: somebody is about to make it.</summary>
    public bool NeedsRebuild
    {
        get
        {
            lock (_gate)
                return _open is null ? _fault?.Fault is Fault.DamagedIndex or Fault.OtherSchema : _refreshFault is not null;
        }
    }

    /// <summary>Lends the index to a request, which disposes what it gets; <see langword="null"/> when there is none.</summary>
    public Loan? Borrow()
    {
        lock (_gate)
            return _open?.Lend();
    }

    /// <summary>Whether nobody has compared the checksums of the commit that answers.</summary>
    public bool NeedsCheck
    {
        get
        {
            lock (_gate)
                return _open is not null && _open.Stamp.Text != _checked;
        }
    }

    /// <summary>Opens the index where none is open, else switches to a newer commit.</summary>
    public void Look()
    {
        using var loan = Borrow();
        if (loan is null)
        {
            TryOpen();
            return;
        }
        try
        {
            if (loan.Searcher.Refresh())
                Restamp();
            SetRefreshFault(null);
        }
        catch (SearchNotesException fault)
        {
            // The commit that answers now is whole and stays; what is on the disk by now is not.
            SetRefreshFault(fault);
        }
    }

    /// <summary>Notes that the checksums were compared and are right.</summary>
    public void Approve(Loan whole)
    {
        lock (_gate)
            _checked = whole.Stamp.Text;
    }

    /// <summary>Stops answering from an index that turned out to be damaged, until there is another commit.</summary>
    /// <param name="read">Where it was read; an index that was opened since is another one.</param>
    /// <param name="fault">What was found.</param>
    public void Condemn(Loan read, SearchNotesException fault)
    {
        OpenIndex condemned;
        lock (_gate)
        {
            if (_open is null || !_open.Lent(read))
                return;
            condemned = _open;
            (_open, _fault, _condemned) = (null, fault, condemned.Stamp.Text);
        }
        condemned.Return();
        LogCondemned(fault.Message);
    }

    /// <summary>Forgets what was condemned: it was looked at again and built anew where it had to be.</summary>
    public void Pardon()
    {
        lock (_gate)
            _condemned = "";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _open?.Return();
            _open = null;
        }
    }

    private void SetRefreshFault(SearchNotesException? fault)
    {
        lock (_gate)
        {
            if (fault is not null && fault.Message != _refreshFault?.Message)
                LogNewCommitUnusable(fault.Message);
            _refreshFault = fault;
        }
    }

    private static string Sentence(Fault? fault) => fault switch
    {
        null => Opening,
        Fault.NoIndex => "There is no index yet; run \"searchnotes reindex\" to build it.",
        Fault.OtherSchema => "The index was written by another version of SearchNotes; the log says what to do.",
        _ => "The index is damaged and is being built again from the posts; the log has the details.",
    };

    private void TryOpen()
    {
        try
        {
            var opened = new OpenIndex(TalkSearcher.Open(indexFolder));
            if (opened.Stamp.Text == _condemned)
            {
                opened.Return();
                return;
            }
            lock (_gate)
                _open = opened;
            LogOpened(opened.Stamp.Generation);
        }
        catch (SearchNotesException fault)
        {
            lock (_gate)
            {
                if (_fault?.Message != fault.Message)
                    LogCannotOpen(fault.Message);
                _fault = fault;
            }
        }
    }

    private void Restamp()
    {
        lock (_gate)
        {
            if (_open is null)
                return;
            _open.Restamp();
            LogSwitched(_open.Stamp.Generation);
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
    private partial void LogCondemned(string reason);

    /// <summary>An open searcher with the number of those who use it; the last one closes it.</summary>
    private sealed class OpenIndex
    {
        private readonly TalkSearcher _searcher;
        private int _users = 1;

        /// <summary>Takes over a searcher.</summary>
        public OpenIndex(TalkSearcher searcher) => (_searcher, Stamp) = (searcher, Stamp.Of(searcher));

        public Stamp Stamp { get; private set; }

        public bool Lent(Loan loan) => ReferenceEquals(loan.Searcher, _searcher);

        public void Restamp() => Stamp = Stamp.Of(_searcher);

        public Loan Lend()
        {
            Interlocked.Increment(ref _users);
            return new Loan(_searcher, Stamp, Return);
        }

        public void Return()
        {
            if (Interlocked.Decrement(ref _users) == 0)
                _searcher.Dispose();
        }
    }
}
