using SearchNotes.Api.Hosting;
using SearchNotes.Querying;

namespace SearchNotes.Api.Assistants;

/// <summary>Gives the tools access to the index, with the same limit of concurrent searches as the API and with error messages for
/// assistants.</summary>
/// <param name="index">The open index.</param>
/// <param name="limiter">The limit of concurrent searches.</param>
/// <param name="follows">Whether to look for a newer commit before each call; a service checks on its own.</param>
internal sealed class AssistantIndex(LiveIndex index, SearchConcurrencyLimiter limiter, bool follows)
{
    /// <summary>Asks the index.</summary>
    /// <exception cref="ToolRefusedException">No index is open, or too many searches are running.</exception>
    public async Task<T> AskAsync<T>(Func<ITalkSearcher, T> ask, CancellationToken cancel)
    {
        if (follows)
            index.Refresh();
        using var lease = index.Acquire() ?? throw new ToolRefusedException(index.UnavailableReason);
        using var permit = await limiter.EnterAsync(cancel);
        if (!permit.IsAcquired)
            throw new ToolRefusedException("Too many searches at once; try again in a moment.");
        try
        {
            return ask(lease.Searcher);
        }
        catch (SearchNotesException fault) when (fault.Fault == Fault.DamagedIndex)
        {
            index.MarkDamaged(lease, fault);
            throw new ToolRefusedException(index.UnavailableReason);
        }
    }
}

/// <summary>The exception for a tool call that cannot be answered. The message tells the assistant why.</summary>
/// <param name="message">One sentence.</param>
internal sealed class ToolRefusedException(string message) : Exception(message);
