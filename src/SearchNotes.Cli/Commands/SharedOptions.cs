using System.CommandLine;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Commands;

/// <summary>The options that several commands have, each made once.</summary>
internal sealed class SharedOptions
{
    private readonly HashSet<string> warned = new(StringComparer.Ordinal);

    /// <summary>The folder of posts.</summary>
    public Option<string> Corpus { get; } =
        new("--corpus") { HelpName = "DIR", Description = "Folder of posts, read recursively (SEARCHNOTES_CORPUS) [default: corpus]" };

    /// <summary>The index folder.</summary>
    public Option<string> Index { get; } =
        new("--index") { HelpName = "DIR", Description = "Folder of the index (SEARCHNOTES_INDEX) [default: index]" };

    /// <summary>Where the server listens.</summary>
    public Option<string> Urls { get; } =
        new("--urls") { HelpName = "URL",
            Description = "Address to listen on, ';' between several (SEARCHNOTES_URLS) [default: http://localhost:5080]" };

    /// <summary>How heading ids are made.</summary>
    public Option<string> Anchors { get; } =
        new("--anchors") { HelpName = "STYLE",
            Description =
                $"How the blog makes ids of headings: {string.Join(", ", SettingKeys.AnchorWords.Keys)} (SEARCHNOTES_ANCHORS) [default: guessed]" };

    /// <summary>Whether drafts are taken.</summary>
    public Option<bool> Drafts { get; } = Flag("--drafts", "Take drafts and unpublished posts as well (SEARCHNOTES_DRAFTS)");

    /// <summary>Whether the server follows the corpus folder.</summary>
    public Option<bool> Watch { get; } = Flag("--watch", "Follow the corpus folder and reindex what changes (SEARCHNOTES_WATCH)");

    /// <summary>The settings file.</summary>
    public Option<string> Settings { get; } =
        new("--settings") { HelpName = "FILE", Description = "Settings file (SEARCHNOTES_SETTINGS) [default: searchnotes.json]" };

    /// <summary>Machine-readable output.</summary>
    public Option<bool> Json { get; } = Flag("--json", "Print JSON");

    /// <summary>Whether warnings fail.</summary>
    public Option<bool> Strict { get; } = Flag("--strict", "Exit with 1 when there are warnings");

    /// <summary>An option without a value: in <c>search --json true story</c> the word belongs to the query.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>Reads all settings for a command, and says once what is wrong with a file among the posts.</summary>
    /// <inheritdoc cref="ReadSilently"/>
    public ProgramSettings Read(ParseResult parsed, CommandContext context, string? corpus = null)
    {
        var settings = ReadSilently(parsed, context, corpus);
        foreach (var warning in settings.Warnings.Where(warned.Add))
            Screen.Error(context).Line(warning, TextStyle.Warning);
        return settings;
    }

    /// <summary>Reads all settings for a command.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="context">Folder and variables.</param>
    /// <param name="corpus">A corpus that the command was given as argument.</param>
    public ProgramSettings ReadSilently(ParseResult parsed, CommandContext context, string? corpus = null)
    {
        Dictionary<string, string> flags = [];
        foreach (var option in new[] { Corpus, Index, Urls, Anchors })
        {
            if (parsed.GetResult(option) is { Implicit: false })
                flags[option.Name.TrimStart('-')] = parsed.GetValue(option) ?? "";
        }

        foreach (var option in new[] { Drafts, Watch })
        {
            if (parsed.GetResult(option) is { Implicit: false })
                flags[option.Name.TrimStart('-')] = "true";
        }

        if (corpus is not null)
            flags["corpus"] = corpus;

        return new SettingsReader(context).Read(flags, parsed.GetResult(Settings) is null ? null : parsed.GetValue(Settings));
    }
}
