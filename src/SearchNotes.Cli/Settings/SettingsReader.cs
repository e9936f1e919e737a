using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>Brings settings together: a flag is stronger than the environment, the environment than the file.</summary>
/// <param name="context">Folder and variables.</param>
internal sealed class SettingsReader(CommandContext context)
{
    /// <summary>What the names of variables begin with.</summary>
    public const string Prefix = "SEARCHNOTES_";

    /// <summary>The variable of a key.</summary>
    public static string VariableOf(string key) => Prefix + key.ToUpperInvariant();

    /// <summary>Reads everything.</summary>
    /// <param name="flags">Key and text of each flag that was typed.</param>
    /// <param name="settingsFile">The file that <c>--settings</c> names.</param>
    /// <exception cref="SearchNotesException">Something set makes no sense.</exception>
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
        return settings;
    }

    private Dictionary<string, SettingValue> Variables()
    {
        Dictionary<string, SettingValue> typed = [];
        foreach (var key in SettingKeys.All)
        {
            var name = VariableOf(key);
            if (context.Variable(name) is { Length: > 0 } text)
                typed[key] = Typed(name, text);
        }

        return typed;
    }

    /// <summary>Reads the files that nobody named. What a corpus that was named says about its blog is the word on that; all else is the
    /// operator's here.</summary>
    private ProgramSettings WithFound(ProgramSettings settings, string? namedCorpus)
    {
        var here = Path.Combine(context.Folder, SettingsFile.Name);
        var own = Path.Combine(namedCorpus ?? settings.Corpus, SettingsFile.Name);
        if (File.Exists(here))
            settings = WithFileHere(settings, here, namedCorpus);
        return File.Exists(own) && own != here && (namedCorpus is not null || settings.Files.Count == 0)
            ? WithBlogOf(settings with { Everywhere = new FolderOptions(), Folders = new Dictionary<string, FolderOptions>() }, own,
                namedCorpus ?? settings.Corpus)
            : settings;
    }

    private ProgramSettings WithFileHere(ProgramSettings settings, string file, string? namedCorpus)
    {
        var corpus = namedCorpus ?? settings.Corpus;
        if (LiesAmongPosts(file, corpus))
            return WithBlogOf(settings, file, corpus);

        // It may name a corpus around itself.
        var all = SettingsFile.Apply(settings, file, context.ShortPath(file));
        corpus = namedCorpus ?? all.Corpus;
        return LiesAmongPosts(file, corpus) ? WithBlogOf(settings, file, corpus) : all;
    }

    private ProgramSettings WithBlogOf(ProgramSettings settings, string file, string corpus)
    {
        var folders = CorpusClone.WrittenFolders(corpus);
        return BlogSettingsFile.Apply(settings, file, folders.FirstOrDefault(folder => CorpusClone.Holds(folder, file))
            ?? folders[0], context.ShortPath(file));
    }

    /// <summary>Whether who writes posts may write a file. By a link among the posts it may lead out, by one elsewhere in: both are
    /// theirs.</summary>
    private static bool LiesAmongPosts(string file, string corpus) => CorpusClone.WrittenFolders(corpus)
        .Any(folder => CorpusClone.Holds(folder, file)
            || CorpusClone.Holds(folder, Path.GetDirectoryName(file)!)); // A full path of a file has a folder.

    private SettingValue Typed(string name, string text) => SettingValue.Typed(name, context.Folder, text);
}
