using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;
using SearchNotes.Querying;

namespace SearchNotes.Api.Insights;

/// <summary>Records searches and opened hits if the operator has enabled the query log. Thread-safe. Requests never wait for it: an event
/// that does not fit into the queue is dropped and counted.</summary>
internal sealed class QueryLog(ServeOptions options, ServiceMeter meter)
{
    /// <summary>Size of the queue: enough for the events between two writes of <see cref="QueryLogWriter"/> at several hundred searches per
    /// second.</summary>
    private const int MaxWaiting = 4096;

    private readonly Channel<LoggedEvent> waiting = Channel.CreateBounded<LoggedEvent>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Whether the query log is enabled.</summary>
    public bool IsOn => options.QueryLog is not null;

    /// <summary>The events that wait to be written.</summary>
    public ChannelReader<LoggedEvent> Waiting => waiting.Reader;

    /// <summary>Records an answered search if it has a query and is for the first page.</summary>
    public void Searched(HttpRequest request, SearchRequest asked, IResult answer)
    {
        if (IsOn && asked is { Page: 1, Query.Length: > 0 } && answer is OkAnswer { Body.GoodHits: { } hits })
            Note(request, new LoggedEvent(asked.Query.Trim(), Hits: hits));
    }

    /// <summary>Records that a hit was opened.</summary>
    public void Opened(HttpRequest request, string query, string talk) => Note(request, new LoggedEvent(query.Trim(), Opened: talk));

    private void Note(HttpRequest request, LoggedEvent noted)
    {
        if (noted.Q.Length > 0 && !HasOptedOut(request) && !waiting.Writer.TryWrite(noted))
            meter.LogDropped();
    }

    /// <summary>Whether the reader sends Global Privacy Control or Do Not Track. The log does not identify readers, but it respects these
    /// signals.</summary>
    private static bool HasOptedOut(HttpRequest request) => request.Headers["Sec-GPC"] == "1" || request.Headers["DNT"] == "1";
}
