using System.Text.RegularExpressions;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>Both engines answer alike: what is found, counted, ranked first, flagged and said about words.</summary>
[Collection(nameof(OneNode))]
public sealed class ClusterParityTests(OneNode node)
{
    /// <summary>Two of a hundred queries may differ, see docs/cluster.md.</summary>
    private const double LeastShare = 0.98;

    private static readonly string Corpus = Path.Combine(Repository.Root, "corpus");

    private static IReadOnlyList<string> Queries =>
    [
        .. Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "query-syntax.md")), "`([^`\n]+)`", RegexOptions.None,
            TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal),
        "", "celery redis", "how do I keep a queue from growing", "talks about databases in the north", "Walker", "andrew walkr",
        "python -redis", "tag:python year:2013..2019", "naïve", "ml", "machine learning", "postgres index", "ci builds", "schema changes without downtime in production",
    ];

    [Fact]
    public void Both_engines_give_the_same_answers()
    {
        using var index = new TemporaryIndex(Corpus);
        using var embedded = index.Engine.Open();
        using var cluster = node.Indexed(Corpus).Open();
        List<string> wrong = [];

        foreach (var query in Queries)
        {
            var request = new SearchRequest { Query = query, Budget = TimeSpan.FromMinutes(1), Explain = true };
            if (Written(embedded.Search(request)) != Written(cluster.Search(request)))
                wrong.Add(query);
        }

        Assert.True(wrong.Count <= (1 - LeastShare) * Queries.Count, $"Answers differ: {string.Join(" · ", wrong)}");
    }

    [Theory]
    [InlineData("speaker")]
    [InlineData("tag")]
    [InlineData("event")]
    [InlineData("kind")]
    [InlineData("language")]
    [InlineData("year")]
    public void Filters_find_the_same_and_facets_ignore_their_own(string name)
    {
        using var index = new TemporaryIndex(Corpus);
        using var embedded = index.Engine.Open();
        using var cluster = node.Indexed(Corpus).Open();
        var facet = Facet.All.Single(facet => facet.Name == name);
        var value = embedded.Search(new SearchRequest()).Facets[facet][0].Value;

        foreach (var sort in Enum.GetValues<SearchSort>())
        {
            // Finished by its space: the ceiling of an unfinished word is that of the found talks here, and of all talks there.
            var request = new SearchRequest { Query = "the ", Sort = sort, Budget = TimeSpan.FromMinutes(1) }.With(facet, [value]);

            Assert.Equal(Written(embedded.Search(request)), Written(cluster.Search(request)));
            Assert.Equal(Written(embedded.Search(request with { GroupByPost = true })),
                Written(cluster.Search(request with { GroupByPost = true })));
        }
    }

    [Fact]
    public void Lists_talks_suggestions_and_related_talks_are_the_same()
    {
        using var index = new TemporaryIndex(Corpus);
        using var embedded = index.Engine.Open();
        using var cluster = node.Indexed(Corpus).Open();
        var budget = TimeSpan.FromMinutes(1);
        var talk = embedded.Search(new SearchRequest { Query = "redis" }).Hits[0].Talk;

        Assert.Equal(embedded.Speakers(), cluster.Speakers());
        Assert.Equal(embedded.Tags(), cluster.Tags());
        Assert.Equal(embedded.Events(), cluster.Events());
        Assert.Equal(embedded.TalkIds(), cluster.TalkIds());
        Assert.Equal(embedded.PagesOf(new SearchRequest { Query = "andrew walker" }).Names, cluster.PagesOf(new SearchRequest { Query = "andrew walker" }).Names);
        Assert.Equal(embedded.Mark(talk, "redis").SelectMany(runs => runs), cluster.Mark(talk, "redis").SelectMany(runs => runs));
        Assert.Equal(embedded.Stats().Languages, cluster.Stats().Languages);
        Assert.Equal(embedded.Stats() with { Languages = [], Generation = 0, Bytes = 0, BuiltAt = default },
            cluster.Stats() with { Languages = [], Generation = 0, Bytes = 0, BuiltAt = default });
        Assert.Equal(talk.Talk.Topic, cluster.Find(talk.Talk.Id)?.Talk.Topic);
        Assert.Null(cluster.Find("no-such.talk"));
        Assert.Equal(embedded.DocumentsOfPost(talk.PostId).Select(stored => stored.Talk.Id),
            cluster.DocumentsOfPost(talk.PostId).Select(stored => stored.Talk.Id));
        Assert.Equal(embedded.Related(talk.Talk.Id, budget: budget).Select(hit => hit.Talk.Talk.Id),
            cluster.Related(talk.Talk.Id, budget: budget).Select(hit => hit.Talk.Talk.Id));
        foreach (var typed in (string[])["cel", "andrew", "schema ch", "pyton", "redis q"])
        {
            var (ours, theirs) = (embedded.Suggest(typed, budget: budget), cluster.Suggest(typed, budget: budget));
            Assert.Equal(ours.Talks.Select(t => t.Id), theirs.Talks.Select(t => t.Id));
            Assert.Equal(ours.Speakers, theirs.Speakers);
            Assert.Equal(ours.Completions, theirs.Completions);
        }
    }

    private static string Written(SearchResult result) => string.Join('\n',
    [
        $"{result.Total} {result.NearOnly} absent {string.Join(',', result.Absent)} given up {string.Join(',', result.GivenUp)}",
        string.Join(';', result.Corrections),
        .. Facet.All.Select(facet => string.Join(',', result.Facets[facet].Select(value => value.Count))),
        .. result.Hits.Select(hit => $"{hit.Talk.Talk.Id} {hit.Explain?.Text} {Flagged(hit)}"),
    ]);

    private static string Flagged(TalkHit hit) =>
        string.Join('|', hit.Matches.SelectMany(match => match.Runs).Where(run => run.IsMatch).Select(run => run.Text));
}
