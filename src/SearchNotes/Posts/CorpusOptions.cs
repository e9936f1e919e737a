namespace SearchNotes.Posts;

/// <summary>Which folder of posts is read, and what the blogger says about it.</summary>
public sealed record CorpusOptions
{
    /// <summary>Default of <see cref="MaxPostBytes"/>.</summary>
    public const int DefaultMaxPostBytes = 1 << 20;

    /// <summary>Default of <see cref="MaxFrontMatterCharacters"/>.</summary>
    public const int DefaultMaxFrontMatterCharacters = 64 * 1024;

    /// <summary>The corpus folder, absolute or relative to the working directory.</summary>
    public required string Root { get; init; }

    /// <summary>The top folder of the clone that pushes write to (<see cref="CorpusClone.TopOf"/>): the corpus' real path must be in it.
    /// <see langword="null"/>, the default, where no push does: a link that the corpus folder is may then lead anywhere.</summary>
    public string? CloneTop { get; init; }

    /// <summary>Take posts that are marked as drafts as well. Default false.</summary>
    public bool IncludeDrafts { get; init; }

    /// <summary>What holds for every folder that has nothing of its own.</summary>
    public FolderOptions Defaults { get; init; } = new();

    /// <summary>Per-folder settings by glob (<c>posts/**</c>); the longest pattern that fits wins, key by key.</summary>
    public IReadOnlyDictionary<string, FolderOptions> Folders { get; init; } = new Dictionary<string, FolderOptions>();

    /// <summary>Largest file that is read, in bytes. Default 1 MiB: list indentation is quadratic in the Markdown parser.</summary>
    public int MaxPostBytes { get; init; } = DefaultMaxPostBytes;

    /// <summary>Longest front matter that is parsed, in UTF-16 characters. Default 65,536.</summary>
    public int MaxFrontMatterCharacters { get; init; } = DefaultMaxFrontMatterCharacters;
}

/// <summary>Settings of one folder of the corpus; a <see langword="null"/> is inherited, then guessed.</summary>
public sealed record FolderOptions
{
    /// <summary>Address of the blog, such as <c>https://blog.example</c>; without it links are site-relative.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>Pattern of a page's address, such as <c>/:year/:month/:title/</c>, or a generator's name (<c>jekyll</c>,
    /// <c>github</c>).</summary>
    public string? Permalink { get; init; }

    /// <summary>How heading ids are made.</summary>
    public AnchorStyle? Anchors { get; init; }

    /// <summary><c>headings</c>, <c>one</c> or <c>none</c>: overrules the signals of the splitter.</summary>
    public string? Talks { get; init; }

    /// <summary>Level of the talks' headings, 1 to 6.</summary>
    public int? TalkLevel { get; init; }

    /// <summary>The event that all posts of the folder are about.</summary>
    public string? Event { get; init; }

    /// <summary>The speaker or speakers of every post of the folder.</summary>
    public IReadOnlyList<string>? Speakers { get; init; }
}
