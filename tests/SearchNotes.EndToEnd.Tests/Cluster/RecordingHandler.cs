using System.Text.RegularExpressions;

namespace SearchNotes.Tests.Cluster;

/// <summary>Notes which requests are made of a cluster, with the names of indexes and documents replaced by what they stand for.</summary>
internal sealed partial class RecordingHandler(string prefix) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly HashSet<string> requests = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (requests)
                return [.. requests.Order(StringComparer.Ordinal)];
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath.Replace(prefix, "PREFIX", StringComparison.Ordinal); // Not null: it is sent.
        lock (requests)
            requests.Add($"{request.Method} {Document().Replace(Generation().Replace(path, "PREFIX-gN"), "_doc/ID")}");
        return base.Send(request, cancellationToken);
    }

    [GeneratedRegex("PREFIX-g[0-9]+-[0-9a-f]+")]
    private static partial Regex Generation();

    [GeneratedRegex("_doc/[^/?]+")]
    private static partial Regex Document();
}
