using System.Net;
using SearchNotes.Posts;

namespace SearchNotes.Api;

/// <summary>What <c>serve</c> is started with. Checked as a whole by <see cref="Check"/> before anything opens.</summary>
public sealed record ServeOptions
{
    /// <summary>The index folder.</summary>
    public required string IndexFolder { get; init; }

    /// <summary>The corpus, for reindexing and for rebuilding a damaged index. Its <c>SiteUrl</c> is an allowed origin.</summary>
    public required CorpusOptions Corpus { get; init; }

    /// <summary>Addresses to listen on, all <c>http</c>: encryption is the work of a proxy in front. Default
    /// <c>http://localhost:5080</c>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://localhost:5080"];

    /// <summary>This service as the world sees it, such as <c>https://notes.example</c>; <see langword="null"/> takes each request's own
    /// host.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The name over the search page. Default <c>SearchNotes</c>.</summary>
    public string Title { get; init; } = "SearchNotes";

    /// <summary>Origins besides the blog's own whose pages may call the API, such as <c>https://staging.example</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Addresses or networks of proxies whose <c>X-Forwarded-*</c> fields are believed: <c>10.0.0.5</c>,
    /// <c>10.0.0.0/24</c>.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Requests a second that one client may make on average, 1 to 10,000. Default 20.</summary>
    public int RequestsPerSecond { get; init; } = 20;

    /// <summary>Requests that one client may make at once before that average holds, 1 to 100,000. Default 60.</summary>
    public int Burst { get; init; } = 60;

    /// <summary>Whether the rate limit holds for this machine's own addresses too. Default false.</summary>
    public bool LimitLoopback { get; init; }

    /// <summary>Searches that run at the same time, 1 to 1,024. Default: the number of cores.</summary>
    public int ConcurrentSearches { get; init; } = Environment.ProcessorCount;

    /// <summary>Searches that may wait for their turn, 0 to 10,000; the next one is turned away. Default 64.</summary>
    public int SearchQueue { get; init; } = 64;

    /// <summary>How long one search may take before it answers with what it has, 10 ms to 1 minute. Default one second.</summary>
    public TimeSpan SearchBudget { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest query in UTF-16 characters, 1 to 4,096. Default 512.</summary>
    public int MaxQueryCharacters { get; init; } = 512;

    /// <summary>How often a running server looks for a new commit, 50 ms to 1 hour. Default one second.</summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Follow the corpus folder and reindex what changes. Default false.</summary>
    public bool Watch { get; init; }

    /// <summary>How often the corpus folder is compared with the index besides, 100 ms to 1 day. Default 30 seconds.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Key of <c>POST /api/reindex</c>, at least 16 characters, from the environment or a file, never from the command line;
    /// <see langword="null"/> keeps it off.</summary>
    public string? ReindexKey { get; init; }

    /// <summary>Secret of <c>POST /api/hooks/push</c>, at least 16 characters, shared with the forge; <see langword="null"/> keeps it
    /// off.</summary>
    public string? HookSecret { get; init; }

    /// <summary>The corpus is in a clone: a push is pulled before it is indexed. Default false.</summary>
    public bool GitPull { get; init; }

    /// <summary>Folder of the query log, which holds what is searched for and opened, and nothing about readers; <see langword="null"/>
    /// keeps it off.</summary>
    public string? QueryLog { get; init; }

    /// <summary>Most that the query log may take, 1 to 10,000 MiB; the oldest goes first. Default 50.</summary>
    public int QueryLogMegabytes { get; init; } = 50;

    /// <summary>How many days the query log is kept, 1 to 3,650. Default 90.</summary>
    public int QueryLogDays { get; init; } = 90;

    /// <summary>Write a log line for every request, not only for those that fail or take longer than a second. Default false.</summary>
    public bool LogRequests { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="SearchNotesException">The first value out of its range, with what would be in it.</exception>
    public void Check()
    {
        Require(!string.IsNullOrWhiteSpace(IndexFolder), "index", IndexFolder, "the path of a folder");
        Require(Urls.Count > 0, "urls", "", "at least one address, such as http://localhost:5080");
        foreach (var url in Urls)
            Require(IsListenAddress(url), "urls", url, "an address such as http://localhost:5080; for https put a proxy in front");
        Require(PublicUrl is null
            || IsOrigin(PublicUrl.TrimEnd('/')), "public_url", PublicUrl, "an address without a path, such as https://notes.example");
        foreach (var origin in AllowedOrigins)
            Require(IsOrigin(origin), "allowed_origins", origin, "scheme and host without a path, such as https://blog.example");
        foreach (var proxy in Proxies)
        {
            Require(IPAddress.TryParse(proxy, out _)
                || IPNetwork.TryParse(proxy, out _), "proxies", proxy, "an address or a network, such as 10.0.0.5 or 10.0.0.0/24");
        }
        RequireRange("requests_per_second", RequestsPerSecond, 1, 10_000);
        RequireRange("burst", Burst, 1, 100_000);
        RequireRange("concurrent_searches", ConcurrentSearches, 1, 1024);
        RequireRange("search_queue", SearchQueue, 0, 10_000);
        RequireRange("max_query_characters", MaxQueryCharacters, 1, 4096);
        RequireRange("search_milliseconds", (int)Math.Min(SearchBudget.TotalMilliseconds, int.MaxValue), 10, 60_000);
        RequireRange("look_milliseconds", (int)Math.Min(LookInterval.TotalMilliseconds, int.MaxValue), 50, 3_600_000);
        RequireRange("watch_seconds", (int)Math.Min(Math.Ceiling(WatchInterval.TotalSeconds), int.MaxValue), 1, 86_400);
        RequireRange("query_log_megabytes", QueryLogMegabytes, 1, 10_000);
        RequireRange("query_log_days", QueryLogDays, 1, 3650);
        Require(ReindexKey is null || ReindexKey.Trim().Length >= 16, "reindex_key", "(hidden)", "at least 16 characters");
        Require(HookSecret is null || HookSecret.Trim().Length >= 16, "hook_secret", "(hidden)", "at least 16 characters");
    }

    /// <summary>The origins whose pages may call the API: those listed and the blog's own.</summary>
    internal IReadOnlySet<string> Origins()
    {
        var sites = Corpus.Folders.Values.Prepend(Corpus.Defaults).Select(folder => folder.SiteUrl).OfType<string>();
        return sites.Concat(AllowedOrigins)
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : address)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsListenAddress(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal),
            UriKind.Absolute, out var uri)
        && uri.AbsolutePath == "/";

    /// <summary>Whether a text is scheme and host of the web, and nothing else.</summary>
    internal static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);

    private static void RequireRange(string setting, int value, int least, int most) =>
        Require(value >= least && value <= most, setting, $"{value}", $"{least} to {most}");

    private static void Require(bool holds, string setting, string? value, string wanted)
    {
        if (!holds)
            throw new SearchNotesException(Fault.Settings, $"The setting {setting} is \"{value}\"; it must be {wanted}.");
    }
}
