using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Querying.Candidates;

/// <summary>Talks that another engine finds are ranked, flagged and explained as in an index of our own.</summary>
public sealed class RemoteSearcherTests
{
    private static readonly StoredTalk[] Talks =
    [
        SampleIndex.Talk("Queues with Redis", "Ada Muster", ["A queue of jobs in Redis.", "```q.enqueue(job)"], post: "one",
            date: "2013-07-07"),
        SampleIndex.Talk("Deploying workers", "Ben Beispiel", ["Workers take jobs from queues.", "? Why Redis? It was there."], post: "two",
            tags: ["ops"]),
        SampleIndex.Talk("Gardens", "Cleo Muster", ["Nothing of the kind, in real time."], post: "three", eventTitle: "Garden Days"),
        SampleIndex.Talk("Deployment of gardens", "Dana Dort", ["The workflow of a gardener."], post: "four", date: "2014-01-02"),
    ];

    public static TheoryData<string> Queries =>
    [
        "", "queue", "redis queues", "\"jobs in redis\"", "code:q.enqueue", "code:\"q.enqueue(\"", "muster -gardens", "reddis", "qa:redis",
        "tag:ops OR garden", "how do workers take jobs from redis queues", "gard", "year:2013", "zzz", "zzz redis", "realtime", "work flow",
        "speaker:muster garden", "has:code", "(redis OR gardens) -queue", "deploy*", "of the", "\"of the\" redis", "lang:en -has:qa", "db queue", "js", "continuous integration", "topic:zzz*", "topic:zzz* redis",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void The_answer_is_that_of_an_index(string query)
    {
        using var index = SampleIndex.Of(Talks);
        using var remote = new RemoteSearcher(new MemoryGeneration(Talks));
        var request = new SearchRequest { Query = query, Explain = true, Budget = TimeSpan.FromMinutes(1) };

        Assert.Equal(Written(index.Search(request)), Written(remote.Search(request)));
    }

    [Theory]
    [InlineData("redis", 3)]
    [InlineData("redis queue workers", 2)]
    [InlineData("reddis queue", 3)]
    [InlineData("how do workers take jobs from redis queues", 3)]
    public void A_search_needs_few_requests(string query, int most)
    {
        var generation = new MemoryGeneration(Talks);
        using var remote = new RemoteSearcher(generation);

        remote.Search(new SearchRequest { Query = query, Budget = TimeSpan.FromMinutes(1) });

        Assert.InRange(generation.Requests, 1, most);
    }

    [Theory]
    [InlineData("Count", "queues workers")]
    [InlineData("Find", "redis")]
    public void An_answer_without_a_shard_says_so(string request, string query)
    {
        using var whole = new RemoteSearcher(new MemoryGeneration(Talks));
        using var partial = new RemoteSearcher(new MemoryGeneration(Talks) { IsPartial = asked => asked == request });
        var search = new SearchRequest { Query = query, Budget = TimeSpan.FromMinutes(1) };

        Assert.False(whole.Search(search).Partial);
        Assert.True(partial.Search(search).Partial);
    }

    [Fact]
    public void What_was_counted_once_is_not_counted_again()
    {
        var generation = new MemoryGeneration(Talks);
        using var remote = new RemoteSearcher(generation);
        var request = new SearchRequest { Query = "queues workers", Budget = TimeSpan.FromMinutes(1) };
        remote.Search(request);
        var first = generation.Requests;

        remote.Search(request);

        Assert.Equal(first + 1, generation.Requests);
    }

    [Fact]
    public void Related_talks_and_suggestions_are_those_of_an_index()
    {
        using var index = SampleIndex.Of(Talks);
        using var embedded = index.Open();
        using var remote = new RemoteSearcher(new MemoryGeneration(Talks));
        var id = Talks[0].Talk.Id;

        Assert.Equal(embedded.Related(id).Select(hit => (hit.Talk.Talk.Id, hit.Score)),
            remote.Related(id).Select(hit => (hit.Talk.Talk.Id, hit.Score)));
        foreach (var typed in (string[])["qu", "ada", "gard", "mustr", "deplo", "redis q"])
        {
            var (expected, actual) = (embedded.Suggest(typed), remote.Suggest(typed));
            Assert.Equal(expected.Talks.Select(talk => talk.Id), actual.Talks.Select(talk => talk.Id));
            Assert.Equal(expected.Completions, actual.Completions);
            Assert.Equal(expected.Speakers, actual.Speakers);
        }
    }

    [Theory]
    [InlineData("ada muster")]
    [InlineData("garden days")]
    [InlineData("ops")]
    [InlineData("lightning talks")]
    public void Names_are_those_of_an_index(string query)
    {
        var lightning = SampleIndex.Talk("Five minutes", "Ada Muster", ["Short."], post: "five", date: "2015-03-04");
        StoredTalk[] talks = [.. Talks, lightning with { Talk = lightning.Talk with { Kind = TalkKind.LightningTalk } }];
        using var index = SampleIndex.Of(talks);
        using var embedded = index.Open();
        using var remote = new RemoteSearcher(new MemoryGeneration(talks));
        var request = new SearchRequest { Query = query };

        Assert.NotEmpty(embedded.PagesOf(request).Names);
        Assert.Equal(embedded.PagesOf(request).Names, remote.PagesOf(request).Names);
    }

    [Fact]
    public void The_fields_that_are_counted_are_those_that_are_searched() =>
        Assert.Equal(TextField.All.Select(field => field.Name), CollectionCounts.Fields);

    private static string Written(SearchResult result) => string.Join('\n',
    [
        $"{result.Total} {result.NearOnly} {string.Join(',', result.Absent)} {string.Join(',', result.GivenUp)}",
        string.Join(';', result.Corrections),
        .. result.Hits.Select(hit => FormattableString.Invariant($"{hit.Talk.Talk.Id} {hit.Score:0.000} {hit.Explain?.Text} ")
            + string.Join('|', hit.Matches.SelectMany(match => match.Runs).Where(run => run.IsMatch).Select(run => run.Text))),
        .. Facet.All.Select(facet => string.Join(',', result.Facets[facet].Select(value => $"{value.Value}={value.Count}"))),
    ]);
}
