using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SearchNotes.Api.Insights;

/// <summary>Writes behind the requests what <see cref="QueryLog"/> noted.</summary>
internal sealed partial class QueryLogWriter(QueryLog log, ServeOptions options, TimeProvider time, ILogger<QueryLogWriter> sayer)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly TypedQueries typed = new();
    private readonly List<LoggedEvent> opened = [];
    private string said = "";

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
            // The server stops: nobody types on.
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
            said = "";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A log is no reason to stop answering. Said once until it works again.
            if (said != fault.Message)
                LogLost(folder, fault.Message);
            said = fault.Message;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The query log in {Folder} cannot be written, and lacks what was searched for meanwhile: {Reason}")]
    private partial void LogLost(string folder, string reason);
}
