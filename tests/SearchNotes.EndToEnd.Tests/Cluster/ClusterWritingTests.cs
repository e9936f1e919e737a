using System.Net.Http.Json;
using System.Text.Json;
using SearchNotes.OpenSearch;
using SearchNotes.OpenSearch.Writing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>What a run leaves in the cluster.</summary>
[Collection(nameof(OneNode))]
public sealed class ClusterWritingTests(OneNode node) : IDisposable
{
    private readonly string corpus = Directory.CreateTempSubdirectory("searchnotes-corpus-").FullName;

    public void Dispose() => Directory.Delete(corpus, recursive: true);

    [Fact]
    public void A_changed_post_is_found_and_a_deleted_one_is_not()
    {
        var engine = Engine(node.Options());
        SamplePosts.Write(corpus);
        Run(engine);
        var post = Path.Combine(corpus, "a-new-post.md");
        File.WriteAllText(post, "---\ntitle: New\ndate: 2024-05-05\n---\n\n# Ada Muster on zyxomatic locks\n\nA zyxomatic lock waits.\n");
        var added = Run(engine);
        using var searcher = engine.Open();
        Assert.Equal((1, false), (added.Added, added.Full));
        Assert.Equal(1, searcher.Search(new SearchRequest { Query = "zyxomatic" }).Total);

        File.Delete(post);
        Run(engine);
        Assert.True(searcher.Refresh());

        Assert.Equal(["zyxomatic"], searcher.Search(new SearchRequest { Query = "zyxomatic" }).Absent);
        Assert.DoesNotContain(searcher.Speakers(), speaker => speaker.Name == "Ada Muster");
    }

