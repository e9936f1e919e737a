using System.Globalization;

namespace SearchNotes.Indexing;

/// <summary>What a commit says of itself, kept in the commit.</summary>
internal sealed record CommitRecord
{
    /// <summary>Layout and analysis it was written with.</summary>
    public required int Schema { get; init; }

    /// <summary>Names this index since its folder was made, so that a reader notices when the folder was replaced.</summary>
    public required string Lineage { get; init; }

    /// <summary>Settings that shape documents.</summary>
    public required string Settings { get; init; }

    /// <summary>Fingerprint of all posts.</summary>
    public required string Corpus { get; init; }

    /// <summary>File that lists the posts, in the same folder.</summary>
    public required string Manifest { get; init; }

    /// <summary>Posts in the index.</summary>
    public required int Posts { get; init; }

    /// <summary>Talks in the index.</summary>
    public required int Talks { get; init; }

    /// <summary>Documents in the index.</summary>
    public required int Documents { get; init; }

    /// <summary>Code blocks in the index.</summary>
    public required int CodeBlocks { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset BuiltAt { get; init; }

    /// <summary>Reads a commit's data. What is not ours has schema 0, like anything older than the first.</summary>
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
        BuiltAt = DateTimeOffset.TryParse(Text(data, "built_at"), CultureInfo.InvariantCulture, out var builtAt) ? builtAt : default,
    };

    /// <summary>Writes it as Lucene keeps it.</summary>
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
        ["built_at"] = BuiltAt.ToString("O", CultureInfo.InvariantCulture),
    };

    private static int Number(IDictionary<string, string> data, string key) =>
        int.TryParse(Text(data, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(IDictionary<string, string> data, string key) => data.TryGetValue(key, out var text) ? text : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
