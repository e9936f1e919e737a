using SearchNotes.Api;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>Everything that can be set, from flags, environment and <c>searchnotes.json</c>; <c>docs/settings.md</c> lists it.</summary>
internal sealed record ProgramSettings
{
    /// <summary>The folder of posts, absolute. Default <c>corpus</c>.</summary>
    public required string Corpus { get; init; }

    /// <summary>The index folder, absolute. Default <c>index</c>.</summary>
    public required string Index { get; init; }

    /// <summary>Take posts that are marked as drafts as well. Default false.</summary>
    public bool Drafts { get; init; }

    /// <summary>Largest post that is read, in KiB. Default 1,024.</summary>
    public int MaxPostKilobytes { get; init; } = CorpusOptions.DefaultMaxPostBytes / 1024;

    /// <summary>Longest front matter that is read, in units of 1,024 characters. Default 64.</summary>
    public int MaxFrontMatterKilobytes { get; init; } = CorpusOptions.DefaultMaxFrontMatterCharacters / 1024;

    /// <summary>The settings files that were read, in order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The one that holds a key or a secret; <see langword="null"/> when none does.</summary>
    public string? FileWithKey { get; init; }

    /// <summary>What is wrong with a file among the posts, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>File with the reindex key. Only <c>serve</c> reads it, so that nobody else needs the right to.</summary>
    public string? ReindexKeyFile { get; init; }

    /// <summary>File with the hook secret.</summary>
    public string? HookSecretFile { get; init; }

    /// <summary>What only <c>serve</c> is interested in. Its folders are filled in by <see cref="ToServeOptions"/>.</summary>
    public ServeOptions Server { get; init; } = new() { IndexFolder = "", Corpus = new CorpusOptions { Root = "" } };

    /// <summary>What holds for every folder that has nothing of its own.</summary>
    public FolderOptions Everywhere { get; init; } = new();

    /// <summary>What holds for single folders, by glob.</summary>
    public IReadOnlyDictionary<string, FolderOptions> Folders { get; init; } = new Dictionary<string, FolderOptions>();

    /// <summary>The part that the engine is interested in.</summary>
    public CorpusOptions ToCorpusOptions() => new()
    {
        Root = Corpus,
        CloneTop = Server.GitPull ? CorpusClone.TopOf(Corpus) : null,
        IncludeDrafts = Drafts,
        MaxPostBytes = MaxPostKilobytes * 1024,
        MaxFrontMatterCharacters = MaxFrontMatterKilobytes * 1024,
        Defaults = Everywhere,
        Folders = Folders,
    };

    /// <summary>The part that the web service is interested in.</summary>
    /// <exception cref="SearchNotesException">A file with a key cannot be read.</exception>
    public ServeOptions ToServeOptions() => Server with
    {
        IndexFolder = Index,
        Corpus = ToCorpusOptions(),
        ReindexKey = Server.ReindexKey ?? KeyFile.Read("reindex_key_file", ReindexKeyFile),
        HookSecret = Server.HookSecret ?? KeyFile.Read("hook_secret_file", HookSecretFile),
    };
}
