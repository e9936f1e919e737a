using System.Diagnostics;
using System.Globalization;
using SearchNotes.Tests;
using SearchNotes.Semantic.Model;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>Measures how long queries and passages take to encode: <c>meaning MODEL</c>.</summary>
internal static class EncoderSpeed
{
    private const int Warm = 100;

    /// <summary>Runs the command and prints times and memory.</summary>
    /// <param name="model">The file of the model.</param>
    /// <param name="passages">Number of passages of 900 characters.</param>
    /// <param name="queries">Number of queries of two to eight words, all different.</param>
    public static void Run(string model, int passages, int queries)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var encoder = ModelFile.Read(model);
        Print($"memory: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0:0.0} MiB for the model");
        var words = Words();

        for (var i = 0; i < Warm; i++)
            encoder.EncodeQuery(Text(words, i * 5, 5));
        var (times, processorTimes) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < queries; i++)
        {
            var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            encoder.EncodeQuery(Text(words, i * 8, 2 + (i % 7)));
            times.Add(Stopwatch.GetElapsedTime(started));
            processorTimes.Add(Environment.CpuUsage.TotalTime - used);
        }

        PrintTimes("ms", times);
        PrintTimes("ms of processor time", processorTimes);

        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < passages; i++)
            encoder.EncodePassage(Text(words, i * 150, 150));
        processor = Environment.CpuUsage.TotalTime - processor;
        Print($"passage: {processor.TotalMilliseconds / passages:0} ms of processor time");
    }

    private static string Text(string[] words, int start, int count) =>
        string.Join(' ', Enumerable.Range(start, count).Select(i => words[i % words.Length]));

    private static void PrintTimes(string unit, List<TimeSpan> times)
    {
        times.Sort();
        Print($"query: p50 {times[times.Count / 2].TotalMilliseconds:0.0}, p99 {times[times.Count * 99 / 100].TotalMilliseconds:0.0} {unit}");
    }

    /// <summary>The words of this repository's documentation, in order.</summary>
    private static string[] Words() => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
        .Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
