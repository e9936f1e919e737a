using System.Buffers;
using System.Text.Json;
using SearchNotes.OpenSearch.Transport;
using SearchNotes.Querying;
using SearchNotes.Querying.Candidates;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>A generation in the cluster: an index that does not change any more. Thread-safe.</summary>
internal sealed class ClusterGeneration(Cluster cluster, string index, Collection collection, TalkReader reader) : IRemoteGeneration
{
    /// <summary>Number of documents of one post that are read.</summary>
    private const int MaxOfPost = 2_000;

    /// <summary>Time that a request is given when a search has hardly any left.</summary>
    private static readonly TimeSpan LeastLimit = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public Collection Collection { get; } = collection;

    /// <summary>Name of the index.</summary>
    public string Index { get; } = index;

    /// <inheritdoc/>
    public CountAnswer Count(IReadOnlyList<Condition> conditions, Deadline deadline)
    {
        using var answer = Search(deadline, conditions.Select<Condition, Action<Utf8JsonWriter>>(condition => json =>
        {
            json.WriteStartObject();
            json.WriteNumber("size", 0);
            json.WriteBoolean("track_total_hits", true);
            json.WritePropertyName("query");
            ConditionWriter.Write(json, condition);
            json.WriteEndObject();
        }));
        var searches = Answers(answer);
        return new CountAnswer([.. searches.Select(AnswerReader.Total)], searches.Exists(AnswerReader.IsPartial));
    }

    /// <inheritdoc/>
    public CandidateAnswer Find(CandidateQuery query, Deadline deadline)
    {
        var writer = new SearchWriter(query, deadline.Left);
        List<Action<Utf8JsonWriter>> bodies = [writer.WriteCandidates];
        if (query.WithBestCoverage)
            bodies.Add(writer.WriteBestCoverage);
        using var answer = Search(deadline, bodies);
        var searches = Answers(answer);
        var talks = AnswerReader.Talks(searches[0], reader);
        var hits = talks.Count;
        var best = 0.0;
        if (query.WithBestCoverage)
        {
            best = AnswerReader.BestScore(searches[1]);
            talks.AddRange(AnswerReader.Talks(searches[1], reader).Where(talk => !talks.Contains(talk)));
        }

        return new CandidateAnswer
        {
            Talks = talks,
            Hits = hits,
            Documents = AnswerReader.Total(searches[0]),
            Posts = AnswerReader.CountOfPosts(searches[0]),
            BestCoverage = best,
            Facets = AnswerReader.Facets(searches[0]),
            IsPartial = searches.Exists(AnswerReader.IsPartial),
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<CandidateTalk> WithKey(string field, string key)
    {
        var body = JsonBody.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("size", MaxOfPost);
            json.WriteStartObject("query");
            json.WriteStartObject("term");
            json.WriteString(Fields.OfKey(field), Terms.Sound(key));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });
        using var answer = cluster.Require(HttpMethod.Post, $"{Index}/_search", body);
        return AnswerReader.Talks(answer.Json, reader);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> TalkIds() => TalkIdReader.Read(cluster, Index);

    private ClusterAnswer Search(Deadline deadline, IEnumerable<Action<Utf8JsonWriter>> bodies)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        foreach (var body in bodies)
        {
            buffer.Write("{}\n"u8);
            JsonBody.WriteLine(buffer, body);
        }

        var limit = deadline.Left > LeastLimit ? deadline.Left : LeastLimit;
        return cluster.Require(HttpMethod.Post, $"{Index}/_msearch", buffer.WrittenMemory, limit, deadline.Cancel);
    }

    private static List<JsonElement> Answers(ClusterAnswer answer)
    {
        List<JsonElement> searches = [.. answer.Json.GetProperty("responses").EnumerateArray()];
        foreach (var search in searches)
        {
            if (search.TryGetProperty("error", out var error))
            {
                var type = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("type", out var name) ? name.GetString() : "";
                throw ClusterClient.Unreachable($"a search failed ({type})");
            }
        }

        return searches;
    }
}
