using System.Net;
using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>How the service prepares ranking by meaning, and what it says of it.</summary>
public sealed class SemanticApiTests
{
    private const string Query = "/api/search?q=how+does+a+robot+forgive+mistakes";

    [Fact]
    public async Task Without_it_readiness_and_statistics_say_null()
    {
        await using var service = await RunningService.StartAsync();

        Assert.Equal(JsonValueKind.Null, (await SemanticOf(service, "/readyz")).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await SemanticOf(service, "/api/stats")).ValueKind);
    }

    [Fact]
    public async Task Readiness_and_statistics_say_how_far_it_is()
    {
        var scorer = new HeldScorer();
        await using var service = await RunningService.StartAsync(options => options with { Semantic = scorer });

        await service.UntilAsync(() => Task.FromResult(scorer.Documents > 0));
        var semantic = await SemanticOf(service, "/readyz");
        Assert.Equal(0, semantic.GetProperty("encoded").GetInt32());
        Assert.Equal(JsonValueKind.Null, semantic.GetProperty("problem").ValueKind);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(Query)).StatusCode);

        scorer.Release();
        await service.UntilAsync(async () => (await SemanticOf(service, "/readyz")).GetProperty("encoded").GetInt32() == scorer.Documents);
        Assert.Equal(scorer.Documents, (await SemanticOf(service, "/api/stats")).GetProperty("passages").GetInt32());
    }

    [Fact]
    public async Task An_answer_is_stale_once_more_is_known()
    {
        var scorer = new HeldScorer();
        await using var service = await RunningService.StartAsync(options => options with { Semantic = scorer });
        var before = (await service.GetAsync(Query)).Headers.ETag!.ToString();

        scorer.Release();
        await service.UntilAsync(() => Task.FromResult(scorer.Version > 0));

        using var after = await service.GetAsync(Query, ("If-None-Match", before));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        using var same = await service.GetAsync(Query, ("If-None-Match", after.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task A_new_post_is_found_by_its_words_at_once_and_prepared_without_waiting_for_the_others()
    {
        var scorer = new HeldScorer();
        await using var service = await RunningService.StartAsync(options => options with { Semantic = scorer });
        await service.UntilAsync(() => Task.FromResult(scorer.Documents > 0));
        var before = scorer.Documents;

        service.Write("2020-05-05-ice.md", "---\ntitle: Ice\n---\n\n# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n");
        service.Reindex();

        await service.UntilAsync(async () => (await service.JsonAsync("/api/search?q=glaciers")).GetProperty("total").GetInt32() > 0);
        await service.UntilAsync(() => Task.FromResult(scorer.Documents > before));
        scorer.Release();
        await service.UntilAsync(() => Task.FromResult(scorer.Version > 0));
    }

    [Fact]
    public async Task A_fault_is_logged_and_searches_go_on()
    {
        var scorer = new HeldScorer { Fails = true };
        await using var service = await RunningService.StartAsync(options => options with { Semantic = scorer });

        await service.UntilAsync(() => Task.FromResult(service.Log.Any("Computing the vectors for ranking by meaning failed.")));

        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(Query)).StatusCode);
    }

    private static async Task<JsonElement> SemanticOf(RunningService service, string address) =>
        (await service.JsonAsync(address)).GetProperty("semantic");

    /// <summary>Counts the documents, and encodes them once it is released.</summary>
    private sealed class HeldScorer : ISemanticScorer
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile int _documents;
        private volatile int _encoded;
        private long _version;

        public bool Fails { get; init; }

        public int Documents => _documents;

        public long Version => Interlocked.Read(ref _version);

        public SemanticStatus Status => new(_documents, _encoded);

        public float[]? Similarities(string query, IReadOnlyList<string> ids) =>
            Version == 0 ? null : [.. ids.Select(id => id.Length / 100f)];

        public void Update(IEnumerable<StoredTalk> documents, CancellationToken cancel)
        {
            if (Fails)
                throw new InvalidOperationException("The test wants it so.");
            _documents = documents.Count();
            _released.Task.Wait(cancel);
            _encoded = _documents;
            Interlocked.Increment(ref _version);
        }

        public void Release() => _released.TrySetResult();
    }
}
