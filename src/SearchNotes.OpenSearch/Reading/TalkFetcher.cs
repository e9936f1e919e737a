using SearchNotes.OpenSearch.Transport;
using SearchNotes.Querying.Candidates;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Reads the talks of a generation by their ids. Only those that are not known yet are asked for.</summary>
internal sealed class TalkFetcher(Cluster cluster, string index, TalkReader reader)
{
    /// <summary>Returns talks in the order of their keys.</summary>
    /// <param name="keys">Their ids and digests.</param>
    /// <param name="limit">Time limit.</param>
    /// <param name="cancel">Cancels the request.</param>
    public List<CandidateTalk> Read(IEnumerable<(string Id, string Digest)> keys, TimeSpan limit, CancellationToken cancel)
    {
        var talks = keys.Select(key => (key.Id, Talk: reader.Known(key.Digest))).ToList();
        List<string> unknown = [.. talks.Where(talk => talk.Talk is null).Select(talk => talk.Id)];
        if (unknown.Count == 0)
            return [.. talks.Select(talk => talk.Talk).OfType<CandidateTalk>()];
        var read = Fetch(unknown, limit, cancel);
        return [.. talks.Select(talk => talk.Talk ?? read[talk.Id])];
    }

    private Dictionary<string, CandidateTalk> Fetch(List<string> ids, TimeSpan limit, CancellationToken cancel)
    {
        var body = JsonBody.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("ids");
            foreach (var id in ids)
                json.WriteStringValue(id);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        using var answer = cluster.Require(HttpMethod.Post, $"{index}/_mget?realtime=false&stored_fields={string.Join(',', Fields.OfTalk)}", body, limit,
            cancel);
        var read = new Dictionary<string, CandidateTalk>(StringComparer.Ordinal);
        foreach (var document in answer.Json.GetProperty("docs").EnumerateArray())
        {
            if (document.TryGetProperty("fields", out _))
                read[document.GetProperty("_id").GetString() ?? ""] = AnswerReader.Talk(document, reader);
        }

        return ids.TrueForAll(read.ContainsKey) ? read : throw ClusterClient.Unreachable("a part of it is missing");
    }
}
