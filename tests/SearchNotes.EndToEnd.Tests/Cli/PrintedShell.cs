using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>A shell in which <c>searchnotes</c> is this program and the home folder is the test's.</summary>
internal sealed class PrintedShell : IAsyncDisposable
{
    // Where jq is not installed, what would go into it is still written.
    private const string Prelude = """
        set -o pipefail
        searchnotes() { ${TEST_HOST:+"$TEST_HOST"} "$TEST_PROGRAM" "$@"; }
        curl() { command curl --fail --silent --show-error "$@"; }
        command -v jq > /dev/null || jq() { cat > /dev/null; }

        """;

    // The shell becomes the server, so that it can be told to stop.
    private const string ServingPrelude = """
        searchnotes() { exec ${TEST_HOST:+"$TEST_HOST"} "$TEST_PROGRAM" "$@"; }

        """;

    private readonly Process _process;
    private readonly Task<string> _error;

    private PrintedShell(Process process) =>
        (_process, _error) = (process, process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

    /// <summary>Where it serves; empty when it ended before.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Runs a line to its end.</summary>
    public static async Task<CliRun> RunAsync(string folder, string line)
    {
        using var process = Start(folder, Prelude + line);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliRun(process.ExitCode, output, await error);
    }

    /// <summary>Runs a line that serves, until it does.</summary>
    public static async Task<PrintedShell> ServeAsync(string folder, string line)
    {
        var shell = new PrintedShell(Start(folder, ServingPrelude + line));
        while (shell.Address.Length == 0
            && await shell._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } said)
        {
            if (said.StartsWith("Serving on ", StringComparison.Ordinal))
                shell.Address = said["Serving on ".Length..said.IndexOf(';', StringComparison.Ordinal)];
        }

        return shell;
    }

    /// <summary>Runs a line that serves, until it does, and stops it.</summary>
    public static async Task<CliRun> ServeAndStopAsync(string folder, string line)
    {
        await using var shell = await ServeAsync(folder, line);
        await shell.StopAsync();
        return new CliRun(shell.Address.Length == 0 ? -1 : shell._process.ExitCode, "", await shell._error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();
        _process.Dispose();
    }

    private async Task StopAsync()
    {
        var rest = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", [_process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await rest;
    }

    private static Process Start(string folder, string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = Path.Combine(folder, "home");
        start.Environment["TEST_HOST"] = TestedProgram.Command is [var host, _] ? host : ""; // A native file has none.
        start.Environment["TEST_PROGRAM"] = TestedProgram.Command[^1];
        start.Environment["SEARCHNOTES_SEARCH_MILLISECONDS"] = "60000"; // What is found must not depend on how busy the machine is.
        start.Environment["SEARCHNOTES_URLS"] = "http://127.0.0.1:0";
        start.Environment["SEARCHNOTES_QUERY_LOG"] = Path.Combine(folder, "home", "queries");
        start.Environment["SEARCHNOTES_REINDEX_KEY"] = "a key for tests, long enough";
        return Process.Start(start)!; // Only a shell's verb starts none.
    }
}
