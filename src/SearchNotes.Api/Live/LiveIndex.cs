using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using SearchNotes.Querying;

namespace SearchNotes.Api.Live;

/// <summary>The index that answers now, if there is one. Opens it, follows new commits, sets a damaged one aside.</summary>
/// <remarks>Requests borrow the searcher, so that it is closed only after the last of them is done.</remarks>
internal sealed partial class LiveIndex(string indexFolder, ILogger<LiveIndex> log) : IDisposable
{
    private readonly Lock _gate = new();
    private OpenIndex? _open;
    private SearchNotesException? _refreshFault;
    private string _condemned = "";
    private SearchNotesException _fault = new(Fault.NoIndex, "The index is being opened; try again in a moment.");

    /// <summary>Why there is no index to search; <see langword="null"/> when there is one.</summary>
    public SearchNotesException? WhyNot
    {
        get
        {
            lock (_gate)
                return _open is null ? _fault : null;
        }
    }

    /// <summary>Whether what is on the disk cannot be used, though the last good commit may still answer. An index that
    /// was never there is no damage: somebody is about to make it.</summary>
    public bool NeedsRebuild
    {
        get
        {
            lock (_gate)
                return _open is null ? _fault.Fault is Fault.DamagedIndex or Fault.OtherSchema : _refreshFault is not null;
        }
    }

    /// <summary>Lends the index to a request, which disposes what it gets; <see langword="null"/> when there is none.</summary>
    public Loan? Borrow()
    {
        lock (_gate)
            return _open?.Lend();
    }

    /// <summary>Opens the index where none is open, else switches to a newer commit.</summary>
    /// <returns>Whether an index was opened just now, which nobody has checked yet.</returns>
    public bool Look()
    {
        using var loan = Borrow();
        if (loan is null)
            return TryOpen();
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
        return false;
    }

    /// <summary>Stops answering from an index that turned out to be damaged, until there is another commit.</summary>
    public void Condemn(SearchNotesException fault)
    {
        OpenIndex? condemned;
        lock (_gate)
        {
            condemned = _open;
            (_open, _fault, _condemned) = (null, fault, condemned?.Stamp.Text ?? _condemned);
        }
        condemned?.Return();
        LogCondemned(fault.Message);
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

    private bool TryOpen()
    {
        try
        {
            var opened = new OpenIndex(TalkSearcher.Open(indexFolder));
            if (opened.Stamp.Text == _condemned)
            {
                opened.Return();
                return false;
            }
            lock (_gate)
                _open = opened;
            LogOpened(opened.Stamp.Generation);
            return true;
        }
        catch (SearchNotesException fault)
        {
            lock (_gate)
            {
                if (_fault.Message != fault.Message)
                    LogCannotOpen(fault.Message);
                _fault = fault;
            }
            return false;
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
    private sealed class OpenIndex(TalkSearcher searcher)
    {
        private int _users = 1;

        public Stamp Stamp { get; private set; } = Stamp.Of(searcher);

        public void Restamp() => Stamp = Stamp.Of(searcher);

        public Loan Lend()
        {
            Interlocked.Increment(ref _users);
            return new Loan(searcher, Stamp, Return);
        }

        public void Return()
        {
            if (Interlocked.Decrement(ref _users) == 0)
                searcher.Dispose();
        }
    }
}

/// <summary>The index in the hands of one request.</summary>
/// <param name="searcher">To search with, until this is disposed.</param>
/// <param name="stamp">Which commit it was when it was lent.</param>
/// <param name="giveBack">Called once, at the end.</param>
internal sealed class Loan(TalkSearcher searcher, Stamp stamp, Action giveBack) : IDisposable
{
    private Action? _giveBack = giveBack;

    public TalkSearcher Searcher { get; } = searcher;

    public Stamp Stamp { get; } = stamp;

    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}

/// <summary>Tells one state of the answers from every other: commit, its time, and the program that shapes the answers.</summary>
/// <param name="Generation">Number of the commit.</param>
/// <param name="Text">Short, only letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="BuiltAt">When the commit was made.</param>
internal sealed record Stamp(long Generation, string Text, DateTimeOffset BuiltAt)
{
    /// <summary>A rebuilt index begins to count anew and an update shapes answers anew: the number alone would not do.</summary>
    public static Stamp Of(TalkSearcher searcher)
    {
        var stats = searcher.Stats();
        var program = typeof(Stamp).Assembly.ManifestModule.ModuleVersionId;
        return new Stamp(stats.Generation, Digest($"{program} {stats.Generation} {stats.BuiltAt.UtcTicks}"), stats.BuiltAt);
    }

    /// <summary>Twelve characters that stand for a text.</summary>
    public static string Digest(string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 9));
}
