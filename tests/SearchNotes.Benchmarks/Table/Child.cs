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
    public static Cost Run(string program, string folder, params IEnumerable<string> arguments) =>
        Measure(() => Start(program, folder, arguments), mayFindNothing: false);

    /// <summary>Runs a search of ours to its end, which may find nothing.</summary>
    public static Cost RunSearch(string program, string folder, params IEnumerable<string> arguments) =>
        Measure(() => Start(program, folder, arguments), mayFindNothing: true);

    /// <summary>Runs this program with another command to its end.</summary>
    public static Cost RunSelf(params IEnumerable<string> arguments) => Measure(() => StartSelf(arguments), mayFindNothing: false);

    private static Cost Measure(Func<Child> start, bool mayFindNothing)
    {
        var before = ProcessorSecondsOfEnded();
        using var child = start();
        child.End(mayFindNothing);
        return new Cost(Stopwatch.GetElapsedTime(child.Started).TotalSeconds, ProcessorSecondsOfEnded() - before);
    }

    /// <summary>Runs this program with another command, which prints its figures as JSON.</summary>
    public static T Figures<T>(params IEnumerable<string> arguments)
    {
        using var child = StartSelf(arguments);
        return JsonSerializer.Deserialize<T>(child.End())!; // It prints no null.
    }

    /// <summary>Runs a program to its end and watches its memory.</summary>
    /// <returns>The largest resident size in MiB of the program with all programs that it started.</returns>
    public static double PeakMegabytes(string program, string folder, params IEnumerable<string> arguments)
    {
        using var child = Start(program, folder, arguments);
        child.EndWatched(out var megabytes);
        return megabytes;
    }

    /// <summary>Waits for the end and watches the memory.</summary>
    /// <param name="megabytes">The largest resident size in MiB of the program with all programs that it started.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public string EndWatched(out double megabytes)
    {
        megabytes = 0;
        while (!process.WaitForExit(10))
        {
            process.Refresh();
            try
            {
                megabytes = Math.Max(megabytes, Math.Max(process.PeakWorkingSet64 / 1048576.0, ProcessTree.Megabytes(process.Id)));
            }
            catch (InvalidOperationException)
            {
                // It ended since.
            }
        }

        return End();
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="mayFindNothing">Whether it is a search of ours, whose exit code is 1 when nothing was found. Any other program that
    /// ends with 1 has failed.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public string End(bool mayFindNothing = false)
    {
        process.WaitForExit();
        if (process.ExitCode != 0 && !(mayFindNothing && process.ExitCode == 1))
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
