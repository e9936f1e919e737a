using System.Globalization;
using Microsoft.Extensions.Logging;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Serving;

/// <summary>Writes the service's log to a terminal: a line per event, with the exception below it.</summary>
/// <remarks>Replaces the framework's console logger, which writes escape sequences from requests and file names to the terminal. The
/// screen makes all text printable.</remarks>
/// <param name="screen">The screen to write to.</param>
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
            .Add(time.GetLocalNow().ToString("HH:mm:ss ", CultureInfo.InvariantCulture), TextStyle.Secondary)
            .Add(WordOf(logLevel), StyleOf(logLevel))
            // One line, so that text in the message cannot look like another event.
            .Add(Printable.Line(formatter(state, exception)));
        lock (gate)
        {
            screen.Line(line);
            if (exception is not null)
                screen.Line(new StyledText().Add(exception.ToString(), TextStyle.Secondary), Indent);
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

    private static TextStyle StyleOf(LogLevel level) => level >= LogLevel.Error ? TextStyle.Error : TextStyle.Warning;
}
