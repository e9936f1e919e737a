namespace SearchNotes.Posts.Pages;

/// <summary>Warnings about page settings and blog configuration that are ignored.</summary>
internal static class PageWarnings
{
    /// <summary>Returns the warnings, one sentence each.</summary>
    internal static IReadOnlyList<string> Of(BlogConfiguration blog, CorpusOptions options) =>
    [
        .. blog.Notes.Select(sentence => $"{blog.File}: {sentence}"),
        .. Patterns(blog).SelectMany(pattern => Unknown(blog.File ?? "", pattern)),
        .. options.Folders.Values.Prepend(options.Defaults).Select(folder => folder.Permalink).OfType<string>()
            .Where(permalink => Generators.Named(permalink) == Generator.Unknown)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(pattern => Unknown("the setting permalink", pattern)),
    ];

    private static IEnumerable<string> Patterns(BlogConfiguration blog) =>
        blog.Sections.Values.Concat(blog.Defaults.Permalinks).Append(blog.Permalink ?? "").Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Unknown(string where, string pattern) =>
        PermalinkPattern.UnknownTokens(pattern).Distinct(StringComparer.Ordinal)
        .Select(token => $"{where}: The pattern {pattern} holds :{token}, which no post has a value for; pages by it get no link.");
}
