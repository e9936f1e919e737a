using System.CommandLine;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal sealed class SharedOptions
{
    private readonly HashSet<string> warned = new(StringComparer.Ordinal);

    public SharedOptions()
    {
        Anchors.CompletionSources.Add([.. SettingKeys.AnchorNames.Keys]);
        Engine.CompletionSources.Add([.. SearchEngines.Names.Keys]);
    }

    /// <summary>The folder of posts.</summary>
    public Option<string> Corpus { get; } =
        new("--corpus") { HelpName = "DIR", Description = "Folder of posts, read recursively (SEARCHNOTES_CORPUS) [default: corpus]" };

    /// <summary>The index folder.</summary>
    public Option<string> Index { get; } =
        new("--index") { HelpName = "DIR", Description = "Folder of the index (SEARCHNOTES_INDEX) [default: index]" };

    /// <summary>The addresses that the server listens on.</summary>
    public Option<string> Urls { get; } =
        new("--urls")
        {
            HelpName = "URL",
            Description = "Addresses to listen on, separated by ';' (SEARCHNOTES_URLS) [default: http://localhost:5080]",
        };

    /// <summary>The style of the blog's heading ids.</summary>
    public Option<string> Anchors { get; } =
        new("--anchors")
        {
            HelpName = "STYLE",
            Description =
                $"How the blog generates heading ids: {string.Join(", ", SettingKeys.AnchorNames.Keys)} (SEARCHNOTES_ANCHORS) [default: guessed]",
        };

    /// <summary>The engine that holds the index.</summary>
    public Option<string> Engine { get; } =
        new("--engine")
        {
            HelpName = "NAME",
            Description = "Where the index is: embedded, in a folder; opensearch, in a cluster (SEARCHNOTES_ENGINE) [default: embedded]",
        };

    /// <summary>The addresses of the cluster.</summary>
    public Option<string> OpensearchUrl { get; } =
        new("--opensearch-url")
        {
            HelpName = "URL",
            Description = "Nodes of the cluster, separated by ',' (SEARCHNOTES_OPENSEARCH_URL)",
        };

    /// <summary>The beginning of the names of our indexes in the cluster.</summary>
    public Option<string> OpensearchPrefix { get; } =
        new("--opensearch-prefix")
        {
            HelpName = "NAME",
            Description = "Beginning of the names of all indexes in the cluster (SEARCHNOTES_OPENSEARCH_PREFIX) [default: searchnotes]",
        };

    /// <summary>The options that say which engine holds the index.</summary>
    public IReadOnlyList<Option> OfEngine => [Engine, OpensearchUrl, OpensearchPrefix];

    /// <summary>Whether drafts are included.</summary>
    public Option<bool> Drafts { get; } = Flag("--drafts", "Include drafts and unpublished posts (SEARCHNOTES_DRAFTS)");

    /// <summary>Whether the server watches the corpus folder.</summary>
    public Option<bool> Watch { get; } = Flag("--watch", "Watch the corpus folder and reindex changed posts (SEARCHNOTES_WATCH)");

    /// <summary>Whether the server also ranks by meaning.</summary>
    public Option<bool> Semantic { get; } = Flag("--semantic", "Rank by meaning, too, where it is built in (SEARCHNOTES_SEMANTIC)");

    /// <summary>The settings file.</summary>
    public Option<string> Settings { get; } =
        new("--settings") { HelpName = "FILE", Description = "Settings file (SEARCHNOTES_SETTINGS) [default: searchnotes.json]" };

    /// <summary>Whether the output is JSON.</summary>
    public Option<bool> Json { get; } = Flag("--json", "Print JSON");

    /// <summary>Whether warnings make the command exit with 1.</summary>
    public Option<bool> Strict { get; } = Flag("--strict", "Exit with 1 when there are warnings");

    /// <summary>Creates an option that takes no value: in <c>search --json true story</c>, "true" belongs to the query.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>Reads all settings for a command, and prints each warning about a settings file among the posts once.</summary>
    /// <inheritdoc cref="ReadSilently"/>
    public ProgramSettings Read(ParseResult parsed, CommandContext context, string? corpus = null)
    {
        var settings = ReadSilently(parsed, context, corpus);
        foreach (var warning in settings.Warnings.Where(warned.Add))
            Screen.Error(context).Line(warning, TextStyle.Warning);
        return settings;
    }

    /// <summary>Reads all settings for a command.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <param name="context">The environment of this run.</param>
    /// <param name="corpus">The corpus that was given as an argument of the command, if any.</param>
    public ProgramSettings ReadSilently(ParseResult parsed, CommandContext context, string? corpus = null)
    {
        Dictionary<string, string> flags = [];
        foreach (var option in new[] { Corpus, Index, Urls, Anchors, Engine, OpensearchUrl, OpensearchPrefix })
        {
            if (parsed.GetResult(option) is { Implicit: false })
                flags[option.Name.TrimStart('-').Replace('-', '_')] = parsed.GetValue(option) ?? "";
        }

        foreach (var option in new[] { Drafts, Watch, Semantic })
        {
            if (parsed.GetResult(option) is { Implicit: false })
                flags[option.Name.TrimStart('-')] = "true";
        }

        if (corpus is not null)
            flags["corpus"] = corpus;

        return new SettingsReader(context).Read(flags, parsed.GetResult(Settings) is null ? null : parsed.GetValue(Settings));
    }
}
