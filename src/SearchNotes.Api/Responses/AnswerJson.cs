using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SearchNotes.Api.Health;
using SearchNotes.Api.Insights;
using SearchNotes.Api.Reindexing;
using SearchNotes.Api.Search;
using SearchNotes.Api.Talks;
using SearchNotes.Indexing;
using SearchNotes.Indexing.Backups;
using SearchNotes.Querying;

namespace SearchNotes.Api.Responses;

/// <summary>Writes API answers as indented JSON, so that the command line prints what the API sends.</summary>
public static class AnswerJson
{
    /// <summary>Returns the JSON of <c>GET /api/search</c>.</summary>
    /// <param name="result">The result.</param>
    /// <param name="request">The request.</param>
    /// <param name="pages">The pages that the query means. Default none.</param>
    public static string Of(SearchResult result, SearchRequest request, QueryPages? pages = null) =>
        Write(SearchMapping.ToAnswer(result, new ParsedSearchRequest(request, []), pages ?? QueryPages.None), Json.Default.SearchAnswer);

    /// <summary>Returns the JSON of <c>GET /api/talks/{id}</c>.</summary>
    public static string Of(StoredTalk talk) => Write(TalkAnswer.Of(talk), Json.Default.TalkAnswer);

    /// <summary>Returns the JSON of <c>GET /api/stats</c>.</summary>
    public static string Of(IndexStats stats) => Write(StatsAnswer.Of(stats), Json.Default.StatsAnswer);

    /// <summary>Returns the JSON of the report in <c>GET /api/tasks/{id}</c>, with every warning.</summary>
    public static string Of(ReindexReport report) => Write(TaskReport.Of(report, maxWarnings: int.MaxValue), Json.Default.TaskReport);

    /// <summary>Returns the JSON of a backup or restore report.</summary>
    public static string Of(BackupReport report) => Write(report, Json.Default.BackupReport);

    /// <summary>Returns the JSON of <c>GET /api/insights</c>.</summary>
    public static string Of(InsightsReport report) => Write(report, Json.Default.InsightsReport);

    private static string Write<T>(T shape, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream();
        using (var writer =
            new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true }))
        {
            JsonSerializer.Serialize(writer, shape, type);
        }
        return Printable.Json(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
