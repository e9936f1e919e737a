using System.Text.Json.Nodes;
using SearchNotes.Api.Responses;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>An index of more than a thousand documents, whose talks share files and are compressed with common words.</summary>
public sealed class LargeIndexTests(LargeSite large) : IClassFixture<LargeSite>
{
    public static bool HasNode => NodeEngine.Exists;

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Talks_are_the_same_as_in_the_index()
    {
        string[] queries = ["lantern compiler", "\"ledger of queues\"", "speaker:\"Ada 7-3\"", "cluster garden", "speakr 12"];

        var got = await NodeEngine.AskAsync(large.Site.Folder, "search", queries.Select(q => (object)new { q, facets = false }));

        Assert.Contains(large.Site.Files(), path => path.EndsWith(".t", StringComparison.Ordinal));
        Assert.Equal(queries.Select(query => Shown(Wanted(query))), got.Select(answer => Shown(answer.Answer!)));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task The_first_query_waits_for_two_rounds_and_60_KB()
    {
        var answer = Assert.Single(await NodeEngine.AskAsync(large.Site.Folder, "search", [new { q = "lantern", facets = false, per_page = 6 }]));

        Assert.InRange(answer.Read.Max(file => file.Round), 1, 2);
        Assert.InRange(answer.Read.Sum(file => file.Bytes), 1, 60 * 1024);
    }

    [Fact]
    public void A_new_sentence_or_post_rewrites_few_files_of_talks()
    {
        var before = Talks();
        large.Write(40, "A walrus was there.");
        large.Write(LargeSite.Posts, "It was the last one.");
        large.Site.ExportAgain();

        Assert.InRange(Talks().Except(before).Count(), 1, before.Count / 10);
    }

    private static string Shown(JsonNode answer) => string.Join('\n', answer["hits"]!.AsArray().Select(hit => // Answers have hits.
        $"{hit!["id"]} {hit["topic"]} {hit["speakers"]!.ToJsonString()} {hit["source"]!.ToJsonString()} {hit["matches"]!.ToJsonString()}"));

    private List<string> Talks() => [.. large.Site.Files().Where(path => path.StartsWith("i/", StringComparison.Ordinal)
        && char.IsAsciiDigit(path[^1]))];

    private JsonNode Wanted(string query)
    {
        var request = new SearchRequest { Query = query, Facets = [], Budget = ThreadCost.Patience };
        return JsonNode.Parse(AnswerJson.Of(large.Site.Searcher.Search(request), request))!; // An answer is an object.
    }
}
