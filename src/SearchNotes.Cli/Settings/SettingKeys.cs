using SearchNotes.Api;
using SearchNotes.Cli.Help;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>The keys of <c>searchnotes.json</c> and what they set. The environment variable of a key is <c>SEARCHNOTES_</c> followed
/// by the key in upper case.</summary>
internal static class SettingKeys
{
    /// <summary>The names of <see cref="AnchorStyle"/> values in settings.</summary>
    public static readonly IReadOnlyDictionary<string, AnchorStyle> AnchorNames = new Dictionary<string, AnchorStyle>
    {
        ["pandoc"] = AnchorStyle.Pandoc,
        ["github"] = AnchorStyle.GitHub,
        ["kramdown"] = AnchorStyle.Kramdown,
        ["kramdown-gfm"] = AnchorStyle.KramdownGfm,
        ["hugo"] = AnchorStyle.Hugo,
        ["hugo-0.144"] = AnchorStyle.HugoText,
        ["hugo-any"] = AnchorStyle.HugoAnyVersion,
        ["hugo-ascii"] = AnchorStyle.HugoAscii,
        ["hugo-blackfriday"] = AnchorStyle.HugoBlackfriday,
        ["redcarpet"] = AnchorStyle.Redcarpet,
        ["hexo"] = AnchorStyle.Hexo,
        ["none"] = AnchorStyle.Unknown,
    };

    private static readonly Dictionary<string, string> SplitModeNames =
        new() { ["headings"] = "headings", ["one"] = "one", ["none"] = "none", ["auto"] = "auto" };

    /// <summary>Keys that apply to a folder of the corpus or to the whole corpus.</summary>
    public static readonly IReadOnlyDictionary<string, Func<FolderOptions, SettingValue, FolderOptions>> OfFolder
        = new Dictionary<string, Func<FolderOptions, SettingValue, FolderOptions>>
        {
            ["site_url"] = static (folder, value) => folder with { SiteUrl = value.Address().TrimEnd('/') },
            ["permalink"] = static (folder, value) => folder with { Permalink = value.Text() },
            ["anchors"] = static (folder, value) => folder with { Anchors = value.OneOf(AnchorNames) },
            ["talks"] = static (folder, value) => folder with { Talks = value.OneOf(SplitModeNames) },
            ["search"] = static (folder, value) => folder with { Search = value.Flag() },
            ["without"] = static (folder, value) => folder with { Without = value.Posts() },
            ["talks_only_in"] = static (folder, value) => folder with { TalksOnlyIn = value.Posts() },
            ["talk_level"] = static (folder, value) => folder with { TalkLevel = value.Whole(SettingRange.TalkLevel) },
            ["event"] = static (folder, value) => folder with { Event = value.Text() },
            ["speaker"] = static (folder, value) => folder with { Speakers = value.Texts() },
        };

    /// <summary>Keys about the blog that apply to the whole corpus.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ProgramSettings, SettingValue, ProgramSettings>> OfBlog
        = new Dictionary<string, Func<ProgramSettings, SettingValue, ProgramSettings>>
        {
            ["synonyms"] = static (settings, value) => settings with { Synonyms = value.Synonyms() },
            ["best_bets"] = static (settings, value) => settings with { BestBets = value.BestBets() },
        };

    /// <summary>Keys that apply to all commands.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ProgramSettings, SettingValue, ProgramSettings>> OfProgram
        = new Dictionary<string, Func<ProgramSettings, SettingValue, ProgramSettings>>
        {
            ["corpus"] = static (settings, value) => settings with { Corpus = value.Path() },
            ["index"] = static (settings, value) => settings with { Index = value.Path() },
            ["engine"] = static (settings, value) => settings with { Engine = value.OneOf(SearchEngines.Names) },
            ["opensearch_url"] = static (settings, value) => settings with { Cluster = settings.Cluster with { Urls = value.Texts() } },
            ["opensearch_prefix"] = static (settings, value) =>
                settings with { Cluster = settings.Cluster with { Prefix = value.Text() } },
            ["opensearch_user"] = static (settings, value) => settings with { Cluster = settings.Cluster with { User = value.Text() } },
            ["opensearch_password"] = static (settings, value) =>
                settings with { Cluster = settings.Cluster with { Password = value.Text() } },
            ["opensearch_password_file"] = static (settings, value) => settings with { ClusterPasswordFile = value.Path() },
            ["opensearch_ca"] = static (settings, value) =>
                settings with { Cluster = settings.Cluster with { AuthorityFile = value.Path() } },
            ["drafts"] = static (settings, value) => settings with { Drafts = value.Flag() },
            ["semantic"] = static (settings, value) => settings with { Semantic = value.Flag() },
            ["semantic_model"] = static (settings, value) => settings with { SemanticModel = value.Path() },
            ["max_post_kilobytes"] = static (settings, value) =>
                settings with { MaxPostKilobytes = value.Whole(SettingRange.MaxPostKilobytes) },
            ["max_front_matter_kilobytes"] = static (settings, value) =>
                settings with { MaxFrontMatterKilobytes = value.Whole(SettingRange.MaxFrontMatterKilobytes) },
            ["reindex_key_file"] = static (settings, value) => settings with { ReindexKeyFile = value.Path() },
            ["hook_secret_file"] = static (settings, value) => settings with { HookSecretFile = value.Path() },
        };

