using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>Everything that can be set, from flags, environment and <c>searchnotes.json</c>; <c>docs/settings.md</c> lists it.</summary>
internal sealed record ProgramSettings
{
    /// <summary>The folder of posts, absolute. Default <c>corpus</c>.</summary>
    public required string Corpus { get; init; }

    /// <summary>The index folder, absolute. Default <c>index</c>.</summary>
    public required string Index { get; init; }

    /// <summary>Where <c>serve</c> listens, <c>;</c> between several. Default <c>http://localhost:5080</c>.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>Take posts that are marked as drafts as well. Default false.</summary>
    public bool Drafts { get; init; }

    /// <summary>Origins besides the blog's own whose pages may call the API. Default none.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>What holds for every folder that has nothing of its own.</summary>
    public FolderOptions Everywhere { get; init; } = new();

    /// <summary>What holds for single folders, by glob.</summary>
    public IReadOnlyDictionary<string, FolderOptions> Folders { get; init; } = new Dictionary<string, FolderOptions>();

    /// <summary>The part that the engine is interested in.</summary>
    public CorpusOptions ToCorpusOptions() => new()
    {
        Root = Corpus,
        IncludeDrafts = Drafts,
        Defaults = Everywhere,
        Folders = Folders,
    };
}
