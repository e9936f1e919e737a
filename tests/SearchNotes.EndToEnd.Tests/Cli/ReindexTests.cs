using System.Text.Json;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class ReindexTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().WithPosts();

    [Fact]
    public void The_first_run_builds_the_index_and_says_what_it_did()
    {
        var run = _folder.Run("reindex");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Approved.Matches(run.Out);
    }

    [Fact]
    public void A_later_run_reads_only_what_changed()
    {
        _folder.Run("reindex");
        _folder.Write("corpus/2024-06-01-tomatoes.md", CliPosts.Garden + "\n\nNow they are ripe.\n")
            .Write("corpus/2024-07-01-new.md", "# New\n\nText.\n");
        File.Move(_folder.FullPath("corpus/2024-05-14-lantern-meetup.md"), _folder.FullPath("corpus/2024-05-14-lantern-night.md"));
        File.Delete(_folder.FullPath("corpus/2024-06-02-not-yet.md"));

        var report = JsonDocument.Parse(_folder.Run("reindex", "--json").Out).RootElement;

        Assert.Equal((1, 1, 1),
            (report.GetProperty("added").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("moved").GetInt32()));
        Assert.False(report.GetProperty("full").GetBoolean());
    }

    [Fact]
    public void Nothing_changed_is_said()
    {
        _folder.Run("reindex");

        Approved.Matches(_folder.Run("reindex").Out);
    }

    [Fact]
    public void Everything_is_rebuilt_when_asked_for()
    {
        _folder.Run("reindex");

        var report = JsonDocument.Parse(_folder.Run("reindex", "--full", "--json").Out).RootElement;

        Assert.True(report.GetProperty("full").GetBoolean());
    }

    [Fact]
    public void Under_strict_a_warning_is_a_failure_though_the_index_is_built()
    {
        Assert.Equal(1, _folder.Run("reindex", "--strict").Code);
        Assert.Equal(0, _folder.Run("search", "queue").Code);
    }

    [Fact]
    public void A_later_run_speaks_for_the_warnings_of_what_it_read()
    {
        _folder.Run("reindex");
        _folder.Write("corpus/2024-07-01-new.md", "---\nspeaker: Ada Moth\n---\n# Beans\n\nSee [the plan](plan.md).\n");

        Assert.EndsWith("3 posts with 3 talks in the index, 1 left out; files: 1 new; 1 warning in these; N s.\n",
            _folder.Run("reindex").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_post_is_named_and_no_index_is_made()
    {
        Directory.CreateDirectory(_folder.FullPath("empty"));

        var run = _folder.Run("reindex", "--corpus", "empty", "--index", "search");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith("There are no posts in \"FOLDER/empty\", and no index was made; name the folder of the posts with --corpus.",
            run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder.FullPath("search")));
    }

    [Fact]
    public void A_missing_corpus_is_named_with_the_remedy()
    {
        var run = _folder.Run("reindex", "--corpus", "nowhere");

        Assert.Equal(2, run.Code);
        Assert.Equal("There is no corpus folder \"FOLDER/nowhere\"; name one with --corpus.", run.Error.TrimEnd());
    }

    public void Dispose() => _folder.Dispose();
}
