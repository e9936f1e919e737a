using System.Buffers;
using System.Net;
using System.Text.Json;
using SearchNotes.OpenSearch.Transport;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>Collects documents and sends them in requests of limited size. Thread-safe.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="alias">The alias of the index. Requests require it, so that a late one cannot make an index that was removed.</param>
internal sealed class BulkBuffer(Cluster cluster, string alias)
{
    /// <summary>A request is sent at this size, in bytes.</summary>
    private const int MaxBytes = 4 << 20;

    /// <summary>Number of tries while the cluster is busy; the pauses between them double.</summary>
    private const int MaxTries = 8;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private ArrayBufferWriter<byte> buffer = new(MaxBytes / 4);
    private List<(string Post, int Start)> documents = [];

    /// <summary>Nothing is sent before this is done: the index is being made.</summary>
    public Task Ready { get; init; } = Task.CompletedTask;

    /// <summary>Adds a document, or replaces one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="post">The post that it is from, for messages.</param>
    /// <param name="write">Writes the document.</param>
    public void Index(string id, string post, Action<Utf8JsonWriter> write) => Add("index", id, post, write);

    /// <summary>Removes a document.</summary>
    public void Delete(string id, string post) => Add("delete", id, post, null);

    /// <summary>Sends what is left.</summary>
    public void Flush()
    {
        lock (gate)
            SendAll();
    }

    private void Add(string action, string id, string post, Action<Utf8JsonWriter>? write)
    {
        var own = new ArrayBufferWriter<byte>(1024);
        JsonBody.WriteLine(own, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject(action);
            json.WriteString("_id", id);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        if (write is not null)
            JsonBody.WriteLine(own, write);
        lock (gate)
        {
            if (buffer.WrittenCount > 0 && buffer.WrittenCount + own.WrittenCount > MaxBytes)
                SendAll();
            documents.Add((post, buffer.WrittenCount));
            buffer.Write(own.WrittenSpan);
        }
    }

    private void SendAll()
    {
        Ready.GetAwaiter().GetResult();
        var (bytes, all) = (buffer.WrittenMemory, documents);
        (buffer, documents) = (new(MaxBytes / 4), []);
        var pause = FirstPause;
        for (var tries = 1; all.Count > 0; tries++, pause *= 2)
        {
            var again = Send(bytes, all, isLast: tries == MaxTries);
            if (again.Count == 0)
                return;
            Thread.Sleep(pause);
            (bytes, all) = Pick(bytes, all, again);
        }
    }

    /// <summary>Sends documents once.</summary>
    /// <returns>The numbers of those that have to be sent again.</returns>
    private List<int> Send(ReadOnlyMemory<byte> bytes, List<(string Post, int Start)> all, bool isLast)
    {
        using var answer = SendRequest(bytes, isLast);
        if (answer is null || answer.Status == HttpStatusCode.TooManyRequests)
            return isLast ? throw ClusterClient.Unreachable("it is too busy to take documents") : [.. Enumerable.Range(0, all.Count)];
        if (!answer.IsSuccess)
            throw Cluster.Refused(answer, alias);
        if (!answer.Json.GetProperty("errors").GetBoolean())
            return [];

        var again = new List<int>();
        foreach (var (i, item) in answer.Json.GetProperty("items").EnumerateArray().Index())
        {
            var result = item.EnumerateObject().First().Value;
            var status = result.GetProperty("status").GetInt32();
            if (status is 429 or 503 && !isLast)
                again.Add(i);
            else if (result.TryGetProperty("error", out _))
                throw Refused(all[i].Post, result);
        }

        return again;
    }

    private ClusterAnswer? SendRequest(ReadOnlyMemory<byte> bytes, bool isLast)
    {
        try
        {
            return cluster.Send(HttpMethod.Post, $"{alias}/_bulk?require_alias=true", bytes, Limit);
        }
        catch (SearchNotesException e) when (e.Fault == Fault.Unreachable && !isLast)
        {
            // Ids are ours, so sending documents twice does no harm.
            return null;
        }
    }

    private static SearchNotesException Refused(string post, JsonElement result)
    {
        var reason =
            result.TryGetProperty("error", out var error) && error.TryGetProperty("reason", out var text) ? text.GetString() : "";
        return new SearchNotesException(Fault.Disk,
            $"{post}: the search cluster refused a document of this post ({Printable.Line(reason ?? "")}). The previous index is unchanged.");
    }

    private static (ReadOnlyMemory<byte> Bytes, List<(string Post, int Start)> Documents) Pick(ReadOnlyMemory<byte> bytes,
        List<(string Post, int Start)> all, List<int> chosen)
    {
        var picked = new ArrayBufferWriter<byte>(1024);
        var documents = new List<(string, int)>();
        foreach (var i in chosen)
        {
            var end = i + 1 < all.Count ? all[i + 1].Start : bytes.Length;
            documents.Add((all[i].Post, picked.WrittenCount));
            picked.Write(bytes.Span[all[i].Start..end]);
        }

        return (picked.WrittenMemory, documents);
    }
}
