using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>A query with its relevant talks.</summary>
internal sealed record JudgedQuery
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Key of the query in reports.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of query it is, such as <c>typo</c>. Queries of class <c>none</c> have no answer.</summary>
    public required string Class { get; init; }

    /// <summary>The query as typed.</summary>
    public required string Text { get; init; }

    /// <summary>Language of the query, where the set says it.</summary>
    public string? Lang { get; init; }

    /// <summary>The relevant talks; empty when there are none.</summary>
    public required IReadOnlyList<RelevantTalk> Relevant { get; init; }

    /// <summary>Reads a file of queries: an object with the array <c>queries</c>.</summary>
    public static IReadOnlyList<JudgedQuery> Read(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<QueryFile>(stream, Options)!.Queries; // Null only for the JSON text "null".
    }

    /// <summary>Writes a file of queries.</summary>
    public static void Write(string file, IReadOnlyList<JudgedQuery> queries) =>
        File.WriteAllText(file, JsonSerializer.Serialize(new QueryFile(queries), Options) + "\n");

    /// <summary>Adds further judgements: an array of talks, each with the <c>id</c> of its query and its grade. Those of grade 0 were
    /// looked at and are not relevant.</summary>
    public static IReadOnlyList<JudgedQuery> WithMore(IReadOnlyList<JudgedQuery> queries, string file)
    {
        using var stream = File.OpenRead(file);
        var more = JsonSerializer.Deserialize<RelevantTalk[]>(stream, Options)!.Where(talk => talk.Grade > 0).ToLookup(talk => talk.Id);
        return [.. queries.Select(query => query with { Relevant = [.. query.Relevant, .. more[query.Id]] })];
    }

    private sealed record QueryFile(IReadOnlyList<JudgedQuery> Queries);
}

/// <summary>A talk that is relevant to a query.</summary>
/// <param name="Path">Path of the post, or the end of it.</param>
/// <param name="Heading">Heading of the talk; <see langword="null"/> when the whole post counts, empty for the text outside of its
/// talks.</param>
/// <param name="Grade">3 answers the query, 2 helps, 1 mentions it.</param>
/// <param name="Alt">Other names of the talk.</param>
/// <param name="Id">Id of the query, in files of further judgements only.</param>
internal sealed record RelevantTalk(string Path, string? Heading, int Grade, IReadOnlyList<string>? Alt = null, string? Id = null);
