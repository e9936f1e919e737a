using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SearchNotes.Benchmarks.Table;

/// <summary>A process that this one started.</summary>
internal sealed class Child : IDisposable
{
    // The folder of the runtime is dotnet/shared/Microsoft.NETCore.App/VERSION/.
    private static readonly string DotnetFolder =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;
    private readonly string title;

    private Child(Process process, string title)
    {
        (this.process, this.title) = (process, title);
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>When it was started, by <see cref="Stopwatch"/>.</summary>
    public long Started { get; private init; }

    /// <summary>Its resident size now, in MiB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>What it cost until now.</summary>
    public Cost Now => new(Stopwatch.GetElapsedTime(Started).TotalSeconds, process.TotalProcessorTime.TotalSeconds);

    /// <summary>Starts a program.</summary>
    public static Child Start(string program, string folder, params IEnumerable<string> arguments)
    {
        var start =
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
        start.Environment["DOTNET_ROOT"] = DotnetFolder;
        var started = Stopwatch.GetTimestamp();
        return new Child(Process.Start(start)!, Path.GetFileName(program)) { Started = started }; // Only a shell's verb starts none.
    }

    /// <summary>Starts this program with another command.</summary>
    public static Child StartSelf(params IEnumerable<string> arguments) =>
        Start(Path.Combine(DotnetFolder, "dotnet"), Environment.CurrentDirectory, [typeof(Child).Assembly.Location, .. arguments]);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Seconds from before the start until it was gone.</returns>
    public static double Seconds(string program, string folder, params IEnumerable<string> arguments) =>
        Run(program, folder, arguments).Seconds;

    /// <summary>Runs a program to its end.</summary>
    public static Cost Run(string program, string folder, params IEnumerable<string> arguments)
    {
        var before = ProcessorSecondsOfEnded();
        using var child = Start(program, folder, arguments);
        child.End();
        return new Cost(Stopwatch.GetElapsedTime(child.Started).TotalSeconds, ProcessorSecondsOfEnded() - before);
    }

    /// <summary>Runs this program with another command, which prints its figures as JSON.</summary>
    public static T Figures<T>(params IEnumerable<string> arguments)
    {
        using var child = StartSelf(arguments);
        return JsonSerializer.Deserialize<T>(child.End())!; // It prints no null.
    }

    /// <summary>Runs a program to its end and watches its memory.</summary>
    /// <returns>Its largest resident size in MiB.</returns>
    public static double PeakMegabytes(string program, string folder, params IEnumerable<string> arguments)
    {
        using var child = Start(program, folder, arguments);
        var peak = 0L;
        while (!child.process.WaitForExit(10))
        {
            child.process.Refresh();
            try
            {
                peak = Math.Max(peak, child.process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended since.
            }
        }

        child.End();
        return peak / 1048576.0;
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public string End()
    {
        process.WaitForExit();
        // 1 is "nothing found", which a search in a small corpus may say.
        if (process.ExitCode is not (0 or 1) || (process.ExitCode == 1 && output.Result.Length == 0))
            throw new InvalidOperationException($"{title} ended with {process.ExitCode}: {error.Result}{output.Result}");
        return output.Result;
    }

    /// <summary>Processor seconds of all children that ended, in steps of a hundredth: a mean over many runs is finer. 0 where the
    /// system does not say.</summary>
    private static double ProcessorSecondsOfEnded()
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        // proc(5): behind the name in parentheses cutime and cstime are the 14th and 15th field, in hundredths of a second.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture)) / 100;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
