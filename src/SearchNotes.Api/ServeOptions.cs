using System.Globalization;
using System.Net;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Api;

/// <summary>The settings of <c>serve</c>. <see cref="Check"/> validates all of them before anything is opened.</summary>
public sealed record ServeOptions
{
    /// <summary>The index folder.</summary>
    public required string IndexFolder { get; init; }

    /// <summary>The engine that holds the index; <see langword="null"/> for the index folder.</summary>
    public ISearchEngine? Engine { get; init; }

    /// <summary>The scorer by meaning, which is prepared in the background for each new commit; <see langword="null"/> to rank by words
    /// alone. The engine must use the same scorer.</summary>
    public ISemanticScorer? Semantic { get; init; }

    /// <summary>The corpus, used for reindexing and for rebuilding a damaged index. Its <c>SiteUrl</c> is an allowed origin.</summary>
    public required CorpusOptions Corpus { get; init; }

    /// <summary>The addresses to listen on. All are <c>http</c>: a reverse proxy terminates TLS. Default
    /// <c>http://localhost:5080</c>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://localhost:5080"];

    /// <summary>The public address of this service, such as <c>https://notes.example</c> or <c>https://blog.example/search</c>;
    /// <see langword="null"/> uses the host of each request.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The title of the search page. Default <c>SearchNotes</c>.</summary>
    public string Title { get; init; } = "SearchNotes";

    /// <summary>Origins, in addition to the blog's own, whose pages may call the API, such as <c>https://staging.example</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Addresses or networks of the proxies whose <c>X-Forwarded-*</c> fields are trusted: <c>10.0.0.5</c>,
    /// <c>10.0.0.0/24</c>.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Average requests per second allowed to one client, 1 to 10,000. Default 20.</summary>
    public int RequestsPerSecond { get; init; } = 20;

    /// <summary>Requests that one client may send in a burst above that average, 1 to 100,000. Default 60.</summary>
    public int Burst { get; init; } = 60;

    /// <summary>Whether the rate limit also applies to loopback addresses. Default false.</summary>
    public bool LimitLoopback { get; init; }

    /// <summary>Maximum number of concurrent searches, 1 to 1,024. Default: the number of cores.</summary>
    public int ConcurrentSearches { get; init; } = Environment.ProcessorCount;

    /// <summary>Maximum number of queued searches, 0 to 10,000; further searches are rejected. Default 64.</summary>
    public int SearchQueue { get; init; } = 64;