    [Fact]
    public void Changes_one_by_one_lead_to_the_same_answers_as_a_full_run()
    {
        var (stepwise, whole) = (Engine(node.Options()), Engine(node.Options()));
        SamplePosts.Write(corpus);
        Run(stepwise);
        foreach (var path in Directory.GetFiles(corpus, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(2))
        {
            File.AppendAllText(path, "\nA late addition about quetzals and redis.\n");
            Run(stepwise);
        }

        Run(whole);
        using var one = stepwise.Open();
        using var other = whole.Open();
        Assert.Equal(one.Stats() with { Generation = 0, Bytes = 0, BuiltAt = default, Languages = [] },
            other.Stats() with { Generation = 0, Bytes = 0, BuiltAt = default, Languages = [] });
        foreach (var query in (string[])["quetzals", "redis", "a late addition", "python"])
        {
            var request = new SearchRequest { Query = query, Budget = TimeSpan.FromMinutes(1) };
            Assert.Equal(one.Search(request).Hits.Select(hit => (hit.Talk.Talk.Id, hit.Score)),
                other.Search(request).Hits.Select(hit => (hit.Talk.Talk.Id, hit.Score)));
        }
    }

    [Fact]
    public void A_run_without_changes_makes_no_generation()
    {
        var engine = Engine(node.Options());
        SamplePosts.Write(corpus);
        var first = Run(engine);

        var second = Run(engine);

        Assert.Equal(first.Generation, second.Generation);
        Assert.False(engine.Reindexer(Corpus, TimeProvider.System).IsBehind());
    }

    [Fact]
    public async Task Indexes_of_dead_runs_are_removed_and_those_of_others_are_not()
    {
        var options = node.Options();
        var engine = Engine(options);
        SamplePosts.Write(corpus);
        Run(engine);
        using var http = new HttpClient { BaseAddress = new Uri(options.Urls[0]) };
        var mappings = await http.GetFromJsonAsync<JsonElement>($"{options.Prefix}-g*/_mapping");
        var meta = mappings.EnumerateObject().First().Value.GetProperty("mappings").GetProperty("_meta");
        await CreateAsync(http, $"{options.Prefix}-g7-dead", meta);
        await CreateAsync(http, $"{options.Prefix}-g7-foreign", new { made_by = "somebody" });
        await CreateAsync(http, $"{options.Prefix}-g7-other", new { made_by = "searchnotes", prefix = "other", schema = 1 });

        File.AppendAllText(Directory.GetFiles(corpus, "*.md", SearchOption.AllDirectories)[0], "\nOne more sentence.\n");
        Run(engine);

        var left = await NamesAsync(http, options.Prefix);
        Assert.DoesNotContain($"{options.Prefix}-g7-dead", left);
        Assert.Contains($"{options.Prefix}-g7-foreign", left);
        Assert.Contains($"{options.Prefix}-g7-other", left);
        Assert.Equal(4, left.Count);
    }

    [Fact]
    public async Task A_generation_that_somebody_removed_is_built_again()
    {
        var options = node.Options();
        SamplePosts.Write(corpus);
        Run(Engine(options));
        using var http = new HttpClient { BaseAddress = new Uri(options.Urls[0]) };
        foreach (var index in await NamesAsync(http, options.Prefix))
            (await http.DeleteAsync(new Uri(index, UriKind.Relative))).EnsureSuccessStatusCode();

        var run = Run(Engine(options));

        Assert.True(run.Full);
        using var searcher = Engine(options).Open();
        Assert.NotEqual(0, searcher.Search(new SearchRequest { Query = "queue", Budget = TimeSpan.FromMinutes(1) }).Total);
    }

    [Fact]
    public async Task A_full_run_keeps_no_document_as_it_was_sent()
    {
        var options = node.Options();
        WriteLongPost();
        Run(Engine(options));
        using var http = new HttpClient { BaseAddress = new Uri(options.Urls[0]) };
        var index = Assert.Single(await NamesAsync(http, options.Prefix));

        var stats = await http.GetFromJsonAsync<JsonElement>($"{index}/_stats/segments?include_segment_file_sizes=true");

        var segments = stats.GetProperty("_all").GetProperty("primaries").GetProperty("segments");
        Assert.Equal(1, segments.GetProperty("count").GetInt32());
        // Stored: the text of a kilobyte, compressed. As it was sent, with its terms and weights, it takes many times that.
        Assert.InRange(segments.GetProperty("file_sizes").GetProperty("fdt").GetProperty("size_in_bytes").GetInt32(), 1, 60_000);
    }

    [Fact]
    public async Task A_late_request_does_not_bring_a_removed_index_back()
    {
        var options = node.Options();
        using var cluster = new SearchNotes.OpenSearch.Cluster(options, TimeProvider.System);
        using var http = new HttpClient { BaseAddress = new Uri(options.Urls[0]) };
        // The default of OpenSearch: a document that is sent to no index makes one.
        using var set = await http.PutAsJsonAsync("_cluster/settings", new { persistent = new Dictionary<string, string> { ["action.auto_create_index"] = "true" } });
        set.EnsureSuccessStatusCode();
        var index = GenerationIndex.Of(cluster, 1);
        index.Create();
        var bulk = new BulkBuffer(cluster, index.Alias);
        bulk.Index("late", "a-post.md", json =>
        {
            json.WriteStartObject();
            json.WriteEndObject();
        });
        index.TryDelete();

        Assert.Throws<SearchNotesException>(bulk.Flush);

        Assert.Empty(await NamesAsync(http, options.Prefix));
    }

    [Fact]
    public void A_second_writer_is_told_who_writes()
    {
        var options = node.Options();
        using var cluster = new SearchNotes.OpenSearch.Cluster(options, TimeProvider.System);
        SamplePosts.Write(corpus);
        Run(Engine(options));
        using var held = WriterLock.Acquire(cluster);

        var refused = Assert.Throws<SearchNotesException>(() => Run(Engine(options)));

        Assert.Equal(Fault.Locked, refused.Fault);
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_without_an_index_names_the_command()
    {
        var missing = Assert.Throws<SearchNotesException>(() => Engine(node.Options()).Open());

        Assert.Equal(Fault.NoIndex, missing.Fault);
        Assert.Contains("searchnotes reindex --engine opensearch", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_whose_state_was_replaced_meanwhile_changes_nothing()
    {
        var options = node.Options();
        using var cluster = new SearchNotes.OpenSearch.Cluster(options, TimeProvider.System);
        SamplePosts.Write(corpus);
        Run(Engine(options));
        var before = cluster.ReadState();

        File.AppendAllText(Directory.GetFiles(corpus, "*.md", SearchOption.AllDirectories)[0], "\nOne more sentence.\n");
        Run(Engine(options));

        Assert.NotNull(before.State);
        Assert.False(cluster.TryReplaceState(before, before.State with { Generation = 99 }));
        Assert.Equal(before.State.Generation + 1, cluster.ReadState().State?.Generation);
    }

    private void WriteLongPost()
    {
        var random = new Random(20131130);
        var talks = Enumerable.Range(1, 40).Select(talk => $"# Ann Lee on Matter {talk}\n\n"
            + string.Join(' ', Enumerable.Range(0, 150).Select(_ => $"word{random.Next(400)}")) + ".\n");
        File.WriteAllText(Path.Combine(corpus, "2013-07-07-long.md"), string.Join('\n', talks));
    }

    private Corpus Corpus => new(new CorpusOptions { Root = corpus });

    private static OpenSearchEngine Engine(ClusterOptions options) => new(options, TimeProvider.System);

    private SearchNotes.Indexing.ReindexReport Run(OpenSearchEngine engine) => engine.Reindexer(Corpus, TimeProvider.System).Run();

    private static async Task CreateAsync<T>(HttpClient http, string index, T meta)
    {
        using var answer = await http.PutAsJsonAsync(index, new { mappings = new { _meta = meta } });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<List<string>> NamesAsync(HttpClient http, string prefix)
    {
        var all = await http.GetFromJsonAsync<JsonElement>($"{prefix}-g*/_settings");
        return [.. all.EnumerateObject().Select(index => index.Name)];
    }
}
