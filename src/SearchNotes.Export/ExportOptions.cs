namespace SearchNotes.Export;

/// <summary>Settings of an export.</summary>
public sealed record ExportOptions
{
    /// <summary>The output folder, absolute. Created when it is missing.</summary>
    public required string Out { get; init; }

    /// <summary>Path of the output folder on the blog's site, with a slash at both ends. Default <c>/search/</c>.</summary>
    public string Base { get; init; } = "/search/";

    /// <summary>Title of the pages. Default <c>SearchNotes</c>.</summary>
    public string Title { get; init; } = "SearchNotes";

    /// <summary>Address of the blog; <see langword="null"/> takes the host that most links of talks have.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>Kinds of pages to write. Default all.</summary>
    public ExportedPages Pages { get; init; } = ExportedPages.All;
}

/// <summary>Kinds of pages that an export can leave out.</summary>
[Flags]
public enum ExportedPages
{
    /// <summary>None but the search page.</summary>
    None = 0,

    /// <summary>A page per talk.</summary>
    Talks = 1,

    /// <summary>A page per speaker.</summary>
    Speakers = 2,

    /// <summary>A page per tag.</summary>
    Tags = 4,

    /// <summary>A page per event.</summary>
    Events = 8,

    /// <summary>All kinds of pages.</summary>
    All = Talks | Speakers | Tags | Events,
}
