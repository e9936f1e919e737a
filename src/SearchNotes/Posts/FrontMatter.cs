namespace SearchNotes.Posts;

/// <summary>How a post's front matter is written.</summary>
public enum FrontMatterDialect
{
    /// <summary>The post has no front matter.</summary>
    None,

    /// <summary>YAML between two lines of three hyphens.</summary>
    Yaml,

    /// <summary>YAML that only a line of hyphens ends, as Hexo writes it.</summary>
    YamlWithoutOpening,

    /// <summary>TOML between two lines of three plus signs.</summary>
    Toml,

    /// <summary>Indented <c>Key: value</c> lines, as Frog writes them.</summary>
    IndentedKeys,

    /// <summary>Pandoc's title block: up to three lines that begin with a per cent sign.</summary>
    Pandoc,
}

/// <summary>What a post says of itself above its text. Everything is optional; unknown keys are kept aside.</summary>
public sealed record FrontMatter
{
    /// <summary>A post without front matter.</summary>
    public static FrontMatter Empty { get; } = new();

    /// <summary>How it was written.</summary>
    public FrontMatterDialect Dialect { get; init; }

    /// <summary>The title, without mark-up; <see langword="null"/> when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The date as a day, in the zone that it was written in.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Tags, categories and keywords in the order written, without repeats.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Place of the event: location, venue or city.</summary>
    public string? Location { get; init; }

    /// <summary>The event, where the post names it (event or conference).</summary>
    public string? Event { get; init; }

    /// <summary>Excerpt, summary or description.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Who spoke (speaker, speakers, presenter). Never the post's author.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The post's author or authors. Only with <see cref="Event"/> given as conference, or a layout of talk, are they
    /// speakers.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Language as written (lang, language), unchecked: <c>en</c>, <c>pt-BR</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The layout or type of page, as written: <c>post</c>, <c>talk</c>.</summary>
    public string? Layout { get; init; }

    /// <summary>The whole address or path of the page (permalink, url, path).</summary>
    public string? Permalink { get; init; }

    /// <summary>The last part of the page's address.</summary>
    public string? Slug { get; init; }

    /// <summary>Why the blogger keeps the post back (<c>draft: true</c>), in words; <see langword="null"/> for a published post.</summary>
    public string? UnpublishedReason { get; init; }

    /// <summary>How the blogger wants the post split: headings, one, none; <see langword="null"/> when the signals decide.</summary>
    public string? Talks { get; init; }

    /// <summary>The level of the talks' headings as the blogger gives it, 1 to 6.</summary>
    public int? TalkLevel { get; init; }

    /// <summary>All keys with their text as written, by lower-case name.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();
}
