using System.Diagnostics;
using System.Text.RegularExpressions;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>A copy of the sources in which the numbers of ranking are read from the environment, so that one build measures many values.
/// The product itself has no such switch.</summary>
internal static partial class TunableCopy
{
    /// <summary>The environment variable with the numbers to change: <c>Form=1 Joined=0.5</c>.</summary>
    public const string Variable = "SEARCHNOTES_NUMBERS";

    private const string Reader =
        """

        internal static class Tuned
        {
            private static readonly Dictionary<string, float> Numbers = (Environment.GetEnvironmentVariable("SEARCHNOTES_NUMBERS") ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
                .ToDictionary(pair => pair[0], pair => float.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));

            public static float Of(string name, float value) => Numbers.GetValueOrDefault(name, value);
        }
        """;

    /// <summary>Makes the copy and builds it.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <returns>The program: this one, with the numbers of the copy.</returns>
    public static string Make(string folder)
    {
        CopySources(folder);
        var querying = Path.Combine(folder, "src", "SearchNotes", "Querying");
        Rewrite(Path.Combine(querying, "Ranking.cs"),
            text => Number().Replace(text, "public static readonly $1 $2 = ($1)Tuned.Of(\"$2\", $3);") + Reader);
        Rewrite(Path.Combine(querying, "TextField.cs"),
            text => Field().Replace(text, field => $"{field.Groups[1]}Tuned.Of(\"{field.Groups[2]}Weight\", {field.Groups[3]}), "
                + $"Tuned.Of(\"{field.Groups[2]}Length\", {(field.Groups[4].Success ? field.Groups[4] : "0.65f")}))"));
        Rewrite(Path.Combine(querying, "MatchTier.cs"),
            text => Tier().Replace(text, "new(MatchKind.$1, Tuned.Of(\"$1Factor\", $2), Tuned.Of(\"$1Coverage\", $3))"));

        var program = Path.Combine(folder, "program");
        var build = Process.Start("dotnet", ["build", Path.Combine(folder, "tests", "SearchNotes.Benchmarks"), "-c", "Release", "-o", program,
            "-v", "quiet", "-nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"]);
        build.WaitForExit();
        return build.ExitCode == 0 ? Path.Combine(program, "SearchNotes.Benchmarks.dll")
            : throw new InvalidOperationException("The copy with changeable numbers does not build.");
    }

    private static void CopySources(string folder)
    {
        var files = Directory.EnumerateFiles(Repository.Root)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*", SearchOption.AllDirectories));
        foreach (var file in files.Select(file => Path.GetRelativePath(Repository.Root, file)))
        {
            if (file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                continue;
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // Not null: the file is in a folder.
            File.Copy(Path.Combine(Repository.Root, file), copy);
        }
    }

    private static void Rewrite(string file, Func<string, string> change)
    {
        var before = File.ReadAllText(file);
        var after = change(before);
        if (after == before)
            throw new InvalidOperationException($"{file} has no number that can be changed.");
        File.WriteAllText(file, after);
    }

    // A pattern tests ProximityDistance, and so needs a constant.
    [GeneratedRegex(@"public const (float|int) (?!ProximityDistance\b)(\w+) = ([^;]+);")]
    private static partial Regex Number();

    [GeneratedRegex(@"(new\(Schema\.(\w+), FieldSet\.\w+, )([\d.]+f)(?:, ([\d.]+f))?\)")]
    private static partial Regex Field();

    [GeneratedRegex(@"new\(MatchKind\.(\w+), ([\d.]+f), ([\d.]+f)\)")]
    private static partial Regex Tier();
}
