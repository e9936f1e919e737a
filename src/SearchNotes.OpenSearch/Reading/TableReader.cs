using System.Text.Json;
using SearchNotes.OpenSearch.Transport;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Reads the chunks of tables that a generation carries.</summary>
internal static class TableReader
{
    /// <summary>Number of chunks in one answer.</summary>
    private const int PageSize = 200;

    /// <summary>Time limit of one answer; chunks of a large collection take some megabytes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Returns all chunks of some tables.</summary>
    public static IEnumerable<(string Table, string Chunk, string Data)> Read(Cluster cluster, string index, IReadOnlyList<string> tables)
    {
        for ((string Table, string Chunk)? last = null; ;)
        {
            var page = ReadPage(cluster, index, tables, last);
            foreach (var chunk in page)
                yield return chunk;
            if (page.Count < PageSize)
                yield break;
            last = (page[^1].Table, page[^1].Chunk);
        }
    }

    private static List<(string Table, string Chunk, string Data)> ReadPage(Cluster cluster, string index, IReadOnlyList<string> tables,
        (string Table, string Chunk)? after)
    {
        var body = JsonBody.Of(json => Write(json, tables, after));
        using var answer = cluster.Require(HttpMethod.Post, $"{index}/_search", body, Limit);
        if (AnswerReader.IsPartial(answer.Json))
            throw ClusterClient.Unreachable("a part of it is missing");
        return [.. answer.Json.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(Read)];
    }

    private static (string Table, string Chunk, string Data) Read(JsonElement hit)
    {
        var key = hit.GetProperty("sort");
        return (key[0].GetString() ?? "", key[1].GetString() ?? "", hit.GetProperty("fields").GetProperty(Fields.Data)[0].GetString() ?? "");
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<string> tables, (string Table, string Chunk)? after)
    {
        json.WriteStartObject();
        json.WriteNumber("size", PageSize);
        json.WriteBoolean("track_total_hits", false);
        JsonBody.WriteNames(json, "stored_fields", [Fields.Data]);
        json.WriteStartObject("query");
        json.WriteStartObject("terms");
        json.WriteStartArray(Fields.Table);
        foreach (var table in tables)
            json.WriteStringValue(table);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("sort");
        json.WriteStringValue(Fields.Table);
        json.WriteStringValue(Fields.Chunk);
        json.WriteEndArray();
        if (after is var (table2, chunk))
        {
            json.WriteStartArray("search_after");
            json.WriteStringValue(table2);
            json.WriteStringValue(chunk);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
