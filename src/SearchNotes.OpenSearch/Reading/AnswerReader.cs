using System.Globalization;
using System.Text.Json;
using SearchNotes.Querying;
using SearchNotes.Querying.Candidates;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Reads the answers to searches.</summary>
internal static class AnswerReader
{
    /// <summary>Name of the aggregation that counts posts, and of the values in every aggregation.</summary>
    public const string Posts = "posts", Values = "values";

    /// <summary>Returns the documents of a search that asked for <see cref="Fields.OfTalk"/>.</summary>
    public static List<CandidateTalk> Talks(JsonElement search, TalkReader reader) =>
        [.. HitsOf(search).Select(hit => Talk(hit, reader))];

    /// <summary>Returns a document.</summary>
    public static CandidateTalk Talk(JsonElement document, TalkReader reader)
    {
        var fields = document.GetProperty("fields");
        return reader.Read(TextOf(fields, Fields.Data), fields.GetProperty(Fields.Remainder)[0].GetBoolean());
    }

    /// <summary>Returns the ids and digests of the documents of a search that asked for these alone.</summary>
    public static IEnumerable<(string Id, string Digest)> Keys(JsonElement search)
    {
        foreach (var hit in HitsOf(search))
        {
            var fields = hit.GetProperty("fields");
            yield return (TextOf(fields, Fields.Id), TextOf(fields, Fields.Digest));
        }
    }

    /// <summary>Returns the number of matching documents.</summary>
    public static int Total(JsonElement search) => search.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt32();

    /// <summary>Returns the best score; 0 without hits.</summary>
    public static double BestScore(JsonElement search) =>
        search.GetProperty("hits").GetProperty("max_score") is { ValueKind: JsonValueKind.Number } score ? score.GetDouble() : 0;

    /// <summary>Returns whether a shard did not answer, or not in time.</summary>
    public static bool IsPartial(JsonElement search) =>
        search.GetProperty("timed_out").GetBoolean() || search.GetProperty("_shards").GetProperty("failed").GetInt32() > 0;

    /// <summary>Returns the values of each facet.</summary>
    public static Dictionary<Facet, IReadOnlyList<FacetValue>> Facets(JsonElement search)
    {
        var facets = new Dictionary<Facet, IReadOnlyList<FacetValue>>();
        foreach (var facet in Facet.All)
        {
            if (!TryAggregation(search, facet.Name, out var values))
                continue;
            facets[facet] = [.. values.GetProperty("buckets").EnumerateArray()
                .Select(bucket => new FacetValue(KeyOf(bucket.GetProperty("key")), bucket.GetProperty("doc_count").GetInt32()))];
        }

        return facets;
    }

    /// <summary>Returns the number of documents for each condition of a <see cref="CountWriter"/>.</summary>
    public static IReadOnlyList<int> Counts(JsonElement search) =>
        [.. search.GetProperty("aggregations").GetProperty(Values).GetProperty("buckets").EnumerateArray()
            .Select(bucket => bucket.GetProperty("doc_count").GetInt32())];

    /// <summary>Returns the number of posts of the matching documents; 0 when it was not asked for.</summary>
    public static int CountOfPosts(JsonElement search) =>
        TryAggregation(search, Posts, out var values) ? values.GetProperty("value").GetInt32() : 0;

    private static JsonElement.ArrayEnumerator HitsOf(JsonElement search) =>
        search.GetProperty("hits").GetProperty("hits").EnumerateArray();

    private static string TextOf(JsonElement fields, string name) => fields.GetProperty(name)[0].GetString() ?? "";

    private static bool TryAggregation(JsonElement search, string name, out JsonElement values)
    {
        values = default;
        return search.TryGetProperty("aggregations", out var all) && all.TryGetProperty(name, out var filtered)
            && filtered.TryGetProperty(Values, out values);
    }

    private static string KeyOf(JsonElement key) =>
        key.ValueKind == JsonValueKind.String ? key.GetString() ?? "" : key.GetInt64().ToString(CultureInfo.InvariantCulture);
}
