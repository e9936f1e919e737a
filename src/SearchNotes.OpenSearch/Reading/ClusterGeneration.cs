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

    /// <summary>How much longer than the cluster we wait: it answers with what it has when the time is up.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    private readonly TalkFetcher talks = new(cluster, index, reader);

    /// <inheritdoc/>
    public Collection Collection { get; } = collection;

    /// <summary>Name of the index.</summary>
    public string Index { get; } = index;

    /// <inheritdoc/>
    public CountAnswer Count(IReadOnlyList<Condition> conditions, Deadline deadline)
    {
        using var answer = Search(deadline, [json => CountWriter.Write(json, conditions, deadline.Left)]);
        var search = Answers(answer)[0];
        return new CountAnswer(AnswerReader.Counts(search), AnswerReader.IsPartial(search));
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
        return new CandidateAnswer
        {
            Talks = talks.Read(AnswerReader.Keys(searches[0]), deadline.Left + Grace, deadline.Cancel),
            Documents = AnswerReader.Total(searches[0]),
            Posts = AnswerReader.CountOfPosts(searches[0]),
            Best = query.WithBestCoverage ? CoverageOf(searches[1]) : null,
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
            JsonBody.WriteNames(json, "stored_fields", Fields.OfTalk);
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

        return cluster.Require(HttpMethod.Post, $"{Index}/_msearch", buffer.WrittenMemory, deadline.Left + Grace, deadline.Cancel);
    }

    private CoverageAnswer CoverageOf(JsonElement search) => new(AnswerReader.BestScore(search),
        AnswerReader.Talks(search, reader).FirstOrDefault(), AnswerReader.IsPartial(search));

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