    /// <summary>Time limit of one search, 10 ms to 1 minute. After it, the search returns the hits found so far. Default one
    /// second.</summary>
    public TimeSpan SearchBudget { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Maximum query length in UTF-16 characters, 1 to 4,096. Default 512.</summary>
    public int MaxQueryCharacters { get; init; } = 512;

    /// <summary>Interval at which a running server checks for a new commit, 50 ms to 1 hour. Default one second.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether to watch the corpus folder and reindex changed posts. Default false.</summary>
    public bool Watch { get; init; }

    /// <summary>Interval at which the corpus folder is compared with the index even without file events, 100 ms to 1 day. Default 30
    /// seconds.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Key for <c>POST /api/reindex</c>, at least 16 characters, from the environment or a file, never from the command line;
    /// <see langword="null"/> disables the endpoint.</summary>
    public string? ReindexKey { get; init; }

    /// <summary>The previous key, which is still accepted while callers switch to <see cref="ReindexKey"/>; <see langword="null"/> for
    /// none.</summary>
    public string? OldReindexKey { get; init; }

    /// <summary>Key for <c>GET /api/insights</c>, at least 16 characters; <see langword="null"/> to accept the reindex keys.</summary>
    public string? InsightsKey { get; init; }

    /// <summary>Whether <c>/metrics</c> answers every client. If not, it answers only connections from this machine that no proxy
    /// forwarded. Default false.</summary>
    public bool PublicMetrics { get; init; }

    /// <summary>Secret for <c>POST /api/hooks/push</c>, at least 16 characters, shared with the Git host; <see langword="null"/> disables
    /// the endpoint.</summary>
    public string? HookSecret { get; init; }

    /// <summary>Whether the corpus is in a git clone that is pulled before reindexing after a push. Default false.</summary>
    public bool GitPull { get; init; }

    /// <summary>Folder of the query log, which records searches and opened hits but nothing about readers; <see langword="null"/> disables
    /// it.</summary>
    public string? QueryLog { get; init; }

    /// <summary>Maximum size of the query log, 1 to 10,000 MiB; the oldest files are deleted first. Default 50.</summary>
    public int QueryLogMegabytes { get; init; } = 50;

    /// <summary>Number of days that the query log is kept, 1 to 3,650. Default 90.</summary>
    public int QueryLogDays { get; init; } = 90;

    /// <summary>Whether assistants may use the tools at <c>/mcp</c>. Default false.</summary>
    public bool Mcp { get; init; }

    /// <summary>Whether to log every request, not only those that fail or take longer than a second. Default false.</summary>
    public bool LogRequests { get; init; }

    /// <summary>Validates every setting.</summary>
    /// <exception cref="SearchNotesException">A setting is invalid. The message names the first invalid setting and its valid
    /// values.</exception>
    public void Check()
    {
        Require(!string.IsNullOrWhiteSpace(IndexFolder), "index", IndexFolder, "the path of a folder");
        Require(Urls.Count > 0, "urls", "", "at least one address, such as http://localhost:5080");
        foreach (var url in Urls)
            Require(IsListenAddress(url), "urls", url, "an address such as http://localhost:5080; for https put a proxy in front");
        Require(PublicUrl is null || IsPublicAddress(PublicUrl.TrimEnd('/')), "public_url", PublicUrl,
            "an address such as https://notes.example or https://blog.example/search, with a path that the service has no page at");
        foreach (var origin in AllowedOrigins)
            Require(IsOrigin(origin), "allowed_origins", origin, "scheme and host without a path, such as https://blog.example");
        foreach (var proxy in Proxies)
        {
            Require(IPAddress.TryParse(proxy, out _)
                || IPNetwork.TryParse(proxy, out _), "proxies", proxy, "an address or a network, such as 10.0.0.5 or 10.0.0.0/24");
        }
        RequireRange(SettingRange.RequestsPerSecond, RequestsPerSecond);
        RequireRange(SettingRange.Burst, Burst);
        RequireRange(SettingRange.ConcurrentSearches, ConcurrentSearches);
        RequireRange(SettingRange.SearchQueue, SearchQueue);
        RequireRange(SettingRange.MaxQueryCharacters, MaxQueryCharacters);
        RequireRange(SettingRange.SearchMilliseconds, Math.Truncate(SearchBudget.TotalMilliseconds));
        RequireRange(SettingRange.RefreshMilliseconds, Math.Truncate(RefreshInterval.TotalMilliseconds));
        RequireRange(SettingRange.WatchSeconds, Math.Ceiling(WatchInterval.TotalSeconds));
        RequireRange(SettingRange.QueryLogMegabytes, QueryLogMegabytes);
        RequireRange(SettingRange.QueryLogDays, QueryLogDays);
        Require(ReindexKey is null || ReindexKey.Trim().Length >= 16, "reindex_key", "(hidden)", "at least 16 characters");
        Require(OldReindexKey is null || OldReindexKey.Trim().Length >= 16, "reindex_key_old", "(hidden)", "at least 16 characters");
        Require(InsightsKey is null || InsightsKey.Trim().Length >= 16, "insights_key", "(hidden)", "at least 16 characters");
        Require(HookSecret is null || HookSecret.Trim().Length >= 16, "hook_secret", "(hidden)", "at least 16 characters");
    }

    /// <summary>The engine that holds the index.</summary>
    internal ISearchEngine EngineInUse => Engine ?? new EmbeddedEngine(IndexFolder, Semantic);

    /// <summary>The keys that authorize reindexing.</summary>
    internal IReadOnlyList<string> ReindexKeys => ReindexKey is null ? [] : OldReindexKey is null ? [ReindexKey] : [ReindexKey, OldReindexKey];

    /// <summary>The keys that authorize reading the insights.</summary>
    internal IReadOnlyList<string> InsightsKeys => InsightsKey is null ? ReindexKeys : [InsightsKey];

    /// <summary>Returns the origins whose pages may call the API: <see cref="AllowedOrigins"/> and the origins of the blog.</summary>
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

    /// <summary>Whether the text is an http or https origin without a path.</summary>
    internal static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "" }
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text is an origin, or an origin with a path at which the service has no page.</summary>
    private static bool IsPublicAddress(string text) =>
        IsOrigin(text) || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsOriginWithPath(text, uri.AbsolutePath));

    private static bool IsOriginWithPath(string text, string path) =>
        FreePath.Allows(path) && text.EndsWith(path, StringComparison.Ordinal) && IsOrigin(text[..^path.Length]);

    private static void RequireRange(SettingRange range, double value) =>
        Require(range.Contains(value), range.Key, value.ToString("0", CultureInfo.InvariantCulture), $"{range.Min} to {range.Max}");

    private static void Require(bool isValid, string setting, string? value, string expected)
    {
        if (!isValid)
            throw new SearchNotesException(Fault.Settings, $"The setting {setting} is \"{value}\"; it must be {expected}.");
    }
}
