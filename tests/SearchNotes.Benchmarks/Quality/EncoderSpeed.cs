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
        var times = new List<TimeSpan>();
        var processor = Processor();
        for (var i = 0; i < queries; i++)
        {
            var started = Stopwatch.GetTimestamp();
            encoder.EncodeQuery(Text(words, i * 8, 2 + (i % 7)));
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        processor = Processor() - processor;
        times.Sort();
        Print($"query: p50 {times[queries / 2].TotalMilliseconds:0.0} ms, p99 {times[queries * 99 / 100].TotalMilliseconds:0.0} ms");
        Print($"query: {processor.TotalMilliseconds / queries:0.0} ms of processor time");

        processor = Processor();
        for (var i = 0; i < passages; i++)
            encoder.EncodePassage(Text(words, i * 150, 150));
        processor = Processor() - processor;
        Print($"passage: {processor.TotalMilliseconds / passages:0} ms of processor time");
    }

    private static string Text(string[] words, int start, int count) =>
        string.Join(' ', Enumerable.Range(start, count).Select(i => words[i % words.Length]));

    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>The words of this repository's documentation, in order.</summary>
    private static string[] Words() => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
        .Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
