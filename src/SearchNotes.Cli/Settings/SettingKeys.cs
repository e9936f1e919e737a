using SearchNotes.Cli.Help;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>Every key of <c>searchnotes.json</c> and what it sets. The variable of a key is <c>SEARCHNOTES_</c> and the key in capitals.</summary>
internal static class SettingKeys
{
    /// <summary>The words for <see cref="AnchorStyle"/>.</summary>
    public static readonly IReadOnlyDictionary<string, AnchorStyle> AnchorWords = new Dictionary<string, AnchorStyle>
    {
        ["pandoc"] = AnchorStyle.Pandoc,
        ["github"] = AnchorStyle.GitHub,
        ["kramdown"] = AnchorStyle.Kramdown,
        ["kramdown-gfm"] = AnchorStyle.KramdownGfm,
        ["hugo"] = AnchorStyle.Hugo,
        ["hugo-ascii"] = AnchorStyle.HugoAscii,
        ["hugo-blackfriday"] = AnchorStyle.HugoBlackfriday,
        ["redcarpet"] = AnchorStyle.Redcarpet,
        ["hexo"] = AnchorStyle.Hexo,
        ["none"] = AnchorStyle.Unknown,
    };

    private static readonly Dictionary<string, string> TalksWords = new() { ["headings"] = "headings", ["one"] = "one", ["none"] = "none" };

    /// <summary>What can be set for a folder of the corpus, and for all of it.</summary>
    public static readonly IReadOnlyDictionary<string, Func<FolderOptions, SettingValue, FolderOptions>> OfFolder
        = new Dictionary<string, Func<FolderOptions, SettingValue, FolderOptions>>
        {
            ["site_url"] = static (folder, value) => folder with { SiteUrl = value.Address().TrimEnd('/') },
            ["permalink"] = static (folder, value) => folder with { Permalink = value.Text() },
            ["anchors"] = static (folder, value) => folder with { Anchors = value.OneOf(AnchorWords) },
            ["talks"] = static (folder, value) => folder with { Talks = value.OneOf(TalksWords) },
            ["talk_level"] = static (folder, value) => folder with { TalkLevel = value.Whole(1, 6) },
            ["event"] = static (folder, value) => folder with { Event = value.Text() },
            ["speaker"] = static (folder, value) => folder with { Speakers = value.Texts() },
        };

    /// <summary>What can be set for the program.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ProgramSettings, SettingValue, ProgramSettings>> OfProgram
        = new Dictionary<string, Func<ProgramSettings, SettingValue, ProgramSettings>>
        {
            ["corpus"] = static (settings, value) => settings with { Corpus = value.Path() },
            ["index"] = static (settings, value) => settings with { Index = value.Path() },
            ["urls"] = static (settings, value) => settings with { Urls = value.Address(several: true) },
            ["drafts"] = static (settings, value) => settings with { Drafts = value.Flag() },
            ["allowed_origins"] = static (settings, value) => settings with { AllowedOrigins = value.Texts() },
        };

    /// <summary>Sets a key, of the program or of all folders.</summary>
    /// <returns>The new settings; <see langword="null"/> when there is no such key.</returns>
    public static ProgramSettings? Set(ProgramSettings settings, string key, SettingValue value)
        => OfProgram.TryGetValue(key, out var ofProgram) ? ofProgram(settings, value)
            : OfFolder.TryGetValue(key, out var ofFolder) ? settings with { Everywhere = ofFolder(settings.Everywhere, value) }
            : null;

    /// <summary>What to say about a key that does not exist.</summary>
    public static SearchNotesException Unknown(string file, string key, IEnumerable<string> known)
    {
        var keys = known.Order(StringComparer.Ordinal).ToList();
        var remedy = Nearest.To(key, keys) is { } meant ? $"did you mean \"{meant}\"?" : $"the keys are {string.Join(", ", keys)}.";
        return new SearchNotesException(Fault.Settings, $"{file}: there is no setting \"{key}\"; {remedy}");
    }
}
