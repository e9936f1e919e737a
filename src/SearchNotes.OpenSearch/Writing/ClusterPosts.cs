using SearchNotes.Indexing;
using SearchNotes.OpenSearch.Reading;
using SearchNotes.Querying.Candidates;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>The documents of posts in an index.</summary>
internal sealed class ClusterPosts(Cluster cluster, string index)
{
    private const int MaxOfPost = 10_000;

    /// <summary>Returns the documents of a post.</summary>
    public IReadOnlyList<CandidateTalk> Of(string postId)
    {
        var body = JsonBody.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("size", MaxOfPost);
            JsonBody.WriteNames(json, "stored_fields", Fields.OfTalk);
            json.WriteStartObject("query");
            json.WriteStartObject("term");
            json.WriteString(Fields.OfKey(Schema.Post), postId);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });
        using var answer = cluster.Require(HttpMethod.Post, $"{index}/_search", body, TimeSpan.FromSeconds(30));
        return AnswerReader.Talks(answer.Json, new TalkReader());
    }
}
