using System.Net;
using System.Text.Json;
using SearchNotes.OpenSearch;
using SearchNotes.OpenSearch.Writing;
using Xunit;

namespace SearchNotes.Tests.OpenSearch;

public sealed class BulkBufferTests
{
    private readonly List<string> bodies = [];

    [Fact]
    public void Documents_that_the_cluster_has_no_room_for_are_sent_again_and_the_others_are_not()
    {
        var answers = new Queue<string>([Items(200, 429), Items(201)]);
        using var cluster = Cluster(_ => FakeNodes.Json(answers.Dequeue()));
        var bulk = new BulkBuffer(cluster, "alias");
        bulk.Index("first", "a.md", Empty);
        bulk.Index("second", "b.md", Empty);

        bulk.Flush();

        Assert.Equal(2, bodies.Count);
        Assert.Contains("first", bodies[0], StringComparison.Ordinal);
        Assert.DoesNotContain("first", bodies[1], StringComparison.Ordinal);
        Assert.Contains("second", bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_busy_cluster_is_asked_again()
    {
        var answers = new Queue<HttpResponseMessage>([FakeNodes.Json("{}", HttpStatusCode.TooManyRequests), FakeNodes.Json(Items(201))]);
        using var cluster = Cluster(_ => answers.Dequeue());
        var bulk = new BulkBuffer(cluster, "alias");
        bulk.Index("first", "a.md", Empty);

        bulk.Flush();

        Assert.Equal(bodies[0], bodies[1]);
    }

    [Fact]
    public void A_refused_document_is_reported_with_its_post()
    {
        using var cluster = Cluster(_ => FakeNodes.Json(Items(201, 400)));
        var bulk = new BulkBuffer(cluster, "alias");
        bulk.Index("first", "a.md", Empty);
        bulk.Index("second", "posts/b.md", Empty);

        var refused = Assert.Throws<SearchNotesException>(bulk.Flush);

        Assert.Contains("posts/b.md", refused.Message, StringComparison.Ordinal);
        Assert.Contains("too odd", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_never_makes_an_index()
    {
        using var nodes = new FakeNodes(_ => FakeNodes.Json(Items(201)));
        using var cluster = new Cluster(Options, TimeProvider.System, nodes);
        var bulk = new BulkBuffer(cluster, "alias");
        bulk.Index("first", "a.md", Empty);

        bulk.Flush();

        Assert.EndsWith("/alias/_bulk?require_alias=true", Assert.Single(nodes.Asked), StringComparison.Ordinal);
    }

    private static ClusterOptions Options => new() { Urls = ["http://127.0.0.1:1"] };

    private Cluster Cluster(Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        new(Options, TimeProvider.System, new FakeNodes(request =>
        {
            using var reader = new StreamReader(request.Content!.ReadAsStream());
            bodies.Add(reader.ReadToEnd());
            return answer(request);
        }));

    private static void Empty(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteEndObject();
    }

    private static string Items(params int[] statuses)
    {
        var items = statuses.Select(status =>
            "{\"index\": {\"status\": " + status + (status >= 300 ? ", \"error\": {\"reason\": \"too odd\"}" : "") + "}}");
        return "{\"errors\": " + (statuses.Any(status => status >= 300) ? "true" : "false") + ", \"items\": [" + string.Join(',', items) + "]}";
    }
}
