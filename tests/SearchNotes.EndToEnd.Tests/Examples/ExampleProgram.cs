using System.Diagnostics;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Examples;

/// <summary>Runs a program of <c>docs/examples</c> in a process of its own.</summary>
internal static class ExampleProgram
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "examples");

    public static async Task<CliRun> RunAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!; // Null only for a shell's verb.
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliRun(process.ExitCode, output, await error);
    }
}
