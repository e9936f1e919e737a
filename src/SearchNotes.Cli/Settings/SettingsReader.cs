namespace SearchNotes.Cli.Settings;

/// <summary>Brings settings together: a flag is stronger than the environment, the environment than the file.</summary>
/// <param name="surroundings">Folder and variables.</param>
internal sealed class SettingsReader(Surroundings surroundings)
{
    private const string Prefix = "SEARCHNOTES_";

    /// <summary>Reads everything.</summary>
    /// <param name="flags">Key and text of each flag that was typed.</param>
    /// <param name="settingsFile">The file that <c>--settings</c> names.</param>
    /// <exception cref="SearchNotesException">Something set makes no sense.</exception>
    public ProgramSettings Read(IReadOnlyDictionary<string, string> flags, string? settingsFile = null)
    {
        var settings = new ProgramSettings { Corpus = surroundings.FullPath("corpus"), Index = surroundings.FullPath("index") };
        var typed = Variables().Concat(flags.Select(flag => (flag.Key, Value: Typed($"--{flag.Key.Replace('_', '-')}", flag.Value)))).ToList();
        if (File(settingsFile, typed.LastOrDefault(set => set.Key == "corpus").Value?.Path()) is { } file)
            settings = SettingsFile.Apply(settings, file, surroundings.ShortPath(file));

        return typed.Aggregate(settings, static (so_far, set) => SettingKeys.Set(so_far, set.Key, set.Value) ?? so_far);
    }

    private IEnumerable<(string Key, SettingValue Value)> Variables() =>
        from key in SettingKeys.All
        let name = Prefix + key.ToUpperInvariant()
        let text = surroundings.Variable(name)
        where !string.IsNullOrEmpty(text)
        select (key, Typed(name, text));

    /// <summary>The file to read: the one named; else of a corpus that was named, its own; else the one here; else the default corpus's.</summary>
    private string? File(string? named, string? namedCorpus)
    {
        if ((named ?? surroundings.Variable(Prefix + "SETTINGS")) is { Length: > 0 } path)
            return surroundings.FullPath(path);

        string?[] folders = namedCorpus is null ? [surroundings.Folder, surroundings.FullPath("corpus")] : [namedCorpus, surroundings.Folder];
        return folders.Select(folder => Path.Combine(folder!, SettingsFile.Name)).FirstOrDefault(System.IO.File.Exists);
    }

    private SettingValue Typed(string name, string text) => SettingValue.Typed(name, surroundings.Folder, text);
}
