using SearchNotes.Api;
using SearchNotes.OpenSearch;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Settings;

/// <summary>All settings, from flags, environment and <c>searchnotes.json</c>; see <c>docs/settings.md</c>.</summary>
internal sealed record ProgramSettings
{
    /// <summary>The folder of posts, absolute. Default <c>corpus</c>.</summary>
    public required string Corpus { get; init; }

    /// <summary>The index folder, absolute. Default <c>index</c>.</summary>
    public required string Index { get; init; }

    /// <summary>Whether drafts and unpublished posts are included. Default false.</summary>
    public bool Drafts { get; init; }

    /// <summary>Whether <c>serve</c> also ranks by meaning. Default false.</summary>
    public bool Semantic { get; init; }

    /// <summary>The file of the model of meaning. Default <c>semantic.model</c> beside the program.</summary>
    public string SemanticModel { get; init; } = Path.Combine(AppContext.BaseDirectory, "semantic.model");

    /// <summary>Largest post that is read, in KiB. Default 1,024.</summary>
    public int MaxPostKilobytes { get; init; } = CorpusOptions.DefaultMaxPostBytes / 1024;

    /// <summary>Longest front matter that is read, in units of 1,024 characters. Default 64.</summary>
    public int MaxFrontMatterKilobytes { get; init; } = CorpusOptions.DefaultMaxFrontMatterCharacters / 1024;

    /// <summary>The settings files that were read, in order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The settings file that contains a key or a secret; <see langword="null"/> when none does.</summary>
    public string? FileWithKey { get; init; }

    /// <summary>Problems in settings files among the posts, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Path of the file with the reindex key. Only <c>serve</c> reads it, so other commands need no permission.</summary>
    public string? ReindexKeyFile { get; init; }

    /// <summary>Path of the file with the hook secret.</summary>
    public string? HookSecretFile { get; init; }

    /// <summary>Name of the engine that holds the index: <c>embedded</c> or <c>opensearch</c>.</summary>
    public string Engine { get; init; } = SearchEngines.Embedded;

    /// <summary>Settings of the cluster engine.</summary>
    public ClusterOptions Cluster { get; init; } = new() { Urls = [] };

    /// <summary>Path of the file with the password for the cluster.</summary>
    public string? ClusterPasswordFile { get; init; }

    /// <summary>Settings that only <c>serve</c> uses. <see cref="ToServeOptions"/> fills in the folders.</summary>
    public ServeOptions Server { get; init; } = new() { IndexFolder = "", Corpus = new CorpusOptions { Root = "" } };

    /// <summary>Settings of folders that have no settings of their own.</summary>
    public FolderOptions Everywhere { get; init; } = new();

    /// <summary>Settings of individual folders, by glob.</summary>
    public IReadOnlyDictionary<string, FolderOptions> Folders { get; init; } = new Dictionary<string, FolderOptions>();

    /// <summary>Words that stand for others in searches.</summary>
    public IReadOnlyList<SynonymRule> Synonyms { get; init; } = [];

    /// <summary>Talks and pages that the blog recommends for certain queries.</summary>
    public IReadOnlyList<BestBetRule> BestBets { get; init; } = [];

    /// <summary>Returns the options of the corpus.</summary>
    public CorpusOptions ToCorpusOptions() => new()
    {
        Root = Corpus,
        CloneTop = Server.GitPull ? CorpusClone.TopOf(Corpus) : null,
        IncludeDrafts = Drafts,
        MaxPostBytes = MaxPostKilobytes * 1024,
        MaxFrontMatterCharacters = MaxFrontMatterKilobytes * 1024,
        Defaults = Everywhere,
        Folders = Folders,
        Synonyms = Synonyms,
        BestBets = BestBets,
    };

    /// <summary>Returns the engine that holds the index.</summary>
    /// <exception cref="SearchNotesException">A setting of the cluster is invalid, or the file of the password cannot be read.</exception>
    public ISearchEngine OpenEngine() => SearchEngines.Open(Engine, Index, ToClusterOptions);

    /// <summary>Returns the settings of the cluster, with the password.</summary>
    /// <exception cref="SearchNotesException">One of them is invalid, or the file of the password cannot be read.</exception>
    public ClusterOptions ToClusterOptions()
    {
        var options = Cluster with
        {
            Password = Cluster.Password ?? KeyFile.Read("opensearch_password_file", ClusterPasswordFile),
        };
        options.Check();
        return options;
    }

    /// <summary>Returns the options of the web service.</summary>
    /// <exception cref="SearchNotesException">A key file cannot be read.</exception>
    public ServeOptions ToServeOptions() => Server with
    {
        IndexFolder = Index,
        Engine = OpenEngine(),
        Corpus = ToCorpusOptions(),
        ReindexKey = Server.ReindexKey ?? KeyFile.Read("reindex_key_file", ReindexKeyFile),
        HookSecret = Server.HookSecret ?? KeyFile.Read("hook_secret_file", HookSecretFile),
    };
}
