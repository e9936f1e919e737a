using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.OpenSearch.Transport;
using SearchNotes.Querying;
using SearchNotes.Querying.Matching;
using SearchNotes.Talks;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Reads the ids of all talks of a generation.</summary>
internal static class TalkIdReader
{
    /// <summary>Number of ids in one answer.</summary>
    private const int PageSize = 5_000;

    private static readonly Condition IsTalk = Condition.All(
    [
        new ValueCondition(Fields.Type, [Fields.TypeTalk]),
        new NotCondition(new ValueCondition(Schema.KindFacet, [Facet.Kind.KeyOfRequested(TalkKindNames.Of(TalkKind.Post))])),
    ]);

    /// <summary>Returns the ids in their order, posts left out.</summary>
    public static IReadOnlyList<string> Read(Cluster cluster, string index)
    {
        var ids = new List<string>();
        while (true)
        {
            var body = JsonBody.Of(json => Write(json, ids.LastOrDefault()));
            using var answer = cluster.Require(HttpMethod.Post, $"{index}/_search", body);
            if (AnswerReader.IsPartial(answer.Json))
                throw ClusterClient.Unreachable("a part of it is missing");
            var before = ids.Count;
            ids.AddRange(answer.Json.GetProperty("hits").GetProperty("hits").EnumerateArray()
                .Select(hit => hit.GetProperty("sort")[0].GetString()).OfType<string>());
            if (ids.Count - before < PageSize)
                return ids;
        }
    }

    private static void Write(Utf8JsonWriter json, string? after)
    {
        json.WriteStartObject();
        json.WriteNumber("size", PageSize);
        json.WriteBoolean("track_total_hits", false);
        json.WriteBoolean("_source", false);
        json.WritePropertyName("query");
        ConditionWriter.Write(json, IsTalk);
        json.WriteStartArray("sort");
        json.WriteStringValue(Fields.Id);
        json.WriteEndArray();
        if (after is not null)
        {
            json.WriteStartArray("search_after");
            json.WriteStringValue(after);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
