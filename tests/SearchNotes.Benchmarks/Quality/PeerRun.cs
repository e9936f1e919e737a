using System.Text.Json;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>What another engine found for judged queries, as a JSON file: <c>engine</c>, and <c>runs</c> by id of the query.</summary>
/// <param name="Engine">Name of the engine.</param>
/// <param name="Runs">The hits of each query, best first.</param>
internal sealed record PeerRun(string Engine, Dictionary<string, PeerHit[]> Runs)
{
    /// <summary>Reads files of runs. Several files of one engine are one run.</summary>
    public static IReadOnlyList<PeerRun> Read(IEnumerable<string> files) =>
        [.. files.Select(Read).GroupBy(run => run.Engine).Select(group => new PeerRun(
            group.Key, group.SelectMany(run => run.Runs).ToDictionary(hits => hits.Key, hits => hits.Value, StringComparer.Ordinal)))];

    /// <summary>Returns the nDCG of each query, by id.</summary>
    public IReadOnlyDictionary<string, double> Ndcg(IEnumerable<JudgedQuery> queries) => queries.ToDictionary(
        query => query.Id,
        query => QualityScore.NdcgOf(query, new HitJudge(query).Grades(Runs.GetValueOrDefault(query.Id, []))),
        StringComparer.Ordinal);

    private static PeerRun Read(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<PeerRun>(stream, JsonSerializerOptions.Web)!; // Null only for the JSON text "null".
    }
}

/// <summary>A hit of another engine.</summary>
/// <param name="Path">Path of the post.</param>
/// <param name="Heading">Heading of the talk; empty for the text outside of its talks.</param>
/// <param name="Title">Title of the hit.</param>
/// <param name="Speaker">Names of the speakers.</param>
internal sealed record PeerHit(string Path, string? Heading, string? Title, string? Speaker);
