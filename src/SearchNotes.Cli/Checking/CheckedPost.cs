using System.Text.Json.Serialization;
using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Cli.Checking;

/// <summary>The result of <c>check</c> for a post. JSON names are the property names in snake case.</summary>
internal sealed record CheckedPost
{
    /// <summary>Path relative to the checked folder, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The post's title.</summary>
    public required string Title { get; init; }

    /// <summary>The post's date, or <see langword="null"/>.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The post's URL on the blog, or <see langword="null"/> when it is unknown.</summary>
    public required string? Url { get; init; }

    /// <summary>Why the post is left out of the index; <see langword="null"/> when it is indexed.</summary>
    public required string? LeftOut { get; init; }

    /// <summary>The warnings, by line.</summary>
    public required IReadOnlyList<CheckedWarning> Warnings { get; init; }

    /// <summary>The talks in the order of the file; empty for an ordinary post and for a post that is left out.</summary>
    public required IReadOnlyList<CheckedTalk> Talks { get; init; }

    /// <summary>Whether this is a post; false for the aliases file and for folders, which only have warnings.</summary>
    [JsonIgnore]
    public bool IsPost { get; init; } = true;

    /// <summary>With <c>--explain</c>, for a post without talks: the reason, in words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>With <c>--explain</c>: the features that are evidence for or against talks in the post.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CheckedFeature>? Features { get; init; }

    /// <summary>For an ordinary post that may contain talks: the probability, and the front matter to add if it does.</summary>
    [JsonIgnore]
    public UnsureTalks? Unsure { get; init; }

    /// <summary>The style of its heading ids, for the summary.</summary>
    [JsonIgnore]
    public AnchorStyle Anchors { get; init; }
}

/// <summary>A warning.</summary>
/// <param name="Line">Line number from 1; 0 for the whole file.</param>
/// <param name="Message">One sentence.</param>
internal sealed record CheckedWarning(int Line, string Message);

/// <summary>A heading inside a talk.</summary>
internal sealed record CheckedSection(string Heading, string? Anchor, int Line);

/// <summary>A feature of a post or a talk.</summary>
/// <param name="Name">The feature, in words.</param>
/// <param name="Value">The value of the feature.</param>
/// <param name="Contribution">The amount that it adds to the log odds of a talk.</param>
internal sealed record CheckedFeature(string Name, double Value, double Contribution);

/// <summary>The result of <c>check</c> for a talk.</summary>
internal sealed record CheckedTalk
{
    /// <summary>The talk's id.</summary>
    public required string Id { get; init; }

    /// <summary>The talk's kind, as in the API.</summary>
    public required string Kind { get; init; }

    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The names of the speakers.</summary>
    public required IReadOnlyList<string> Speakers { get; init; }

    /// <summary>The heading's text, or <see langword="null"/>.</summary>
    public required string? Heading { get; init; }

    /// <summary>The heading's id on the live page, or <see langword="null"/>.</summary>
    public required string? Anchor { get; init; }

    /// <summary>First line, from 1.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Last line, included.</summary>
    public required int LastLine { get; init; }

    /// <summary>The headings inside the talk.</summary>
    public required IReadOnlyList<CheckedSection> Sections { get; init; }

    /// <summary>The number of code blocks.</summary>
    public required int CodeBlocks { get; init; }

    /// <summary>Whether the talk contains questions and answers.</summary>
    public required bool HasQa { get; init; }

    /// <summary>The signal that decided that this is a talk.</summary>
    public required string Why { get; init; }

    /// <summary>The splitter's confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>With <c>--explain</c>: the features that decided, strongest first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CheckedFeature>? Features { get; init; }
}
