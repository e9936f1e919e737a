using SearchNotes.Api.Insights;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class InsightsTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public void What_readers_looked_for_is_shown()
    {
        new QueryLogFiles(_folder.FullPath("log"), TimeProvider.System).Append(
            [new("celery", Hits: 3), new("celery", Hits: 3), new("kubernetes", Hits: 0), new("queues", Hits: 5),
                new("queues", Opened: "a.b")], 1 << 20, days: 3);

        var run = _folder.With("SEARCHNOTES_QUERY_LOG", "log").Run("insights", "--days", "7");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal("""
            7 days: 4 searches, 1 without a hit; 1 hit opened.

            Top queries
                  2  celery  3 hits, 0 opened
                  1  kubernetes  0 hits, 0 opened
                  1  queues  5 hits, 1 opened

            Found nothing
                  1  kubernetes

            Found, but not opened
                  2  celery  3 hits

            """.ReplaceLineEndings("\n"), run.Out);
        Assert.Contains("\"found_nothing\": [", _folder.Run("insights", "--json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_log_it_says_how_to_keep_one()
    {
        var run = _folder.Run("insights");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("query_log", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_in_which_nothing_was_asked_has_nothing_to_show() =>
        Assert.Equal(1, _folder.With("SEARCHNOTES_QUERY_LOG", "log").Run("insights").Code);

    public void Dispose() => _folder.Dispose();
}
