using SearchNotes.Api;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class ServeOptionsTests
{
    private static readonly ServeOptions Good = new() { IndexFolder = "index", Corpus = new CorpusOptions { Root = "corpus" } };

    public static TheoryData<string, Func<ServeOptions, ServeOptions>> Wrong => new()
    {
        { "index", options => options with { IndexFolder = " " } },
        { "urls", options => options with { Urls = [] } },
        { "urls", options => options with { Urls = ["https://localhost:5080"] } },
        { "urls", options => options with { Urls = ["localhost"] } },
        { "public_url", options => options with { PublicUrl = "https://notes.example/api" } },
        { "allowed_origins", options => options with { AllowedOrigins = ["*"] } },
        { "allowed_origins", options => options with { AllowedOrigins = ["https://blog.example/"] } },
        { "proxies", options => options with { Proxies = ["the proxy"] } },
        { "requests_per_second", options => options with { RequestsPerSecond = 0 } },
        { "burst", options => options with { Burst = 0 } },
        { "concurrent_searches", options => options with { ConcurrentSearches = 0 } },
        { "search_queue", options => options with { SearchQueue = -1 } },
        { "search_milliseconds", options => options with { SearchBudget = TimeSpan.Zero } },
        { "max_query_characters", options => options with { MaxQueryCharacters = 0 } },
        { "refresh_milliseconds", options => options with { RefreshInterval = TimeSpan.Zero } },
        { "reindex_key", options => options with { ReindexKey = "short" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_setting_that_makes_no_sense_is_named(string setting, Func<ServeOptions, ServeOptions> with)
    {
        var fault = Assert.Throws<SearchNotesException>(() => with(Good).Check());

        Assert.Equal(Fault.Settings, fault.Fault);
        Assert.StartsWith($"The setting {setting} is ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_make_sense()
    {
        Good.Check();
        (Good with
        {
            Urls = ["http://*:8080", "http://[::1]:5080"],
            AllowedOrigins = ["https://a.example", "http://localhost:4000"],
            Proxies = ["10.0.0.0/8", "::1"],
        }).Check();
    }

    [Fact]
    public void A_key_that_is_too_short_is_not_shown()
    {
        var fault = Assert.Throws<SearchNotesException>(() => (Good with { ReindexKey = "hunter2" }).Check());

        Assert.DoesNotContain("hunter2", fault.Message, StringComparison.Ordinal);
    }
}
