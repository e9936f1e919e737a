using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace SearchNotes.Api.Middleware;

/// <summary>The log: JSON lines with a time and a request id, and nothing about the person who asks.</summary>
internal static class ServiceLog
{
    public static void AddServiceLog(this ILoggingBuilder logging, ServeOptions options, Action<ILoggingBuilder>? instead)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        // The framework's own lines hold addresses with what people searched for.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // A start that fails is said by whoever started it, in a sentence; the host's own report is two pages of stack.
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
        // Standard output belongs to what the command line says.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
