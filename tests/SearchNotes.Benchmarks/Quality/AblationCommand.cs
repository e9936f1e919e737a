using System.Diagnostics;
using System.Globalization;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>Measures what each number of ranking is worth: <c>ablation POSTS QUERIES</c>. Runs the judged queries once with each number
/// changed so that its mechanism does nothing, or as given.</summary>
internal static class AblationCommand
{
    /// <summary>Each number with the value that turns its mechanism off, or that takes its limit away.</summary>
    private static readonly string[] Off =
    [
        "K1=1.2", "Form=1", "TalksAboveExpansions=1", "ExpansionCap=1", "StopWord=1", "CoverageShare=0",
        "CoverageShareOfQuestion=0.8", "Proximity=0", "QuestionWords=99", "FeedbackShare=0", "FeedbackHolders=1", "FeedbackTerms=1000",
        "RareShare=0", "DerivedShare=1", "FarMoreFrequent=1",
        "MaxPrefixTerms=500", "MaxTypoTerms=10", "MaxInnerTerms=1000", "MinInnerCharacters=3", "MinSimilarity=0.3", "PostFactor=1",
        "RemainderFactor=0.95", "DerivedFactor=0", "TypoFactor=0", "InnerFactor=0", "PartFactor=0", "TopicWeight=1", "SpeakerWeight=1",
        "HeadingWeight=1", "CodeWeight=1", "TagWeight=1", "EventWeight=1", "TopicLength=0.65",
    ];

    /// <summary>Runs the command and prints a table.</summary>
    /// <param name="posts">Folder of the posts.</param>
    /// <param name="queries">File of the queries.</param>
    /// <param name="options">--units, --also and --fold as for <c>quality</c>; --set: the numbers to change, each alone, separated by
    /// commas; several separated by spaces are changed together.</param>
    public static void Run(string posts, string queries, IReadOnlyDictionary<string, string> options)
    {
        var folder = Directory.CreateTempSubdirectory("searchnotes-ablation-").FullName;
        try
        {
            var program = TunableCopy.Make(Path.Combine(folder, "sources"));
            var whole = Path.Combine(folder, "whole.tsv");
            string[] quality = ["quality", posts, queries, "--index", Path.Combine(folder, "index"),
                .. options.Where(option => option.Key != "--set").SelectMany(option => new[] { option.Key, option.Value })];
            Console.Out.WriteLine("| number | nDCG@10 | change | p |");
            Console.Out.WriteLine("|---|---:|---:|---:|");
            Console.Out.WriteLine($"| as it is | {Row(program, "", [.. quality, "--save", whole])[2]} | | |");
            foreach (var numbers in options.TryGetValue("--set", out var given) ? given.Split(',') : Off)
            {
                var row = Row(program, numbers, [.. quality, "--against", whole]);
                Console.Out.WriteLine($"| {numbers.Replace("=", " ", StringComparison.Ordinal)} | {row[2]} | {row[8]} | {row[9]} |");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Returns the cells of the row for all queries.</summary>
    private static string[] Row(string program, string numbers, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        start.Environment[TunableCopy.Variable] = numbers;
        using var run = Process.Start(start)!; // Not null: no shell is used.
        var rows = run.StandardOutput.ReadToEnd().Split('\n');
        run.WaitForExit();
        var all = Array.Find(rows, row => row.StartsWith("| all |", StringComparison.Ordinal))
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"“quality” ended with {run.ExitCode}."));
        return [.. all.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
