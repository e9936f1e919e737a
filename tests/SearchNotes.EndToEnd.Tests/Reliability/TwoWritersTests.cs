using System.Diagnostics;
using SearchNotes.Tests;
using Xunit;

namespace SearchNotes.EndToEnd.Tests.Reliability;

public sealed class TwoWritersTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Of_two_processes_that_write_one_index_the_second_is_told_who_the_first_is_and_nothing_is_lost()
    {
        var (corpus, index) = (Path.Combine(root, "corpus"), Path.Combine(root, "index"));
        Directory.CreateDirectory(corpus);
        for (var i = 0; i < 300; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(corpus, $"post-{i}.md"),
                $"# Ann Lee on Matter {i}\n\n{string.Join(' ', Enumerable.Repeat("words", 500))}\n\n# Bo Chen on Subject {i}\n\nNotes.\n");
        }

        using var first = Start(corpus, index);
        while (!first.HasExited && !File.Exists(Path.Combine(index, "write.pid")))
            await Task.Yield();
        using var second = Start(corpus, index);
        var said = await second.StandardError.ReadToEndAsync();
        await Task.WhenAll(first.WaitForExitAsync(), second.WaitForExitAsync());

        // A slow machine may start the second when the first has ended; then both succeed, one after the other.
        Assert.Equal(0, first.ExitCode);
        if (second.ExitCode != 0)
        {
            Assert.Equal(2, second.ExitCode);
            Assert.Contains($"process {first.Id}", said, StringComparison.Ordinal);
        }

        using var searcher = Querying.TalkSearcher.Open(index);
        Assert.Equal(600, searcher.Stats().Talks);
    }

    private static Process Start(string corpus, string index)
    {
        // Start returns null only when a shell reuses a process.
        var process = Process.Start(TestedProgram.Start("reindex", "--full", "--corpus", corpus, "--index", index))!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
