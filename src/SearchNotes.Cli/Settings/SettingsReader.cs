using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>Reads settings from all sources. Flags override the environment, which overrides the settings file.</summary>
/// <param name="context">The environment of this run.</param>
internal sealed class SettingsReader(CommandContext context)
{
    /// <summary>The prefix of environment variables.</summary>
    public const string Prefix = "SEARCHNOTES_";

    /// <summary>Returns the environment variable of a key.</summary>
    public static string VariableOf(string key) => Prefix + key.ToUpperInvariant();

    /// <summary>Reads all settings.</summary>
    /// <param name="flags">The flags on the command line, by key.</param>
    /// <param name="settingsFile">The path given with <c>--settings</c>, if any.</param>
    /// <exception cref="SearchNotesException">A setting is invalid.</exception>
    public ProgramSettings Read(IReadOnlyDictionary<string, string> flags, string? settingsFile = null)
    {
        var settings = new ProgramSettings { Corpus = context.FullPath("corpus"), Index = context.FullPath("index") };
        var typed = Variables();
        foreach (var flag in flags)
            typed[flag.Key] = Typed($"--{flag.Key.Replace('_', '-')}", flag.Value);
        settings = (settingsFile ?? context.Variable(VariableOf("settings"))) is { Length: > 0 } named
            ? SettingsFile.Apply(settings, context.FullPath(named), context.ShortPath(named))
            : WithFound(settings, typed.GetValueOrDefault("corpus")?.Path());

        foreach (var set in typed)
            settings = SettingKeys.Set(settings, set.Key, set.Value) ?? settings;
        return settings with { Warnings = [.. settings.Warnings, .. FormerVariables().Select(FormerNameWarning)] };
    }

    private Dictionary<string, SettingValue> Variables()
    {
        Dictionary<string, SettingValue> typed = [];
        // Former names first: where both are set, the present name wins.
        foreach (var key in FormerVariables().Concat(SettingKeys.All))
        {
            var name = VariableOf(key);
            if (context.Variable(name) is { Length: > 0 } text)
                typed[FormerKeys.PresentName(key)] = Typed(name, text);
        }

        return typed;
    }

    private static string FormerNameWarning(string key) =>
        $"{VariableOf(key)} is now called {VariableOf(FormerKeys.PresentName(key))}; it is still read, rename it.";

    private IEnumerable<string> FormerVariables() =>
        FormerKeys.PresentNames.Keys.Where(key => context.Variable(VariableOf(key)) is { Length: > 0 });

    /// <summary>Reads the default settings files. When flag, environment or argument names a corpus, the file in that corpus provides
    /// the settings about the blog, and the operator's file in the working directory provides the rest.</summary>
    private ProgramSettings WithFound(ProgramSettings settings, string? namedCorpus)
    {
        var here = Path.Combine(context.Folder, SettingsFile.Name);
        var own = Path.Combine(namedCorpus ?? settings.Corpus, SettingsFile.Name);
        if (File.Exists(here))
            settings = WithFileHere(settings, here, namedCorpus);
        var hasOwn = File.Exists(own) && own != here;
        return hasOwn && (namedCorpus is not null || settings.Files.Count == 0)
            ? WithBlogOf(WithoutBlog(settings), own, namedCorpus ?? settings.Corpus)
            : settings;
    }

    private static ProgramSettings WithoutBlog(ProgramSettings settings) =>
        settings with { Everywhere = new FolderOptions(), Folders = new Dictionary<string, FolderOptions>(), Synonyms = [], BestBets = [] };

    private ProgramSettings WithFileHere(ProgramSettings settings, string file, string? namedCorpus)
    {
        var corpus = namedCorpus ?? settings.Corpus;
        if (LiesAmongPosts(file, corpus))
            return WithBlogOf(settings, file, corpus);

        // The file may name a corpus that contains the file itself.
        var all = SettingsFile.Apply(settings, file, context.ShortPath(file));
        corpus = namedCorpus ?? all.Corpus;
        return LiesAmongPosts(file, corpus) ? WithBlogOf(settings, file, corpus) : all;
    }

    private ProgramSettings WithBlogOf(ProgramSettings settings, string file, string corpus)
    {
        var folders = CorpusClone.WrittenFolders(corpus);
        return BlogSettingsFile.Apply(settings, file, folders.FirstOrDefault(folder => CorpusClone.Contains(folder, file))
            ?? folders[0], context.ShortPath(file));
    }

    /// <summary>Whether authors of posts can change a file. This includes a link among the posts to a file elsewhere, and a link
    /// elsewhere to a file among the posts.</summary>
    private static bool LiesAmongPosts(string file, string corpus) => CorpusClone.WrittenFolders(corpus)
        .Any(folder => CorpusClone.Contains(folder, file)
            || CorpusClone.Contains(folder, Path.GetDirectoryName(file)!)); // An absolute path of a file has a folder.

    private SettingValue Typed(string name, string text) => SettingValue.Typed(name, context.Folder, text);
}
