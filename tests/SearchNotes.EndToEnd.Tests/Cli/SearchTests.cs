using System.Text.Json;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class SearchTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public void A_hit_is_listed_with_the_place_to_open_and_the_passages_that_matched()
    {
        var run = _folder.WithIndex().Run("search", "worker", "enqueue");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("1 hit for worker enqueue:\n\n 1. Queues that never sleep\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n    corpus/2024-05-14-lantern-meetup.md:10\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n    Workers, line 14\n      ", run.Out, StringComparison.Ordinal);
        Assert.Contains("q.enqueue(count_words, url)\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_synonym_is_said_above_the_hits()
    {
        _folder.Write("corpus/2024-06-01-heaps.md", "# Ada Quill on Heaps\n\nGarbage collection stops the world.\n\n# Bo Reed on Stacks\n\nA stack grows.\n");

        var run = _folder.WithIndex().Run("search", "gc");

        Assert.StartsWith("1 hit for gc:\nCharacter 1: “gc” also finds “garbage collection”.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_with_a_hyphen_before_it_is_left_out_and_no_option()
    {
        var run = _folder.WithIndex().Run("search", "sleep", "-queues", "--json");

        Assert.Equal(["Lighthouses and load balancing"], Topics(run));
    }

    [Fact]
    public void Nothing_found_is_said_and_told_to_the_shell()
    {
        var run = _folder.WithIndex().Run("search", "zeppelin");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("Nothing found for zeppelin.", run.Out, StringComparison.Ordinal);
        Assert.Contains("In no post: zeppelin.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_and_order_are_options()
    {
        var run = _folder.WithIndex()
            .Run("search", "--speaker", "Bo Reed", "--year", "2024", "--sort", "date_asc", "--limit", "5", "--json");

        Assert.Equal(["Lighthouses and load balancing"], Topics(run));
    }

    [Fact]
    public void Without_words_the_newest_come_first()
    {
        var run = _folder.WithIndex().Run("search", "--json");

        Assert.Equal("Tomatoes", Topics(run).First());
    }

    [Fact]
    public void The_time_limit_of_the_server_is_not_that_of_the_command()
    {
        var words = Enumerable.Range('a', 26).SelectMany(c => new[] { $"{(char)c}a*", $"{(char)c}o*" });

        var run = _folder.WithIndex().With("SEARCHNOTES_SEARCH_MILLISECONDS", "10").Run(["search", .. words, "--json"]);

        Assert.Contains("\"partial\": false", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_hit_is_explained_when_asked_for() =>
        Assert.NotEqual(JsonValueKind.Null,
            Hits(_folder.WithIndex().Run("search", "queues", "--explain", "--json"))[0].GetProperty("explain").ValueKind);

    [Theory]
    [InlineData("search redis")]
    [InlineData("talk some.id")]
    [InlineData("stats")]
    public void Without_an_index_the_remedy_is_named(string typed)
    {
        var run = _folder.Run(typed.Split(' '));

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("searchnotes reindex", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_talk_is_shown_with_its_notes()
    {
        var run = _folder.WithIndex().Run("talk", "2024-05-14-lantern-meetup.ada-moth");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Approved.Matches(run.Out);
    }

    [Fact]
    public void An_unknown_talk_is_answered_with_those_of_its_post()
    {
        var run = _folder.WithIndex().Run("talk", "2024-05-14-lantern-meetup.ada");

        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains("2024-05-14-lantern-meetup.ada-moth", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_tells_what_it_holds()
    {
        var stats = JsonDocument.Parse(_folder.WithIndex().Run("stats", "--json").Out).RootElement;

        Assert.Equal((2, 2, 2),
            (stats.GetProperty("posts").GetInt32(), stats.GetProperty("talks").GetInt32(), stats.GetProperty("speakers").GetInt32()));
        Assert.StartsWith("posts       2", _folder.Run("stats").Out, StringComparison.Ordinal);
        Assert.StartsWith("posts       2", _folder.Run("stats", "--corpus", "corpus").Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string?> Topics(CliRun run) => Hits(run).Select(hit => hit.GetProperty("topic").GetString());

    private static List<JsonElement> Hits(CliRun run) => [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("hits").EnumerateArray()];
}
