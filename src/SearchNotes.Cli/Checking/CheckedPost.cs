using System.Text.Json.Serialization;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Checking;

/// <summary>What <c>check</c> says about a post; its JSON names are these in snake case.</summary>
internal sealed record CheckedPost
{
    /// <summary>Path below the folder that was checked, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The day, or <see langword="null"/>.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The page on the blog, or <see langword="null"/> when its address is unknown.</summary>
    public required string? Url { get; init; }

    /// <summary>Why the post stays out of the index; <see langword="null"/> when it is taken.</summary>
    public required string? LeftOut { get; init; }

    /// <summary>What was odd.</summary>
    public required IReadOnlyList<CheckedWarning> Warnings { get; init; }

    /// <summary>Its talks in the order of the file; empty for an ordinary post and for one that is left out.</summary>
    public required IReadOnlyList<CheckedTalk> Talks { get; init; }

    /// <summary>False for the aliases file, which is no post and yet may have warnings.</summary>
    [JsonIgnore]
    public bool IsPost { get; init; } = true;

    /// <summary>How its heading ids are made, for the summary.</summary>
    [JsonIgnore]
    public AnchorStyle Anchors { get; init; }
}

/// <summary>Something odd.</summary>
/// <param name="Line">From 1; 0 for the whole file.</param>
/// <param name="Message">One sentence.</param>
internal sealed record CheckedWarning(int Line, string Message);

/// <summary>A heading inside a talk.</summary>
internal sealed record CheckedSection(string Heading, string? Anchor, int Line);

/// <summary>What <c>check</c> says about a talk.</summary>
internal sealed record CheckedTalk
{
    /// <summary>The talk's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its kind, as the API writes it.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required string Topic { get; init; }

    /// <summary>Who spoke.</summary>
    public required IReadOnlyList<string> Speakers { get; init; }

    /// <summary>The heading's text, or <see langword="null"/>.</summary>
    public required string? Heading { get; init; }

    /// <summary>The heading's id on the live page, or <see langword="null"/>.</summary>
    public required string? Anchor { get; init; }

    /// <summary>First line, from 1.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Last line, included.</summary>
    public required int LastLine { get; init; }

    /// <summary>The headings inside.</summary>
    public required IReadOnlyList<CheckedSection> Sections { get; init; }

    /// <summary>How many code blocks it holds.</summary>
    public required int CodeBlocks { get; init; }

    /// <summary>Whether it holds questions and answers.</summary>
    public required bool HasQa { get; init; }

    /// <summary>The signal that decided.</summary>
    public required string Why { get; init; }

    /// <summary>How sure the splitter is, 0 to 1.</summary>
    public required double Confidence { get; init; }
}
