using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SearchNotes.OpenSearch.Transport;

namespace SearchNotes.OpenSearch;

/// <summary>The indexes and documents of ours in a cluster. Thread-safe.</summary>
internal sealed class Cluster : IDisposable
{
    /// <summary>What <c>_meta</c> of each of our indexes says besides the prefix.</summary>
    public const string Mark = "searchnotes";

    /// <summary>Time limit of a small request outside a search.</summary>
    private static readonly TimeSpan SmallLimit = TimeSpan.FromSeconds(10);

    private readonly ClusterClient client;

    /// <summary>Creates the cluster. Sends nothing yet.</summary>
    public Cluster(ClusterOptions options, TimeProvider time, HttpMessageHandler? handler = null)
    {
        options.Check();
        (Options, Time) = (options, time);
        client = new ClusterClient(options, time, handler);
    }

    /// <summary>The settings.</summary>
    public ClusterOptions Options { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Name of the index with the state and the mark of the writer.</summary>
    public string StateIndex => $"{Options.Prefix}-state";

    /// <summary>The beginning of the names of all generations.</summary>
    public string GenerationPrefix => $"{Options.Prefix}-g";

    private static string StateId { get; } = string.Create(CultureInfo.InvariantCulture, $"state-{Fields.Version}");

    /// <summary>Sends a request.</summary>
    public ClusterAnswer Send(HttpMethod method, string path, ReadOnlyMemory<byte>? body = null, TimeSpan? limit = null,
        CancellationToken cancel = default) => client.Send(method, path, body, limit ?? SmallLimit, cancel);

    /// <summary>Sends a request that has to succeed.</summary>
    /// <exception cref="SearchNotesException">It was refused.</exception>
    public ClusterAnswer Require(HttpMethod method, string path, ReadOnlyMemory<byte>? body = null, TimeSpan? limit = null,
        CancellationToken cancel = default)
    {
        var answer = Send(method, path, body, limit, cancel);
        if (answer.IsSuccess)
            return answer;
        using (answer)
            throw Refused(answer, path);
    }

    /// <summary>Returns whether there is an index.</summary>
    public bool HasIndex(string index)
    {
        using var answer = Send(HttpMethod.Get, $"{index}/_settings?filter_path=*.settings.index.uuid");
        if (!answer.IsSuccess && answer.Status != HttpStatusCode.NotFound)
            throw Refused(answer, index);
        return answer.IsSuccess;
    }

    /// <summary>Reads the state.</summary>
    public VersionedState ReadState()
    {
        using var answer = Send(HttpMethod.Get, $"{StateIndex}/_doc/{StateId}?realtime=true");
        return Found(answer, StateIndex) is { } found
            ? new VersionedState(Read(found.GetProperty("_source"), ClusterJson.Default.ClusterState),
                found.GetProperty("_seq_no").GetInt64(), found.GetProperty("_primary_term").GetInt64())
            : new VersionedState(null, -1, 0);
    }

    /// <summary>Replaces the state, unless it was replaced since it was read.</summary>
    /// <returns>Whether it was replaced.</returns>
    public bool TryReplaceState(VersionedState before, ClusterState state) =>
        TryPut(StateId, before.State is null ? null : (before.SequenceNumber, before.PrimaryTerm), state, ClusterJson.Default.ClusterState,
            out _);

    /// <summary>Writes a document of the state index by compare-and-set.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Sequence number and primary term that it must have; <see langword="null"/> when it must not exist.</param>
    /// <param name="value">The document.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="written">Its new version.</param>
    public bool TryPut<T>(string id, (long SequenceNumber, long PrimaryTerm)? version, T value, JsonTypeInfo<T> type,
        out (long SequenceNumber, long PrimaryTerm) written)
    {
        var condition = version is var (number, term)
            ? string.Create(CultureInfo.InvariantCulture, $"if_seq_no={number}&if_primary_term={term}") : "op_type=create";
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        using var answer = Send(HttpMethod.Put, $"{StateIndex}/_doc/{id}?{condition}&refresh=false", body);
        written = default;
        if (answer.Status == HttpStatusCode.Conflict)
            return false;
        if (!answer.IsSuccess)
            throw Refused(answer, StateIndex);
        written = (answer.Json.GetProperty("_seq_no").GetInt64(), answer.Json.GetProperty("_primary_term").GetInt64());
        return true;
    }

    /// <summary>Writes a document of the state index, whatever was there.</summary>
    public void Put<T>(string id, T value, JsonTypeInfo<T> type) =>
        Require(HttpMethod.Put, $"{StateIndex}/_doc/{id}", JsonSerializer.SerializeToUtf8Bytes(value, type)).Dispose();

    /// <summary>Reads a document of the state index; <see langword="null"/> when there is none.</summary>
    public (T Value, long SequenceNumber, long PrimaryTerm)? Get<T>(string id, JsonTypeInfo<T> type)
    {
        using var answer = Send(HttpMethod.Get, $"{StateIndex}/_doc/{id}");
        return Found(answer, StateIndex) is { } found
            ? (Read(found.GetProperty("_source"), type), found.GetProperty("_seq_no").GetInt64(),
                found.GetProperty("_primary_term").GetInt64())
            : null;
    }

    /// <summary>Deletes a document of the state index if it still has a version.</summary>
    public void Delete(string id, long sequenceNumber, long primaryTerm) =>
        Send(HttpMethod.Delete, string.Create(CultureInfo.InvariantCulture,
            $"{StateIndex}/_doc/{id}?if_seq_no={sequenceNumber}&if_primary_term={primaryTerm}")).Dispose();

    /// <summary>Creates the exception for a request that the cluster refused.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="path">What was asked of it; only the name of the index is shown.</param>
    public static SearchNotesException Refused(ClusterAnswer answer, string path) => answer.Status switch
    {
        HttpStatusCode.Unauthorized => new(Fault.Settings,
            "The search cluster refuses the name or the password; see opensearch_user and opensearch_password_file."),
        HttpStatusCode.Forbidden => new(Fault.Settings,
            "The search cluster does not give this user the rights that are needed; docs/cluster.md lists them."),
        HttpStatusCode.NotFound when answer.ErrorType == "index_not_found_exception" =>
            ClusterClient.Unreachable("the generation that is being searched is gone"),
        _ => new(Fault.Unreachable,
            $"The search cluster refused a request to {path.Split('/', '?')[0]}: {(int)answer.Status} {answer.ErrorType}."),
    };

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static JsonElement? Found(ClusterAnswer answer, string path)
    {
        if (answer.Status == HttpStatusCode.NotFound)
            return null;
        return answer.IsSuccess ? answer.Json : throw Refused(answer, path);
    }

    private static T Read<T>(JsonElement source, JsonTypeInfo<T> type)
    {
        try
        {
            return source.Deserialize(type) ?? throw new JsonException("The document is empty.");
        }
        catch (JsonException e)
        {
            throw new SearchNotesException(Fault.DamagedIndex,
                "A state document in the search cluster cannot be read; run \"searchnotes reindex --full\" to write it again.", e);
        }
    }
}
