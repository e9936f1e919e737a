namespace SearchNotes.Api;

/// <summary>The valid range of a numeric setting. Options, settings files and documentation follow these.</summary>
/// <param name="Key">The key of the setting.</param>
/// <param name="Min">The minimum, included.</param>
/// <param name="Max">The maximum, included.</param>
public sealed record SettingRange(string Key, int Min, int Max)
{
    /// <summary>Average requests per second allowed to one client.</summary>
    public static SettingRange RequestsPerSecond { get; } = new("requests_per_second", 1, 10_000);

    /// <summary>Requests that one client may send in a burst above that average.</summary>
    public static SettingRange Burst { get; } = new("burst", 1, 100_000);

    /// <summary>Concurrent searches.</summary>
    public static SettingRange ConcurrentSearches { get; } = new("concurrent_searches", 1, 1024);

    /// <summary>Queued searches.</summary>
    public static SettingRange SearchQueue { get; } = new("search_queue", 0, 10_000);

    /// <summary>Time limit of one search in milliseconds.</summary>
    public static SettingRange SearchMilliseconds { get; } = new("search_milliseconds", 10, 60_000);

    /// <summary>Query length in UTF-16 characters.</summary>
    public static SettingRange MaxQueryCharacters { get; } = new("max_query_characters", 1, 4096);

    /// <summary>Interval between checks for a new commit in milliseconds.</summary>
    public static SettingRange RefreshMilliseconds { get; } = new("refresh_milliseconds", 50, 3_600_000);

    /// <summary>Interval between comparisons of corpus and index in seconds.</summary>
    public static SettingRange WatchSeconds { get; } = new("watch_seconds", 1, 86_400);

    /// <summary>Size of the query log in MiB.</summary>
    public static SettingRange QueryLogMegabytes { get; } = new("query_log_megabytes", 1, 10_000);

    /// <summary>Days that the query log is kept.</summary>
    public static SettingRange QueryLogDays { get; } = new("query_log_days", 1, 3650);

    /// <summary>Size of a post in KiB.</summary>
    public static SettingRange MaxPostKilobytes { get; } = new("max_post_kilobytes", 1, 65_536);

    /// <summary>Length of front matter in units of 1,024 UTF-16 characters.</summary>
    public static SettingRange MaxFrontMatterKilobytes { get; } = new("max_front_matter_kilobytes", 1, 1024);

    /// <summary>Heading level of talks.</summary>
    public static SettingRange TalkLevel { get; } = new("talk_level", 1, 6);

    /// <summary>All ranges.</summary>
    public static IReadOnlyList<SettingRange> All { get; } =
    [
        RequestsPerSecond, Burst, ConcurrentSearches, SearchQueue, SearchMilliseconds, MaxQueryCharacters, RefreshMilliseconds, WatchSeconds,
        QueryLogMegabytes, QueryLogDays, MaxPostKilobytes, MaxFrontMatterKilobytes, TalkLevel,
    ];

    /// <summary>Returns whether a number is in the range.</summary>
    public bool Contains(double value) => value >= Min && value <= Max;
}
