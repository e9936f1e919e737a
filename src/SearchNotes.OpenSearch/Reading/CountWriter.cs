using System.Globalization;
using System.Text.Json;
using SearchNotes.Querying.Matching;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Writes the search that counts the documents that meet each of some conditions.</summary>
internal static class CountWriter
{
    /// <summary>Writes the search.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Condition> conditions, TimeSpan limit)
    {
        json.WriteStartObject();
        json.WriteNumber("size", 0);
        json.WriteBoolean("track_total_hits", false);
        json.WriteString("timeout", string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (int)limit.TotalMilliseconds)}ms"));
        json.WritePropertyName("query");
        ConditionWriter.Write(json, SearchWriter.IsTalk);
        json.WriteStartObject("aggs");
        json.WriteStartObject(AnswerReader.Values);
        json.WriteStartObject("filters");
        json.WriteStartArray("filters");
        foreach (var condition in conditions)
            ConditionWriter.Write(json, condition);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
