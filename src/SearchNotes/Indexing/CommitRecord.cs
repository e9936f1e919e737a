using System.Globalization;

namespace SearchNotes.Indexing;

/// <summary>Metadata of a commit, stored as its user data.</summary>
internal sealed record CommitRecord
{
    /// <summary><see cref="Indexing.Schema.Version"/> with which the commit was written.</summary>
    public required int Schema { get; init; }

    /// <summary>Id of the index, assigned when it was first built. A reader uses it to detect that the folder was replaced.</summary>
    public required string Lineage { get; init; }

    /// <summary>Fingerprint of the settings that affect documents.</summary>
    public required string Settings { get; init; }

    /// <summary>Fingerprint of all posts.</summary>
    public required string Corpus { get; init; }

    /// <summary>Name of the manifest file, in the same folder.</summary>
    public required string Manifest { get; init; }

    /// <summary>Number of posts in the index.</summary>
    public required int Posts { get; init; }

    /// <summary>Number of talks in the index.</summary>
    public required int Talks { get; init; }

    /// <summary>Number of documents in the index.</summary>
    public required int Documents { get; init; }

    /// <summary>Number of code blocks in the index.</summary>
    public required int CodeBlocks { get; init; }

    /// <summary>The synonyms of the blog's settings, one rule a line.</summary>
    public string Synonyms { get; init; } = "";

    /// <summary>The other names of events, a line for each event: its name and its aliases, separated by tabs.</summary>
    public string EventAliases { get; init; } = "";

    /// <summary>The best bets of the blog's settings, one rule a line.</summary>
    public string BestBets { get; init; } = "";

    /// <summary>Time of the commit.</summary>
    public required DateTimeOffset BuiltAt { get; init; }

    /// <summary>Reads the user data of a commit. A commit by another program has schema 0, which counts as older than any schema.</summary>
    public static CommitRecord Read(IDictionary<string, string> data) => new()
    {
        Schema = Number(data, "schema"),
        Lineage = Text(data, "lineage"),
        Settings = Text(data, "settings"),
        Corpus = Text(data, "corpus"),
        Manifest = Text(data, "manifest"),
        Posts = Number(data, "posts"),
        Talks = Number(data, "talks"),
        Documents = Number(data, "documents"),
        CodeBlocks = Number(data, "code_blocks"),
        Synonyms = Text(data, "synonyms"),
        EventAliases = Text(data, "event_aliases"),
        BestBets = Text(data, "best_bets"),
        BuiltAt = DateTimeOffset.TryParse(Text(data, "built_at"), CultureInfo.InvariantCulture, out var builtAt) ? builtAt : default,
    };

    /// <summary>Returns the user data for Lucene.</summary>
    public Dictionary<string, string> Write() => new()
    {
        ["schema"] = Number(Schema),
        ["lineage"] = Lineage,
        ["settings"] = Settings,
        ["corpus"] = Corpus,
        ["manifest"] = Manifest,
        ["posts"] = Number(Posts),
        ["talks"] = Number(Talks),
        ["documents"] = Number(Documents),
        ["code_blocks"] = Number(CodeBlocks),
        ["synonyms"] = Synonyms,
        ["event_aliases"] = EventAliases,
        ["best_bets"] = BestBets,
        ["built_at"] = BuiltAt.ToString("O", CultureInfo.InvariantCulture),
    };

    private static int Number(IDictionary<string, string> data, string key) =>
        int.TryParse(Text(data, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(IDictionary<string, string> data, string key) => data.TryGetValue(key, out var text) ? text : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
