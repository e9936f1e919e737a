using System.Diagnostics;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>The program in a process of its own, for what one process cannot show.</summary>
internal sealed class CliProcess : IDisposable
{
    private readonly Process _process;

    private CliProcess(Process process) => _process = process;

    /// <summary>Lines of its output, as they come.</summary>
    public StreamReader Out => _process.StandardOutput;

    /// <summary>Lines of its errors and its log, as they come.</summary>
    public StreamReader Error => _process.StandardError;

    /// <summary>Its id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts the program in a folder.</summary>
    public static CliProcess Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    /// <summary>Starts the program in a folder, with variables of the environment besides.</summary>
    public static CliProcess Start(string folder, (string Name, string Value)[] variables, params string[] arguments) =>
        Start(TestedProgram.Command, folder, variables, arguments);

    /// <summary>Starts a build of the program in a folder, with variables of the environment besides.</summary>
    public static CliProcess Start(IReadOnlyList<string> command, string folder, (string Name, string Value)[] variables,
        params string[] arguments)
    {
        var start = TestedProgram.Start(command, arguments);
        start.WorkingDirectory = folder;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new CliProcess(Process.Start(start)!); // Only a shell's verb starts none.
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<CliRun> Run(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await process.End();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<CliRun> End()
    {
        var cancel = TestContext.Current.CancellationToken;
        var output = _process.StandardOutput.ReadToEndAsync(cancel);
        var error = _process.StandardError.ReadToEndAsync(cancel);
        await _process.WaitForExitAsync(cancel);
        return new CliRun(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
