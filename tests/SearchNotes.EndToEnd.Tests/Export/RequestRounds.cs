using Microsoft.Playwright;

namespace SearchNotes.Tests.Export;

/// <summary>Counts how often a page waits for requests that depend on the answers of others: a request belongs to the round after that of
/// the last request that was answered when it began.</summary>
internal sealed class RequestRounds
{
    private readonly Dictionary<IRequest, int> _rounds = [];
    private int _answered;

    public RequestRounds(IPage page)
    {
        page.Request += (_, request) => _rounds[request] = _answered + 1;
        page.RequestFinished += (_, request) => _answered = Math.Max(_answered, _rounds.GetValueOrDefault(request));
    }

    /// <summary>The rounds so far, with the paths of their requests.</summary>
    public IReadOnlyList<string> All => [.. _rounds.ToArray().GroupBy(round => round.Value).OrderBy(round => round.Key)
        .Select(round => string.Join(' ', round.Select(request => new Uri(request.Key.Url).AbsolutePath)))];
}
