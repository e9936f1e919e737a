using System.Globalization;
using Microsoft.Extensions.Logging;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Serving;

/// <summary>The service's log where a person watches: a line per event, below it what was thrown.</summary>
/// <remarks>Not the framework's console log, which sends on what a stranger's request or a file's name holds, escape codes too.
/// The screen makes everything printable.</remarks>
/// <param name="screen">Where it goes.</param>
/// <param name="time">The clock.</param>
internal sealed class TerminalLog(Screen screen, TimeProvider time) : ILoggerProvider, ILogger
{
    private const int Indent = 4;

    private readonly Lock gate = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = new StyledText()
            .Add(time.GetLocalNow().ToString("HH:mm:ss ", CultureInfo.InvariantCulture), TextStyle.Aside)
            .Add(WordOf(logLevel), ToneOf(logLevel))
            // One line: what is in it must not look like another event.
            .Add(Printable.Line(formatter(state, exception)));
        lock (gate)
        {
            screen.Line(line);
            if (exception is not null)
                screen.Line(new StyledText().Add(exception.ToString(), TextStyle.Aside), Indent);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static string WordOf(LogLevel level) => level switch
    {
        >= LogLevel.Error => "error: ",
        LogLevel.Warning => "warning: ",
        _ => "",
    };

    private static TextStyle ToneOf(LogLevel level) => level >= LogLevel.Error ? TextStyle.Error : TextStyle.Warning;
}
