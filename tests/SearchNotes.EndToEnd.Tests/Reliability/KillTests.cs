using System.Diagnostics;
using System.Globalization;
using SearchNotes.Querying;
using SearchNotes.Tests;
using Xunit;

namespace SearchNotes.EndToEnd.Tests.Reliability;

/// <summary>Kills the real program while it writes. <c>SEARCHNOTES_KILLS</c> sets how often; see docs/reliability.md.</summary>
public sealed class KillTests : IDisposable
{
    private const int Posts = 60;
    private const int TalksPerPost = 10;
    private const int PostsChangedPerRound = 20;

    /// <summary>A search that runs out of its time shows fewer talks, and that is no mix of states.</summary>
    private static readonly TimeSpan LongBudget = TimeSpan.FromMinutes(15);

    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-kill-").FullName;

    private string Corpus => Path.Combine(root, "corpus");

    private string Index => Path.Combine(root, "index");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task A_kill_at_any_moment_leaves_the_old_state_or_the_new_one()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("SEARCHNOTES_KILLS") ?? "8", CultureInfo.InvariantCulture);
        Directory.CreateDirectory(Corpus);
        for (var post = 0; post < Posts; post++)
            WritePost(post, round: 0);
        Assert.Equal(0, await Reindex(killAfter: null));
        for (var i = 0; i < PostsChangedPerRound; i++)
            WritePost(i, round: -1);
        var usual = await TimeOf(() => Reindex(killAfter: null));

        using var reader = new Reader(Index);
        var random = new Random(20130707);
        var (killed, finished) = (0, 0);
        for (var round = 1; killed < kills; round++)
        {
            for (var i = 0; i < PostsChangedPerRound; i++)
                WritePost(((round * 7) + i) % Posts, round);
            var exit = await Reindex(killAfter: usual * random.NextDouble() * 1.1);
            if (exit == 0)
                finished++;
            else
                killed++;

            CheckState(round, mustBeNew: exit == 0);
            // After a run that ended by itself this one has nothing to do, and its time would tell nothing.
            var took = await TimeOf(() => Reindex(killAfter: null));
            if (exit != 0)
                usual = took;
            CheckState(round, mustBeNew: true);
            if (killed % 10 == 0 || killed == kills)
            {
                TestContext.Current.TestOutputHelper?.WriteLine(
                    $"{killed} runs killed, {finished} ended before the kill, {reader.Searches} searches meanwhile.");
            }
        }

        Assert.Equal([], reader.Stop());
    }

    /// <summary>Each talk of a changed post holds the round's word, so a mix of two states has some of them, not all.</summary>
    private void CheckState(int round, bool mustBeNew)
    {
        using var searcher = TalkSearcher.Open(Index);
        var changed = searcher.Search(new SearchRequest { Query = $"\"round{round}\"", Budget = LongBudget }).Total;
        Assert.True(changed == PostsChangedPerRound * TalksPerPost
            || (changed == 0 && !mustBeNew), $"Round {round} shows {changed} of {PostsChangedPerRound * TalksPerPost} talks.");
        var stats = searcher.Stats();
        Assert.Equal(Posts * TalksPerPost, stats.Talks);
        Assert.Equal(stats.Documents, searcher.Search(new SearchRequest { Budget = LongBudget }).Total);
        searcher.CheckIntegrity();
    }

    private void WritePost(int post, int round)
    {
        var talks = Enumerable.Range(1, TalksPerPost)
            .Select(t =>
                $"# Ann Lee on Matter {post} part {t}\n\nNotes of the talk, round{(round < 0 ? "none" : round)}, {string.Join(' ', Enumerable.Repeat("filling words", 80))}.\n");
        File.WriteAllText(Path.Combine(Corpus, $"2013-07-{(post % 28) + 1:00}-post-{post}.md"), string.Join('\n', talks));
    }

    private async Task<int> Reindex(TimeSpan? killAfter)
    {
        // Start returns null only when a shell reuses a process.
        using var process = Process.Start(TestedProgram.Start("reindex", "--corpus", Corpus, "--index", Index))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (killAfter is { } delay)
        {
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(delay));
            if (!process.HasExited)
                process.Kill();
        }

        await process.WaitForExitAsync();
        await Task.WhenAll(output, errors);
        if (killAfter is null)
            Assert.True(process.ExitCode == 0, await errors);
        return process.ExitCode;
    }

    private static async Task<TimeSpan> TimeOf(Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Searches all along, as a server does, and remembers every answer that mixes two states.</summary>
    private sealed class Reader : IDisposable
    {
        private readonly TalkSearcher searcher;
        private readonly List<string> mixed = [];
        private readonly CancellationTokenSource stop = new();
        private readonly Task work;

        public Reader(string index)
        {
            searcher = TalkSearcher.Open(index);
            work = Task.Run(Work);
        }

        public int Searches { get; private set; }

        public List<string> Stop()
        {
            stop.Cancel();
            work.Wait();
            return mixed;
        }

        public void Dispose()
        {
            Stop();
            searcher.Dispose();
            stop.Dispose();
        }

        private void Work()
        {
            while (!stop.IsCancellationRequested)
            {
                searcher.Refresh();
                var all = searcher.Search(new SearchRequest { Query = "notes", PerPage = 100, Facets = [], Budget = LongBudget });
                if (all.Total != Posts * TalksPerPost)
                    mixed.Add($"{all.Total} talks in generation {all.Generation}");
                Searches++;
            }
        }
    }
}
