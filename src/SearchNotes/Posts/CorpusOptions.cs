namespace SearchNotes.Posts;

/// <summary>Options of a corpus: the folder of posts and the settings for it.</summary>
public sealed record CorpusOptions
{
    /// <summary>Default of <see cref="MaxPostBytes"/>.</summary>
    public const int DefaultMaxPostBytes = 1 << 20;

    /// <summary>Default of <see cref="MaxFrontMatterCharacters"/>.</summary>
    public const int DefaultMaxFrontMatterCharacters = 64 * 1024;

    /// <summary>The corpus folder, absolute or relative to the working directory.</summary>
    public required string Root { get; init; }

    /// <summary>The top folder of the clone that pushes write to (<see cref="CorpusClone.TopOf"/>). The real path of the corpus must be
    /// inside it. Default <see langword="null"/>: no push writes to the corpus, and if the corpus folder is a link it may lead
    /// anywhere.</summary>
    public string? CloneTop { get; init; }

    /// <summary>Whether posts marked as drafts are included. Default false.</summary>
    public bool IncludeDrafts { get; init; }

    /// <summary>Settings for folders without their own.</summary>
    public FolderOptions Defaults { get; init; } = new();

    /// <summary>Settings per folder, by glob (<c>posts/**</c>). For each key the longest matching pattern wins.</summary>
    public IReadOnlyDictionary<string, FolderOptions> Folders { get; init; } = new Dictionary<string, FolderOptions>();

    /// <summary>Words that stand for others in searches, besides those that the program knows. Default none.</summary>
    public IReadOnlyList<SynonymRule> Synonyms { get; init; } = [];

    /// <summary>Talks and pages that the blog recommends for certain queries. Default none.</summary>
    public IReadOnlyList<BestBetRule> BestBets { get; init; } = [];

    /// <summary>Maximum size of a post in bytes. Default 1 MiB. The Markdown parser takes quadratic time on list indentation.</summary>
    public int MaxPostBytes { get; init; } = DefaultMaxPostBytes;

    /// <summary>The clock that decides whether a post is published yet. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Maximum length of parsed front matter, in UTF-16 characters. Default 65,536.</summary>
    public int MaxFrontMatterCharacters { get; init; } = DefaultMaxFrontMatterCharacters;
}

/// <summary>Settings of one corpus folder. A <see langword="null"/> value is inherited or, failing that, detected.</summary>
public sealed record FolderOptions
{
    /// <summary>The blog's URL, such as <c>https://blog.example</c>. Without it, links are site-relative.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>Permalink pattern, such as <c>/:year/:month/:title/</c>, or a generator's name (<c>jekyll</c>, <c>github</c>).</summary>
    public string? Permalink { get; init; }

    /// <summary>The rule by which the generator makes heading ids.</summary>
    public AnchorStyle? Anchors { get; init; }

    /// <summary>Whether the posts can be found. Default true.</summary>
    public bool? Search { get; init; }

    /// <summary>The posts that are kept out of the search.</summary>
    public PostSelection? Without { get; init; }

    /// <summary>The posts that may contain talks; the others are not split.</summary>
    public PostSelection? TalksOnlyIn { get; init; }

    /// <summary><c>headings</c>, <c>one</c> or <c>none</c>, which overrides the splitter's own decision, or <c>auto</c>, which leaves the
    /// decision to the splitter when an enclosing folder does not.</summary>
    public string? Talks { get; init; }

    /// <summary>Heading level of talks, 1 to 6.</summary>
    public int? TalkLevel { get; init; }

    /// <summary>The event that all posts in the folder are about.</summary>
    public string? Event { get; init; }

    /// <summary>The speakers of every post in the folder.</summary>
    public IReadOnlyList<string>? Speakers { get; init; }
}
