using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace SearchNotes.Api.Middleware;

/// <summary>Configures the log: JSON lines with a timestamp and a request id, and nothing about the client.</summary>
internal static class ServiceLog
{
    public static void AddServiceLog(this ILoggingBuilder logging, ServeOptions options, Action<ILoggingBuilder>? instead)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        // The framework's own log lines contain addresses with queries.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // The caller reports a failed start in one sentence; the host's own report is two pages of stack trace.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddFilter(typeof(RequestLog).FullName, options.LogRequests ? LogLevel.Information : LogLevel.Warning);
        if (instead is not null)
        {
            instead(logging);
            return;
        }
        logging.AddJsonConsole(console =>
        {
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            console.UseUtcTimestamp = true;
        });
        // Standard output is reserved for the command line's output.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
