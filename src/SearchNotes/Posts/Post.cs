namespace SearchNotes.Posts;

/// <summary>A Markdown post with its front matter, not yet split into talks.</summary>
public sealed record Post
{
    /// <summary>Path of the file below the corpus folder, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The post's part of every id in it: the slugged file name, unique in the corpus. Contains only <c>[a-z0-9-]</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title: from the front matter, else the only level-1 heading if it precedes all text, else the file name in
    /// words.</summary>
    public required string Title { get; init; }

    /// <summary>Whether <see cref="Title"/> was made from the file name because the post has no title.</summary>
    internal bool TitleIsFromFileName { get; init; }

    /// <summary>The date of the post, from its front matter, file name or folder. File times are never used.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Two-letter language code in lower case (<c>en</c>, <c>fr</c>, <c>ja</c>), or <see langword="null"/> if unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The event's name: from the front matter or folder settings, else the title without a trailing day or part.</summary>
    public string? EventTitle { get; init; }

    /// <summary>The day of the notes at the event, as far as the post says so; <see langword="null"/> if unknown.</summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>The year of the event: from the front matter, else from the event's name, the title or a folder; <see langword="null"/> if
    /// none of them says so.</summary>
    public int? EventYear { get; init; }

    /// <summary>URL of the published page: absolute if the site URL is known, else site-relative; <see langword="null"/> if
    /// unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The rule by which the blog's generator makes heading ids. With <see cref="AnchorStyle.Unknown"/> there are no
    /// anchors.</summary>
    public AnchorStyle Anchors { get; init; }

    /// <summary>Whether the post is written in MyST, the Markdown of Sphinx and Jupyter Book, as its blog or front matter says.</summary>
    internal bool IsMyst { get; init; }

    /// <summary>Why the post is not indexed; <see langword="null"/> if it is indexed.</summary>
    public string? SkipReason { get; init; }

    /// <summary>Time at which the post becomes or ceases to be published; <see langword="null"/> if that does not change.</summary>
    internal DateTimeOffset? ChangesAt { get; init; }

    /// <summary>The front matter of the post.</summary>
    internal FrontMatter FrontMatter { get; init; } = FrontMatter.Empty;

    /// <summary>Explicit splitting settings: from the front matter, else from the corpus settings for the folder.</summary>
    public SplitOverrides Overrides { get; init; } = SplitOverrides.None;

    /// <summary>The whole file, with <c>\n</c> line ends and without a byte order mark.</summary>
    public required string Text { get; init; }

    /// <summary>The line where the Markdown begins after the front matter, from 1.</summary>
    internal int BodyLine { get; init; } = 1;

    /// <summary>Warnings about the file, its front matter and its date.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>Explicit settings for splitting a post.</summary>
/// <param name="Talks"><c>headings</c>, <c>one</c>, <c>none</c>, or <see langword="null"/> to let the splitter decide.</param>
/// <param name="TalkLevel">Heading level of talks, 1 to 6.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Speakers">The speakers, for a post that is one talk.</param>
public sealed record SplitOverrides(string? Talks, int? TalkLevel, string? Event, IReadOnlyList<string> Speakers)
{
    /// <summary>Overrides nothing.</summary>
    public static SplitOverrides None { get; } = new(null, null, null, []);
}

/// <summary>The rule by which a generator makes heading ids.</summary>
public enum AnchorStyle
{
    /// <summary>Unknown. Links go to the page, with a text fragment.</summary>
    Unknown,

    /// <summary>Pandoc, as used by Hakyll.</summary>
    Pandoc,

    /// <summary>GitHub, and generators that use the same rule (Astro, Nuxt).</summary>
    GitHub,

    /// <summary>Kramdown without GFM (old Jekyll).</summary>
    Kramdown,

    /// <summary>Kramdown with GFM (Jekyll 3 and later).</summary>
    KramdownGfm,

    /// <summary>Hugo's default, <c>github</c>, before version 0.144: the id comes from the heading's source.</summary>
    Hugo,

    /// <summary>Hugo's default since version 0.144: the id comes from the heading's text.</summary>
    HugoText,

    /// <summary>Hugo's default, of an unknown version: only ids on which all versions agree.</summary>
    HugoAnyVersion,

    /// <summary>Hugo's <c>github-ascii</c>.</summary>
    HugoAscii,

    /// <summary>Hugo's <c>blackfriday</c>.</summary>
    HugoBlackfriday,

    /// <summary>Redcarpet with a table of contents (old Jekyll).</summary>
    Redcarpet,

    /// <summary>Hexo.</summary>
    Hexo,
}
