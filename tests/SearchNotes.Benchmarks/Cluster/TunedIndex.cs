using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SearchNotes.Benchmarks.Cluster;

/// <summary>A talk as OpenSearch's own users would index it.</summary>
internal sealed record TunedTalk(string Id, string Title, IReadOnlyList<string> Speakers, IReadOnlyList<string> Topics, string Event,
    string Date, string Body);

/// <summary>An index as a careful user of OpenSearch sets it up: English analysis, words over several fields, phrases, unfinished words
/// and typing errors, with boosts; six facets and the highlighter.</summary>
/// <param name="http">The node.</param>
/// <param name="name">Name of the index.</param>
internal sealed class TunedIndex(HttpClient http, string name)
{
    private const int BulkSize = 500, Facets = 20;
    private static readonly string[] Texts = ["heading", "post", "who", "tags", "body"];
    private static readonly string[] Keywords = ["speaker", "tag", "event", "year", "kind", "language"];
    private static readonly string[] Boosted = ["heading^3", "who^2", "tags^1.5", "post", "body"];
    private static readonly string[] Plain = ["heading.plain^3", "who.plain^2", "tags.plain^1.5", "post.plain", "body.plain"];

    /// <summary>Makes the index of some talks, merged into one segment.</summary>
    public void Fill(IEnumerable<TunedTalk> talks)
    {
        var text = """{"type":"text","analyzer":"english","fields":{"plain":{"type":"text"}}}""";
        var fields = Texts.Select(field => $"\"{field}\":{text}").Concat(Keywords.Select(field => $"\"{field}\":{{\"type\":\"keyword\"}}"));
        Send(HttpMethod.Put, name, "{\"settings\":{\"number_of_shards\":1,\"number_of_replicas\":0},\"mappings\":{\"properties\":{"
            + string.Join(',', fields) + "}}}");
        foreach (var part in talks.Chunk(BulkSize))
            Send(HttpMethod.Post, $"{name}/_bulk", string.Concat(part.Select(Lines)));
        Send(HttpMethod.Post, $"{name}/_forcemerge?max_num_segments=1");
        Send(HttpMethod.Post, $"{name}/_refresh");
    }

    /// <summary>Removes the index.</summary>
    public void Delete() => Send(HttpMethod.Delete, name);

    /// <summary>Returns the body of a search.</summary>
    public static string Search(string query) => new JsonObject
    {
        ["size"] = 10,
        ["track_total_hits"] = true,
        ["_source"] = Names(["heading", "post", "who", "tags", "event", "year"]),
        ["query"] = new JsonObject
        {
            ["bool"] = new JsonObject
            {
                ["must"] = new JsonArray(new JsonObject
                {
                    ["bool"] = new JsonObject
                    {
                        ["should"] = new JsonArray(
                            Match(query, "cross_fields", Boosted, 1, ("minimum_should_match", "2<60%")),
                            Match(query, "bool_prefix", Plain, 0.3, ("minimum_should_match", "2<60%")),
                            Match(query, "best_fields", Plain, 0.2, ("fuzziness", "AUTO"), ("prefix_length", 1), ("minimum_should_match", "2<60%"))),
                    },
                }),
                ["should"] = new JsonArray(Match(query, "phrase", Boosted, 0.5, ("slop", 2))),
            },
        },
        ["aggs"] = new JsonObject(Keywords.Select(field => KeyValuePair.Create<string, JsonNode?>(field,
            new JsonObject { ["terms"] = new JsonObject { ["field"] = field, ["size"] = Facets } }))),
        ["highlight"] = new JsonObject { ["fields"] = new JsonObject(Texts.Select(field => KeyValuePair.Create<string, JsonNode?>(field, new JsonObject()))) },
    }.ToJsonString();

    private static JsonObject Match(string query, string type, string[] fields, double boost, params (string Name, JsonNode Value)[] options)
    {
        var match = new JsonObject { ["query"] = query, ["type"] = type, ["fields"] = Names(fields), ["boost"] = boost };
        foreach (var (option, value) in options)
            match[option] = value;
        return new JsonObject { ["multi_match"] = match };
    }

    private static JsonArray Names(string[] names) => new([.. names.Select(field => (JsonNode)field)]);

    private static string Lines(TunedTalk talk) => JsonSerializer.Serialize(new { index = new { _id = talk.Id } }) + "\n"
        + JsonSerializer.Serialize(new
        {
            heading = talk.Title,
            post = talk.Event,
            who = string.Join(", ", talk.Speakers),
            tags = string.Join(", ", talk.Topics),
            body = talk.Body,
            speaker = talk.Speakers,
            tag = talk.Topics,
            @event = talk.Event,
            year = talk.Date[..4],
            kind = "talk",
            language = "en",
        }) + "\n";

    private void Send(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, path.EndsWith("_bulk", StringComparison.Ordinal)
                ? "application/x-ndjson" : "application/json"),
        };
        using var answer = http.Send(request);
        var json = answer.Content.ReadFromJsonAsync<JsonElement>().GetAwaiter().GetResult();
        if (!answer.IsSuccessStatusCode || (json.TryGetProperty("errors", out var errors) && errors.GetBoolean()))
            throw new InvalidOperationException($"{path}: {json}");
    }
}
