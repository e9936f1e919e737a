using System.Text.RegularExpressions;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Native;

/// <summary>The native program prints what this build prints, byte for byte.</summary>
public sealed partial class NativeCommandTests : IDisposable
{
    private static readonly string[][] Commands =
    [
        ["check", "corpus"],
        ["check", "corpus", "--explain"],
        ["check", "corpus", "--json", "--drafts"],
        ["check", "corpus", "--anchors", "pandoc", "--json"],
        ["reindex"],
        ["reindex"],
        ["reindex", "--full", "--json"],
        ["search", "tkintr"],
        ["search", "isolation levels"],
        ["search", "\"isolation levels\"", "--json"],
        ["search", "speaker:ostrowski", "--json", "--explain"],
        ["search", "code:enqueue", "-sqlalchemy", "--json"],
        ["search", "qa:index year:2012..2014", "--json"],
        ["search", "--sort", "date_desc", "--limit", "100"],
        ["search", "--kind", "post", "--sort", "date_asc", "--json", "--limit", "100"],
        ["search", "zeppelinade"],
        ["search", "--limit", "0"],
        ["talk", "2013-07-07-pycon-australia-retold.andrew-walker"],
        ["talk", "2013-07-07-pycon-australia-retold.andrew-walker", "--json"],
        ["talk", "no-such-talk"],
        ["stats", "--json"],
        ["doctor", "--json"],
        ["insights"],
        ["--help"],
        ["search", "--help"],
        ["serch"],
        ["completion", "bash"],
        ["[suggest:20]", "searchnotes check --s"],
    ];

    private readonly string _here = Directory.CreateTempSubdirectory("searchnotes-native-").FullName;
    private readonly string _native = Directory.CreateTempSubdirectory("searchnotes-native-").FullName;

    [Fact]
    public async Task Every_command_prints_the_same()
    {
        NativeFile.Require();
        foreach (var folder in new[] { _here, _native })
            CopyCorpus(folder);

        foreach (var command in Commands)
        {
            var expected = await RunAsync(TestedProgram.ThisBuild, _here, command);
            var actual = await RunAsync([NativeFile.Path], _native, command);

            Assert.Equal((string.Join(' ', command), expected), (string.Join(' ', command), actual));
        }
    }

    [Fact]
    public async Task An_index_of_the_one_is_read_by_the_other()
    {
        NativeFile.Require();
        CopyCorpus(_here);
        await RunAsync(TestedProgram.ThisBuild, _here, "reindex");

        var expected = await RunAsync(TestedProgram.ThisBuild, _here, "search", "python", "--json");
        var actual = await RunAsync([NativeFile.Path], _here, "search", "python", "--json");

        Assert.Equal(expected, actual);
        Assert.Equal(0, actual.Code);
    }

    [Fact]
    public async Task The_exported_files_are_the_same()
    {
        NativeFile.Require();
        CopyCorpus(_here);
        CopyCorpus(_native);

        var expected = await RunAsync(TestedProgram.ThisBuild, _here, "export", "--out", "site");
        var actual = await RunAsync([NativeFile.Path], _native, "export", "--out", "site");

        Assert.Equal((0, 0), (expected.Code, actual.Code));
        var (expectedFiles, actualFiles) = (FilesOf(_here), FilesOf(_native));
        Assert.Equal(expectedFiles.Keys, actualFiles.Keys);
        Assert.All(expectedFiles, file => Assert.True(file.Value.AsSpan().SequenceEqual(actualFiles[file.Key]), file.Key));
    }

    public void Dispose()
    {
        Directory.Delete(_here, recursive: true);
        Directory.Delete(_native, recursive: true);
    }

    private static async Task<CliRun> RunAsync(IReadOnlyList<string> command, string folder, params string[] arguments)
    {
        using var process = CliProcess.Start(command, folder, [("SEARCHNOTES_SEARCH_MILLISECONDS", "60000"),
            ("SEARCHNOTES_URLS", "http://127.0.0.1:0")], arguments);
        var run = await process.End();
        return run with { Out = Scrub(run.Out, folder), Error = Scrub(run.Error, folder) };
    }

    private static string Scrub(string text, string folder) =>
        Varying().Replace(text.Replace(folder, "FOLDER", StringComparison.Ordinal), "N");

    private static SortedDictionary<string, byte[]> FilesOf(string folder)
    {
        var site = Path.Combine(folder, "site");
        return new(Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(site, file), File.ReadAllBytes), StringComparer.Ordinal);
    }

    private static void CopyCorpus(string folder) =>
        CopyFolder(Path.Combine(Repository.Root, "corpus"), Path.Combine(folder, "corpus"));

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // Below the folder.
            File.Copy(file, target);
        }
    }

    // Durations, times, sizes and free space of the disk. Which of many equally frequent facet values are shown depends on the order in
    // which posts were indexed.
    [GeneratedRegex(@"(?s:""facets"": \{.*?\n  \})|\d+\.\d+ s\b|\d+(\.\d+)? [KMG]iB|"
        + @"""(built_at|took|started_at|finished_at|seconds|bytes|generation)"": [^,\n]+", RegexOptions.None, 1000)]
    private static partial Regex Varying();
}
