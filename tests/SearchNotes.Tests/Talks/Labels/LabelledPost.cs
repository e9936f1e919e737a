using System.Text.Json;

namespace SearchNotes.Tests.Talks.Labels;

/// <summary>What a careful reader calls the talks of a post; see <c>README.md</c> beside this file.</summary>
public sealed record LabelledPost
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string Repo { get; init; } = "corpus";

    public required string File { get; init; }

    /// <summary>multi-talk, single-talk or not-talks.</summary>
    public string Kind { get; init; } = "";

    public required IReadOnlyList<LabelledTalk> Talks { get; init; }

    /// <summary>Reads a file of labels.</summary>
    public static IReadOnlyList<LabelledPost> Read(string path) =>
        JsonSerializer.Deserialize<List<LabelledPost>>(System.IO.File.ReadAllText(path),
            SnakeCase)!; // No file of labels holds just "null".

    /// <summary>Reads the labels that lie beside this file.</summary>
    public static IReadOnlyList<LabelledPost> ReadOwn(string name) =>
        Read(Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Talks", "Labels", name));
}

/// <summary>A talk as a reader sees it.</summary>
public sealed record LabelledTalk
{
    public required string Title { get; init; }

    public IReadOnlyList<string> AltTitles { get; init; } = [];

    public required IReadOnlyList<string> Speakers { get; init; }

    /// <summary>How it begins: heading, heading-no-space, list-item, paragraph, bold-lead, whole-post.</summary>
    public required string Form { get; init; }

    public required int Line { get; init; }

    public required int EndLine { get; init; }

    /// <summary>A reader could go either way: neither missed nor wrong.</summary>
    public bool Optional { get; init; }
}
