using System.Text.Json.Nodes;

namespace SearchNotes.Tests.Export;

/// <summary>The answers of both engines to a query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Wanted">What the engine in C# answers.</param>
/// <param name="Got">What the engine for browsers answers.</param>
internal sealed record AnswerPair(string Query, JsonNode Wanted, JsonNode Got)
{
    /// <summary>Whether both show the same talk first, or none.</summary>
    public bool HasSameFirst => Ids(Wanted).FirstOrDefault() == Ids(Got).FirstOrDefault();

    /// <summary>Number of hits of the engine in C#.</summary>
    public int Hits => Wanted["hits"]!.AsArray().Count;

    /// <summary>Hits of both answers in which other words are flagged.</summary>
    public IEnumerable<string> FlaggedOtherwise =>
        from hit in Wanted["hits"]!.AsArray()
        join other in Got["hits"]!.AsArray() on (string)hit!["id"]! equals (string)other!["id"]!
        where Flagged(hit) != Flagged(other)
        select $"{Query}, {hit["id"]}: {Flagged(hit)}, but {Flagged(other)}";

    /// <summary>Returns the ids of the hits.</summary>
    public static IEnumerable<string> Ids(JsonNode answer) => answer["hits"]!.AsArray().Select(hit => (string)hit!["id"]!);

    /// <summary>Returns the hits as text.</summary>
    public string Order(JsonNode answer) => $"{Query}: {string.Join(", ", Ids(answer))}";

    /// <summary>Returns all but the hits as text.</summary>
    public string Remarks(JsonNode answer) => $"{Query}: "
        + string.Join(' ', new[] { "total", "near_only", "absent", "given_up", "corrections", "notes" }
            .Select(name => $"{name} {answer[name]!.ToJsonString()}"));

    private static string Flagged(JsonNode hit)
    {
        var runs = hit["topic_runs"]!.AsArray().Concat(hit["speaker_runs"]!.AsArray().SelectMany(name => name!.AsArray()))
            .Concat(hit["matches"]!.AsArray().SelectMany(match => match!["runs"]!.AsArray()));
        return string.Join(" | ", runs.Where(run => run!["match"] is not null).Select(run => ((string)run!["text"]!).ToLowerInvariant())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
