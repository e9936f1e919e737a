namespace SearchNotes.Posts;

/// <summary>Syntax of a post's front matter.</summary>
internal enum FrontMatterDialect
{
    /// <summary>The post has no front matter.</summary>
    None,

    /// <summary>YAML between two lines of three hyphens.</summary>
    Yaml,

    /// <summary>YAML without an opening fence, ended by a line of hyphens, as in Hexo.</summary>
    YamlWithoutOpening,

    /// <summary>TOML between two lines of three plus signs.</summary>
    Toml,

    /// <summary>Indented <c>Key: value</c> lines, as in Frog.</summary>
    IndentedKeys,

    /// <summary>JSON, as in Hugo; a subset of YAML.</summary>
    Json,

    /// <summary>Pandoc's title block: up to three lines that begin with a percent sign.</summary>
    Pandoc,
}

/// <summary>Metadata at the top of a post. Every value is optional; unknown keys are in <see cref="Keys"/>.</summary>
internal sealed record FrontMatter
{
    /// <summary>Empty front matter.</summary>
    public static FrontMatter Empty { get; } = new();

    /// <summary>Syntax of the front matter.</summary>
    public FrontMatterDialect Dialect { get; init; }

    /// <summary>The title without markup; <see langword="null"/> if none is given.</summary>
    public string? Title { get; init; }

    /// <summary>The date, in the time zone in which it was written.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Tags, categories and keywords in the order written, without duplicates.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Location of the event (location, venue, city).</summary>
    public string? Location { get; init; }

    /// <summary>Name of the event (event, conference).</summary>
    public string? Event { get; init; }

    /// <summary>The day at the event (event_date, talk_date).</summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>The excerpt (excerpt, summary, description).</summary>
    public string? Excerpt { get; init; }

    /// <summary>The speakers (speaker, speakers, presenter). The post's author is never one of them.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The authors of the post. They count as speakers only if <see cref="Event"/> is given as conference or the layout is
    /// talk.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The language as written (lang, language), not validated: <c>en</c>, <c>pt-BR</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The layout or page type as written: <c>post</c>, <c>talk</c>.</summary>
    public string? Layout { get; init; }

    /// <summary>The complete URL or path of the page (permalink, url, path).</summary>
    public string? Permalink { get; init; }

    /// <summary>The last segment of the page's URL.</summary>
    public string? Slug { get; init; }

    /// <summary>Why the post is unpublished (<c>draft: true</c>); <see langword="null"/> for a published post.</summary>
    public string? UnpublishedReason { get; init; }

    /// <summary>How to split the post: headings, one or none; <see langword="null"/> lets the splitter decide.</summary>
    public string? Talks { get; init; }

    /// <summary>Heading level of talks, 1 to 6.</summary>
    public int? TalkLevel { get; init; }

    /// <summary>All keys in lower case, with their values as written.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();
}
