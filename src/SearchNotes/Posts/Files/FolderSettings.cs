namespace SearchNotes.Posts.Files;

/// <summary>Resolves the settings of a file from the folders that contain it. For each key the longest matching pattern wins.</summary>
internal sealed class FolderSettings(CorpusOptions options)
{
    private readonly KeyValuePair<string, FolderOptions>[] folders = options.Folders.Count == 0 ? []
        : [.. options.Folders.OrderByDescending(f => f.Key.Length).ThenBy(f => f.Key, StringComparer.Ordinal)];

    /// <summary>Returns the settings for a path below the corpus folder.</summary>
    internal FolderOptions For(string path)
    {
        var settings = new FolderOptions();
        foreach (var (pattern, folder) in folders)
        {
            if (FolderGlob.Matches(pattern, path))
                settings = Filled(settings, folder);
        }

        return Filled(settings, options.Defaults);
    }

    private static FolderOptions Filled(FolderOptions settings, FolderOptions with) => new()
    {
        SiteUrl = settings.SiteUrl ?? with.SiteUrl,
        Permalink = settings.Permalink ?? with.Permalink,
        Anchors = settings.Anchors ?? with.Anchors,
        Search = settings.Search ?? with.Search,
        Without = settings.Without ?? with.Without,
        TalksOnlyIn = settings.TalksOnlyIn ?? with.TalksOnlyIn,
        Talks = settings.Talks ?? with.Talks,
        TalkLevel = settings.TalkLevel ?? with.TalkLevel,
        Event = settings.Event ?? with.Event,
        Speakers = settings.Speakers ?? with.Speakers,
    };
}
