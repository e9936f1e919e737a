using System.Net;
using SearchNotes.OpenSearch;
using SearchNotes.OpenSearch.Transport;
using Xunit;

namespace SearchNotes.Tests.OpenSearch;

public sealed class ClusterClientTests
{
    private static readonly ClusterOptions Three = new() { Urls = ["http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3"] };

    [Fact]
    public void The_next_node_is_asked_when_one_does_not_answer_and_that_one_is_left_alone()
    {
        using var nodes = new FakeNodes(request => request.RequestUri!.Port == 1
            ? throw new HttpRequestException(HttpRequestError.ConnectionError) : FakeNodes.Json("{}"));
        using var client = new ClusterClient(Three, TimeProvider.System, nodes);

        for (var i = 0; i < 9; i++)
            Get(client).Dispose();

        Assert.Single(nodes.Asked, asked => asked.Contains(":1/", StringComparison.Ordinal));
        Assert.Equal(10, nodes.Asked.Count);
    }

    [Fact]
    public void Nodes_that_are_left_alone_are_asked_when_there_is_no_other()
    {
        var isDown = true;
        using var nodes = new FakeNodes(_ => isDown ? throw new HttpRequestException() : FakeNodes.Json("{}"));
        using var client = new ClusterClient(Three, TimeProvider.System, nodes);
        Assert.Throws<SearchNotesException>(() => Get(client));

        isDown = false;

        Get(client).Dispose();
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("{\"took\": 3, \"hits\": {")]
    [InlineData("\"text\"")]
    public void What_is_not_the_JSON_of_a_cluster_is_no_answer(string body)
    {
        using var nodes = new FakeNodes(_ => FakeNodes.Json(body));
        using var client = new ClusterClient(Three, TimeProvider.System, nodes);

        var refused = Assert.Throws<SearchNotesException>(() => Get(client));

        Assert.Equal(Fault.Unreachable, refused.Fault);
        Assert.Equal(3, nodes.Asked.Count);
    }

    [Fact]
    public void No_message_names_an_address_or_a_password()
    {
        using var nodes = new FakeNodes(_ => throw new HttpRequestException("Connection refused (127.0.0.1:1)"));
        using var client = new ClusterClient(Three with { User = "ada", Password = "hunter2" }, TimeProvider.System, nodes);

        var message = Assert.Throws<SearchNotesException>(() => Get(client)).Message;

        Assert.DoesNotContain("127.0.0.1", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
        Assert.StartsWith("Basic ", nodes.Authorizations[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_request_is_an_answer()
    {
        const string body = "{\"error\":{\"type\":\"index_not_found_exception\"}}";
        using var nodes = new FakeNodes(_ => FakeNodes.Json(body, HttpStatusCode.NotFound));
        using var client = new ClusterClient(Three, TimeProvider.System, nodes);

        using var answer = Get(client);

        Assert.Equal("index_not_found_exception", answer.ErrorType);
        Assert.Single(nodes.Asked);
    }

    private static ClusterAnswer Get(ClusterClient client) =>
        client.Send(HttpMethod.Get, "x/_search", null, TimeSpan.FromSeconds(10));
}
