namespace SearchNotes.Benchmarks.Table;

/// <summary>A row of the table: a figure of ours beside one that it is compared with.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">Name of our figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Peer">What it is compared with; empty for nothing.</param>
/// <param name="PeerFigure">Name of the peer's figure.</param>
/// <param name="Goal">What it should come to; <see langword="null"/> where the row only informs.</param>
internal sealed record Row(string What, string Ours, Unit Unit, string Peer = "", string PeerFigure = "", Goal? Goal = null);

/// <summary>The rows, in the order of the table.</summary>
internal static class Rows
{
    private const string Bare = "bare Lucene.Net";
    private const string Java = "Java Lucene 8";
    private const string Groonga = "Groonga";
    private const string Sqlite = "SQLite FTS5";
    private const string Empty = "an empty .NET process";
    private const string HttpEmpty = "the same server's /healthz";

    /// <summary>Programs from start to end.</summary>
    public static readonly IReadOnlyList<Row> WholeProcesses =
    [
        new("`reindex --full` from Markdown", "reindex", Unit.Seconds, "Pagefind from pages", "pagefind", Goal.TimesAtMost(0.35)),
        new("`reindex --full` from Markdown", "reindex", Unit.Seconds, Sqlite + " from prepared talks", "fill sqlite",
            Goal.TimesAtMost(2)),
        new("`reindex --full` from Markdown", "reindex", Unit.Seconds, Bare + " from prepared talks", "fill lucene", Goal.TimesAtMost(1.3)),
        new("`reindex --full` from Markdown", "reindex", Unit.Seconds, Java + " from prepared talks, two threads", "fill java"),
        new("`reindex --full` from Markdown", "reindex", Unit.Seconds, Groonga + " from prepared talks", "fill groonga"),
        new("`reindex` after one changed post", "changed", Unit.Seconds, "Pagefind, full build", "pagefind", Goal.TimesAtMost(0.04)),
        new("`reindex` after one changed post", "changed", Unit.Seconds, Empty, "empty", Goal.TimesAtMost(7)),
        new("`reindex` with nothing changed", "unchanged", Unit.Seconds, Empty, "empty", Goal.TimesAtMost(4)),
        new("`search`, start to end", "first", Unit.Seconds, Empty, "empty", Goal.TimesAtMost(2.9)),
        new("`serve`, start to first answer", "serve", Unit.Seconds, Empty, "empty", Goal.TimesAtMost(12)),
    ];

    /// <summary>Queries inside the process.</summary>
    public static readonly IReadOnlyList<Row> InProcess =
    [
        new("a query, processor time, p50", "ours p50", Unit.Milliseconds, Bare, "lucene p50"),
        new("a query, processor time, p99", "ours p99", Unit.Milliseconds, Bare, "lucene p99"),
        new("a query, processor time, p50", "ours p50", Unit.Milliseconds, Sqlite, "sqlite p50"),
        new("a query, processor time, p99", "ours p99", Unit.Milliseconds, Sqlite, "sqlite p99"),
        new("a query, processor time, p50", "ours p50", Unit.Milliseconds, Java + " with passages", "java p50", Goal.TimesAtMost(0.1)),
        new("a query, processor time, p99", "ours p99", Unit.Milliseconds, Java + " with passages", "java p99", Goal.TimesAtMost(0.15)),
        new("a query, processor time, p99, with typos", "ours p99", Unit.Milliseconds, Groonga + " without", "groonga p99", Goal.TimesAtMost(0.6)),
        new("queries a processor second", "ours qps", Unit.PerSecond, Sqlite, "sqlite qps", Goal.TimesAtLeast(3)),
        new("queries a processor second", "ours qps", Unit.PerSecond, Groonga, "groonga qps", Goal.TimesAtLeast(3)),
        new("queries a processor second", "ours qps", Unit.PerSecond, Bare, "lucene qps"),
        new("the right talk in the first ten", "ours found", Unit.Share, "MiniSearch", "minisearch found", Goal.AtLeast(0.87)),
        new("the same, queries with a slip", "ours typos", Unit.Share, "MiniSearch", "minisearch typos", Goal.AtLeast(0.75)),
        new("talks of the posts that the splitter found", "ours known", Unit.Share, "talks handed over ready made", "lucene known"),
        new("allocated for a query, answer included", "ours KB", Unit.Kibibytes, Bare, "lucene KB", Goal.AtMost(40)),
    ];

    /// <summary>The server.</summary>
    public static readonly IReadOnlyList<Row> OverHttp =
    [
        new("searches, all different", "http search", Unit.PerSecond, HttpEmpty, "http empty"),
        new("searches, all different, p99, in the first seconds of the server", "http search p99", Unit.Milliseconds, HttpEmpty,
            "http empty p99", Goal.AtMost(12)),
        new("searches without facets, as the box asks", "http box", Unit.PerSecond, HttpEmpty, "http empty", Goal.TimesAtLeast(0.09)),
        new("searches without facets, p99", "http box p99", Unit.Milliseconds, HttpEmpty, "http empty p99", Goal.AtMost(12)),
        new("one search, repeated", "http repeated", Unit.PerSecond, "bare Kestrel, fixed body of that size", "http fixed",
            Goal.TimesAtLeast(0.8)),
        new("one search, `If-None-Match`", "http unchanged", Unit.PerSecond, HttpEmpty, "http empty", Goal.TimesAtLeast(0.85)),
        new("a letter of `suggest`, one connection, p50", "suggest p50", Unit.Milliseconds),
        new("a letter of `suggest`, one connection, p99", "suggest p99", Unit.Milliseconds, Goal: Goal.AtMost(5)),
    ];

    /// <summary>Memory and disk.</summary>
    public static readonly IReadOnlyList<Row> Sizes =
    [
        new("`reindex --full`, largest resident size", "reindex MiB", Unit.Mebibytes, "Pagefind", "pagefind MiB", Goal.AtMost(200)),
        new("`serve` after its searches, resident size", "serve MiB", Unit.Mebibytes, "MiniSearch in node", "minisearch MiB",
            Goal.AtMost(230)),
        new("searches before that", "serve searches", Unit.PerSecond with { Name = "" }),
        new("the index on disk", "index MiB", Unit.Mebibytes),
    ];
}
