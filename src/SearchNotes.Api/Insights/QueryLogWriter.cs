using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SearchNotes.Api.Insights;

/// <summary>Writes the events of <see cref="QueryLog"/> in the background.</summary>
internal sealed class QueryLogWriter(QueryLog log, ServeOptions options, TimeProvider time, ILogger<QueryLogWriter> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly TypedQueries typed = new();
    private readonly List<LoggedEvent> opened = [];
    private string lastMessage = "";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                Write(time.GetUtcNow() - TypedQueries.Pause);
        }
        finally
        {
            // The server is stopping; no more events will arrive.
            Write(DateTimeOffset.MaxValue);
        }
    }

    private void Write(DateTimeOffset typedBefore)
    {
        while (log.Waiting.TryRead(out var noted))
        {
            if (noted.Opened is null)
                typed.Add(noted, time.GetUtcNow());
            else
                opened.Add(noted);
        }

        LoggedEvent[] events = [.. typed.Take(typedBefore), .. opened];
        opened.Clear();
        if (events.Length == 0 || options.QueryLog is not { } folder)
            return;
        try
        {
            new QueryLogFiles(folder, time).Append(events, (long)options.QueryLogMegabytes << 20, options.QueryLogDays);
            lastMessage = "";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A broken log must not stop the service. The warning is logged once until writing succeeds again.
            if (lastMessage != fault.Message)
                logger.LogQueryLogLost(folder, fault.Message);
            lastMessage = fault.Message;
        }
    }
}