    /// <summary>Keys that apply to <c>serve</c>.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ServeOptions, SettingValue, ServeOptions>> OfServer
        = new Dictionary<string, Func<ServeOptions, SettingValue, ServeOptions>>
        {
            ["urls"] = static (server, value) => server with { Urls = value.Addresses() },
            ["public_url"] = static (server, value) => server with { PublicUrl = value.Address().TrimEnd('/') },
            ["title"] = static (server, value) => server with { Title = value.Text() },
            ["allowed_origins"] = static (server, value) => server with { AllowedOrigins = value.Texts() },
            ["proxies"] = static (server, value) => server with { Proxies = value.Texts() },
            ["requests_per_second"] = static (server, value) =>
                server with { RequestsPerSecond = value.Whole(SettingRange.RequestsPerSecond) },
            ["burst"] = static (server, value) => server with { Burst = value.Whole(SettingRange.Burst) },
            ["limit_loopback"] = static (server, value) => server with { LimitLoopback = value.Flag() },
            ["concurrent_searches"] = static (server, value) =>
                server with { ConcurrentSearches = value.Whole(SettingRange.ConcurrentSearches) },
            ["search_queue"] = static (server, value) => server with { SearchQueue = value.Whole(SettingRange.SearchQueue) },
            ["search_milliseconds"] = static (server, value) =>
                server with { SearchBudget = TimeSpan.FromMilliseconds(value.Whole(SettingRange.SearchMilliseconds)) },
            ["max_query_characters"] = static (server, value) =>
                server with { MaxQueryCharacters = value.Whole(SettingRange.MaxQueryCharacters) },
            ["refresh_milliseconds"] = static (server, value) =>
                server with { RefreshInterval = TimeSpan.FromMilliseconds(value.Whole(SettingRange.RefreshMilliseconds)) },
            ["watch"] = static (server, value) => server with { Watch = value.Flag() },
            ["watch_seconds"] = static (server, value) =>
                server with { WatchInterval = TimeSpan.FromSeconds(value.Whole(SettingRange.WatchSeconds)) },
            ["reindex_key"] = static (server, value) => server with { ReindexKey = value.Text() },
            ["reindex_key_old"] = static (server, value) => server with { OldReindexKey = value.Text() },
            ["insights_key"] = static (server, value) => server with { InsightsKey = value.Text() },
            ["public_metrics"] = static (server, value) => server with { PublicMetrics = value.Flag() },
            ["hook_secret"] = static (server, value) => server with { HookSecret = value.Text() },
            ["git_pull"] = static (server, value) => server with { GitPull = value.Flag() },
            ["query_log"] = static (server, value) => server with { QueryLog = value.Path() },
            ["query_log_megabytes"] = static (server, value) =>
                server with { QueryLogMegabytes = value.Whole(SettingRange.QueryLogMegabytes) },
            ["query_log_days"] = static (server, value) => server with { QueryLogDays = value.Whole(SettingRange.QueryLogDays) },
            ["mcp"] = static (server, value) => server with { Mcp = value.Flag() },
            ["log_requests"] = static (server, value) => server with { LogRequests = value.Flag() },
        };

    /// <summary>All top-level keys except <c>folders</c>.</summary>
    public static IEnumerable<string> All => [.. OfProgram.Keys, .. OfBlog.Keys, .. OfFolder.Keys, .. OfServer.Keys];

    /// <summary>Sets one top-level key.</summary>
    /// <returns>The new settings, or <see langword="null"/> when there is no such key.</returns>
    public static ProgramSettings? Set(ProgramSettings settings, string key, SettingValue value) =>
        OfProgram.TryGetValue(key, out var ofProgram) ? ofProgram(settings, value)
            : OfBlog.TryGetValue(key, out var ofBlog) ? ofBlog(settings, value)
            : OfFolder.TryGetValue(key, out var ofFolder) ? settings with { Everywhere = ofFolder(settings.Everywhere, value) }
            : OfServer.TryGetValue(key, out var ofServer) ? settings with { Server = ofServer(settings.Server, value) }
            : null;

    /// <summary>Creates the exception for an unknown key.</summary>
    public static SearchNotesException Unknown(string file, string key, IEnumerable<string> known)
    {
        var keys = known.Order(StringComparer.Ordinal).ToList();
        var remedy = Nearest.To(key, keys) is { } meant ? $"did you mean \"{meant}\"?" : $"the keys are {string.Join(", ", keys)}.";
        return new SearchNotesException(Fault.Settings, $"{file}: there is no setting \"{key}\"; {remedy}");
    }
}
