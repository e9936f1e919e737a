using System.Net;
using System.Text;

namespace SearchNotes.Tests.OpenSearch;

/// <summary>Nodes that answer as a test says, and remember what they were asked.</summary>
internal sealed class FakeNodes(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<string> Asked { get; } = [];

    public List<string?> Authorizations { get; } = [];

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add($"{request.Method} {request.RequestUri}");
            Authorizations.Add(request.Headers.Authorization?.ToString());
        }

        return answer(request);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));
}
