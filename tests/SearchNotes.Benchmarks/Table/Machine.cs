using System.Globalization;
using System.Runtime.InteropServices;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Table;

/// <summary>Where a table was measured.</summary>
internal static class Machine
{
    private const string Processors = "/proc/cpuinfo";
    private const string Load = "/proc/loadavg";

    /// <summary>Processor, memory, system and runtime in a line.</summary>
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Processor()}, {Environment.ProcessorCount} cores, {memory:0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
    }

    /// <summary>How busy the machine is: processes that run or wait to, mean of a minute; empty where the system does not say.</summary>
    public static string Busy() => File.Exists(Load) ? File.ReadAllText(Load).Split(' ')[0] : "";

    /// <summary>The commit of the sources; empty outside of a clone.</summary>
    public static string Commit()
    {
        if (!Path.Exists(Path.Combine(Repository.Root, ".git")))
            return "";
        using var git = Child.Start("git", Repository.Root, "rev-parse", "--short", "HEAD");
        return git.End().Trim();
    }

    private static string Processor() => File.Exists(Processors)
        ? File.ReadLines(Processors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString()
        : RuntimeInformation.ProcessArchitecture.ToString();
}
