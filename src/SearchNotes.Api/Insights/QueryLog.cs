using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Health;
using SearchNotes.Api.Responses;
using SearchNotes.Querying;

namespace SearchNotes.Api.Insights;

/// <summary>Takes note of what is searched for and opened, where the operator wants that. Requests never wait for it: what
/// cannot be taken at once is dropped, and counted.</summary>
internal sealed class QueryLog(ServeOptions options, ServiceMeter meter)
{
    /// <summary>What comes between two visits of <see cref="QueryLogWriter"/>, at several hundred searches a second.</summary>
    private const int MaxWaiting = 4096;

    private readonly Channel<LoggedEvent> waiting = Channel.CreateBounded<LoggedEvent>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Whether there is one.</summary>
    public bool IsOn => options.QueryLog is not null;

    /// <summary>What waits to be written.</summary>
    public ChannelReader<LoggedEvent> Waiting => waiting.Reader;

    /// <summary>Notes a search that was answered, if it was one of words, and its first page.</summary>
    public void Searched(HttpRequest request, SearchRequest asked, IResult answer)
    {
        if (IsOn && asked is { Page: 1, Query.Length: > 0 } && answer is OkAnswer { Body.GoodHits: { } hits })
            Note(request, new LoggedEvent(asked.Query.Trim(), Hits: hits));
    }

    /// <summary>Notes that a hit was opened.</summary>
    public void Opened(HttpRequest request, string query, string talk) => Note(request, new LoggedEvent(query.Trim(), Opened: talk));

    private void Note(HttpRequest request, LoggedEvent noted)
    {
        if (noted.Q.Length > 0 && !WantsNoNote(request) && !waiting.Writer.TryWrite(noted))
            meter.LogDropped();
    }

    /// <summary>Global Privacy Control and Do Not Track: nothing here tracks anybody, and yet they say what a reader wants.</summary>
    private static bool WantsNoNote(HttpRequest request) => request.Headers["Sec-GPC"] == "1" || request.Headers["DNT"] == "1";
}
