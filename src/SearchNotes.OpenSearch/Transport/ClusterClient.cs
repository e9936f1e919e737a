using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SearchNotes.OpenSearch.Transport;

/// <summary>Sends requests to the nodes of a cluster, one after the other until one answers. Thread-safe.</summary>
/// <remarks>No message names an address, a user or a password: answers and logs are read by others.</remarks>
internal sealed class ClusterClient : IDisposable
{
    /// <summary>Largest answer that is read, in bytes.</summary>
    private const int MaxAnswerBytes = 128 << 20;

    /// <summary>Number of requests at once.</summary>
    private const int MaxRequests = 32;

    /// <summary>Statuses of a node or proxy that cannot answer now, where another one may.</summary>
    private static readonly HashSet<HttpStatusCode> Elsewhere =
        [HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout, HttpStatusCode.TooManyRequests];

    private readonly HttpClient http;
    private readonly ClusterNodes nodes;
    private readonly SemaphoreSlim room = new(MaxRequests);
    private readonly AuthenticationHeaderValue? authentication;

    /// <summary>Creates the client.</summary>
    /// <param name="options">The settings, valid.</param>
    /// <param name="time">The clock.</param>
    /// <param name="handler">Sends the requests. Default: a handler with kept connections that trusts the authorities of the
    /// settings.</param>
    public ClusterClient(ClusterOptions options, TimeProvider time, HttpMessageHandler? handler = null)
    {
        http = new HttpClient(handler ?? ClusterHandler.Create(options)) { Timeout = Timeout.InfiniteTimeSpan };
        nodes = new ClusterNodes([.. options.Urls.Select(url => new Uri(url.TrimEnd('/') + "/"))], time);
        if (options.User is not null)
        {
            var pair = Encoding.UTF8.GetBytes($"{options.User}:{options.Password}");
            authentication = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
        }
    }

    /// <summary>Sends a request that changes nothing, or nothing more when it is sent twice.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query, without a leading slash.</param>
    /// <param name="body">The body; <see langword="null"/> for none.</param>
    /// <param name="limit">Time limit for all nodes together.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <exception cref="SearchNotesException">No node answered (<see cref="Fault.Unreachable"/>).</exception>
    public ClusterAnswer Send(HttpMethod method, string path, ReadOnlyMemory<byte>? body, TimeSpan limit,
        CancellationToken cancel = default)
    {
        var end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        if (!room.Wait(limit, cancel))
            throw Unreachable("too many requests wait for it");
        try
        {
            return SendInTurn(method, path, body, end, cancel);
        }
        finally
        {
            room.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        room.Dispose();
    }

    /// <summary>Creates the exception for a cluster that does not answer.</summary>
    public static SearchNotesException Unreachable(string reason, Exception? inner = null) =>
        new(Fault.Unreachable, $"The search cluster does not answer: {reason}. It is asked again with the next request.", inner);

    private ClusterAnswer SendInTurn(HttpMethod method, string path, ReadOnlyMemory<byte>? body, long end, CancellationToken cancel)
    {
        var turn = nodes.InTurn();
        var reason = "no node was asked";
        for (var i = 0; i < turn.Count; i++)
        {
            var left = end - Environment.TickCount64;
            if (left <= 0)
                break;
            // While there are others, a silent node gets half of the time.
            var share = i < turn.Count - 1 ? Math.Max(left / 2, 1) : left;
            try
            {
                var answer = SendOnce(turn[i], method, path, body, TimeSpan.FromMilliseconds(share), cancel);
                if (!Elsewhere.Contains(answer.Status) || (i == turn.Count - 1 && answer.Status != HttpStatusCode.ServiceUnavailable))
                {
                    nodes.Answered(turn[i]);
                    return answer;
                }

                reason = $"it is not ready ({(int)answer.Status} {answer.ErrorType})";
                answer.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException
                || (e is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                reason = ReasonOf(e);
            }

            nodes.Failed(turn[i]);
        }

        throw Unreachable(reason);
    }

    private ClusterAnswer SendOnce(Uri node, HttpMethod method, string path, ReadOnlyMemory<byte>? body, TimeSpan limit,
        CancellationToken cancel)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(limit);
        using var request = new HttpRequestMessage(method, new Uri(node, path));
        request.Headers.Authorization = authentication;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is { } bytes)
        {
            request.Content = new ReadOnlyMemoryContent(bytes);
            var type = path.Contains("_bulk", StringComparison.Ordinal) || path.Contains("_msearch", StringComparison.Ordinal)
                ? "application/x-ndjson" : "application/json";
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        using var response = http.Send(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        using var stream = response.Content.ReadAsStream(timeout.Token);
        return new ClusterAnswer(response.StatusCode, Parse(stream, response, timeout.Token));
    }

    private static JsonDocument Parse(Stream stream, HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            return JsonDocument.Parse("{}");
        if (response.Content.Headers.ContentLength == 0)
            return JsonDocument.Parse("{}");
        using var limited = new LimitedStream(stream, MaxAnswerBytes, cancel);
        // Its buffer is a rented one: answers with many talks take some hundred kilobytes.
        var json = JsonDocument.Parse(limited, new JsonDocumentOptions { MaxDepth = 64 });
        if (json.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return json;
        json.Dispose();
        throw new JsonException("The answer is no object.");
    }

    private static string ReasonOf(Exception e) => e switch
    {
        OperationCanceledException => "it took too long",
        JsonException => "its answer is not JSON, so something else answers at its address",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "its certificate is not trusted, or is that of another host; name its authority with opensearch_ca",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is unknown",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "it refuses connections",
        _ => "its answer broke off",
    };
}
