namespace SearchNotes.Posts;

/// <summary>A Markdown file with front matter, read but not yet split into talks.</summary>
public sealed record Post
{
    /// <summary>Where the file lies below the corpus folder, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The post's part of every id in it: the slugged file name, unique in the corpus; only <c>[a-z0-9-]</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title: from the front matter, else the only level-1 heading above all text, else the file name in words.</summary>
    public required string Title { get; init; }

    /// <summary>True when <see cref="Title"/> was made from the file name because the post gives none.</summary>
    public bool TitleIsFromFileName { get; init; }

    /// <summary>The day of the post: front matter, file name or folder; never the clock.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Two-letter language code in lower case (<c>en</c>, <c>fr</c>, <c>ja</c>), or <see langword="null"/> when nothing
    /// tells.</summary>
    public string? Language { get; init; }

    /// <summary>The event's name: front matter, else the title without a trailing day or part.</summary>
    public string? EventTitle { get; init; }

    /// <summary>The page as the blog publishes it: absolute with a site address, else site-relative; <see langword="null"/> when
    /// unknown.</summary>
    public string? Url { get; init; }

    /// <summary>How the blog's generator makes heading ids; <see cref="AnchorStyle.Unknown"/> gives no anchors.</summary>
    public AnchorStyle Anchors { get; init; }

    /// <summary>Why the post stays out of the index, in words; <see langword="null"/> when it is taken.</summary>
    public string? SkipReason { get; init; }

    /// <summary>The front matter.</summary>
    public FrontMatter FrontMatter { get; init; } = FrontMatter.Empty;

    /// <summary>Settings that overrule the signals: the front matter's, else those of the corpus for this folder.</summary>
    public SplitOverrides Overrides { get; init; } = SplitOverrides.None;

    /// <summary>The whole file with <c>\n</c> line ends and without a byte order mark.</summary>
    public required string Text { get; init; }

    /// <summary>The line on which the Markdown begins, from 1, after the front matter.</summary>
    public int BodyLine { get; init; } = 1;

    /// <summary>What was odd about the file, its front matter or its date.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>What a blogger fixes by hand about splitting a post.</summary>
/// <param name="Talks"><c>headings</c>, <c>one</c>, <c>none</c>, or <see langword="null"/> to let the signals decide.</param>
/// <param name="TalkLevel">The level of the talks' headings, 1 to 6.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Speakers">The speakers of a post that is one talk.</param>
public sealed record SplitOverrides(string? Talks, int? TalkLevel, string? Event, IReadOnlyList<string> Speakers)
{
    /// <summary>Nothing is overruled.</summary>
    public static SplitOverrides None { get; } = new(null, null, null, []);
}

/// <summary>Which rule a blog's generator follows to make the id of a heading.</summary>
public enum AnchorStyle
{
    /// <summary>Not known: link to the page, with a text fragment.</summary>
    Unknown,

    /// <summary>Pandoc, as Hakyll uses it.</summary>
    Pandoc,

    /// <summary>GitHub, and the sites that copy its rule (Astro, Nuxt).</summary>
    GitHub,

    /// <summary>Kramdown without GFM (old Jekyll).</summary>
    Kramdown,

    /// <summary>Kramdown with GFM (Jekyll 3 and later).</summary>
    KramdownGfm,

    /// <summary>Hugo's default, <c>github</c>.</summary>
    Hugo,

    /// <summary>Hugo's <c>github-ascii</c>.</summary>
    HugoAscii,

    /// <summary>Hugo's <c>blackfriday</c>.</summary>
    HugoBlackfriday,

    /// <summary>Redcarpet with a table of contents (old Jekyll).</summary>
    Redcarpet,

    /// <summary>Hexo.</summary>
    Hexo,
}
