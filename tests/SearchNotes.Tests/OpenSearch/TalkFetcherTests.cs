using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.OpenSearch;
using SearchNotes.OpenSearch.Reading;
using Xunit;

namespace SearchNotes.Tests.OpenSearch;

public sealed class TalkFetcherTests
{
    private static readonly ClusterOptions One = new() { Urls = ["http://127.0.0.1:1"] };
    private static readonly StoredTalk[] Talks = [SampleIndex.Talk("Queues", "Ada Muster", ["Jobs."]), SampleIndex.Talk("Gardens", "Ben Beispiel", ["Roses."])];

    [Fact]
    public void Only_talks_that_are_not_known_are_asked_for()
    {
        List<string> bodies = [];
        using var nodes = new FakeNodes(request =>
        {
            bodies.Add(new StreamReader(request.Content!.ReadAsStream()).ReadToEnd()); // Not null: ids are sent.
            return FakeNodes.Json(Documents(Talks.Where(talk => bodies[^1].Contains(talk.Talk.Id, StringComparison.Ordinal))));
        });
        using var cluster = new SearchNotes.OpenSearch.Cluster(One, TimeProvider.System, nodes);
        var reader = new TalkReader();

        Read(new TalkFetcher(cluster, "one", reader), Talks[..1]);
        var both = Read(new TalkFetcher(cluster, "two", reader), Talks);
        var again = Read(new TalkFetcher(cluster, "three", reader), Talks);

        Assert.Equal(2, bodies.Count);
        Assert.DoesNotContain(Talks[0].Talk.Id, bodies[1], StringComparison.Ordinal);
        Assert.Equal(Talks.Select(talk => talk.Talk.Id), both);
        Assert.Equal(both, again);
    }

    [Fact]
    public void A_talk_that_is_missing_is_not_left_out_in_silence()
    {
        using var nodes = new FakeNodes(_ => FakeNodes.Json("{\"docs\":[{\"_id\":\"x\",\"found\":false}]}"));
        using var cluster = new SearchNotes.OpenSearch.Cluster(One, TimeProvider.System, nodes);

        var missing = Assert.Throws<SearchNotesException>(() => Read(new TalkFetcher(cluster, "one", new TalkReader()), Talks));

        Assert.Equal(Fault.Unreachable, missing.Fault);
    }

    private static List<string> Read(TalkFetcher fetcher, StoredTalk[] talks) =>
        [.. fetcher.Read(talks.Select(talk => (talk.Talk.Id, TalkReader.DigestOf(Data(talk), false))), TimeSpan.FromSeconds(10),
            CancellationToken.None).Select(talk => talk.Stored.Talk.Id)];

    private static string Documents(IEnumerable<StoredTalk> talks) => JsonSerializer.Serialize(new
    {
        docs = talks.Select(talk => new { _id = talk.Talk.Id, found = true, fields = new { data = new[] { Data(talk) }, remainder = new[] { false } } }),
    });

    private static string Data(StoredTalk talk) => Packing.Pack(TalkBlob.Write(talk));
}
