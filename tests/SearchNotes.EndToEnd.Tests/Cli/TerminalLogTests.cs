using Microsoft.Extensions.Logging;
using SearchNotes.Cli.Serving;
using SearchNotes.Cli.Terminal;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class TerminalLogTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().With("TERM", "dumb");

    [Fact]
    public void An_event_is_a_line_with_its_time_and_how_bad_it_is()
    {
        var lines = Logged(log =>
        {
            Write(log, LogLevel.Information, "Index opened, generation 3.");
            Write(log, LogLevel.Warning, "No index.");
            Write(log, LogLevel.Error, "It failed.", new IOException("No space left."));
        });

        string[] expected =
        [
            "12:30:00 Index opened, generation 3.", "12:30:00 warning: No index.", "12:30:00 error: It failed.",
            "    System.IO.IOException: No space left.", "",
        ];
        Assert.Equal(expected, lines);
    }

    [Fact]
    public void What_strangers_and_files_say_commands_nothing_and_begins_no_line()
    {
        const string hostile = "a\u001b[2J\u001b]0;owned\u0007\u009b31m\r\n12:30:00 error: all is lost \u202Egnp\u2069";

        var lines = Logged(log => Write(log, LogLevel.Error, $"Cannot read {hostile}.", new IOException(hostile)));

        Assert.All(lines, line => Assert.Equal(Printable.Line(line), line));
        Assert.Single(lines, line => line.StartsWith("12:30:00", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static void Write(ILogger log, LogLevel level, string message, Exception? thrown = null) =>
        log.Log(level, default, message, thrown, (text, _) => text);

    private string[] Logged(Action<ILogger> write)
    {
        using var error = new StringWriter();
        var context = _folder.Context(error: error) with { ErrorIsTerminal = true, Width = 200 };
        using var log = new TerminalLog(Screen.Error(context), new Clock());
        write(log.CreateLogger("SearchNotes.Api.Hosting.LiveIndex"));
        return [.. error.ToString().Split('\n').Select(line => line.TrimEnd())];
    }

    private sealed class Clock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 12, 30, 0, TimeSpan.Zero);
    }
}
