using System.Globalization;
using System.Text.Json.Nodes;
using SearchNotes.Api.Responses;
using SearchNotes.Querying;
using SearchNotes.Tests.Querying.Judged;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>The engine for browsers answers as the engine in C# does, over the same posts.</summary>
public sealed class ParityTests(ExportedSite site) : IClassFixture<ExportedSite>
{
    /// <summary>The share of queries with the same first hit.</summary>
    private const double LeastSameFirst = 0.97;

    private const double MostNdcgDifference = 0.01;

    /// <summary>The share of hits in which other words may be flagged: forms of words that occur nowhere are guessed.</summary>
    private const double MostFlaggedOtherwise = 0.005;

    private const int Depth = 10;

    public static bool HasNode => NodeEngine.Exists;

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Every_judged_query_is_answered_alike()
    {
        var file = Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Querying", "Judged", "judgements.txt");
        var queries = Judgements.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        var pairs = await AskAsync(queries.Select(query => query.Text));

        var judged = queries.Zip(pairs).Where(pair => pair.First.HasAnswer).ToList();
        Assert.Equal(queries.Count, pairs.Count);
        Assert.InRange(pairs.Average(pair => pair.HasSameFirst ? 1 : 0), LeastSameFirst, 1);
        Assert.InRange(Math.Abs(judged.Average(pair => Ndcg(pair.First, pair.Second.Wanted) - Ndcg(pair.First, pair.Second.Got))),
            0, MostNdcgDifference);
        var otherwise = pairs.SelectMany(pair => pair.FlaggedOtherwise).ToList();
        Assert.True(otherwise.Count <= MostFlaggedOtherwise * pairs.Sum(pair => pair.Hits), string.Join('\n', otherwise));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Every_example_of_the_query_syntax_is_answered_alike()
    {
        var pairs = await AskAsync(QueryExamples.Read());

        Assert.InRange(pairs.Count, 30, 200);
        Assert.All(pairs, pair => Assert.Equal(pair.Order(pair.Wanted), pair.Order(pair.Got)));
        Assert.All(pairs, pair => Assert.Equal(pair.Remarks(pair.Wanted), pair.Remarks(pair.Got)));
        Assert.Equal("", string.Join('\n', pairs.SelectMany(pair => pair.FlaggedOtherwise)));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Queries_of_signs_and_notes_on_synonyms_are_answered_alike()
    {
        var pairs = await AskAsync(["???", "...", "()", "\"", "«»", "*", "/", "。", "::", "=>", "learn js )", "k8s"]);

        Assert.All(pairs, pair => Assert.Equal(pair.Remarks(pair.Wanted), pair.Remarks(pair.Got)));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Unfinished_stop_words_and_words_before_a_sign_are_answered_alike()
    {
        var pairs = await AskAsync(["the", "wit", "with", "des", "the* -py", "testing the", "don'", "l'", "l'o",
            "l'or", "d’im", "test-", "__code__."]);

        Assert.All(pairs, pair => Assert.Equal(pair.Order(pair.Wanted), pair.Order(pair.Got)));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Mathematical_letters_versions_and_numbers_are_answered_alike()
    {
        var pairs = await AskAsync(["𝐫𝐞𝐝𝐢𝐬", "ℛ𝑒𝑑𝑖𝑠", "𝛼𝜷", "v2.14.1-rc.1", "2.7-dev", "redis 42", "42", "docker 10"]);

        Assert.NotEmpty(pairs[0].Wanted["hits"]!.AsArray());
        Assert.All(pairs, pair => Assert.Equal(pair.Order(pair.Wanted), pair.Order(pair.Got)));
        Assert.All(pairs, pair => Assert.Equal(pair.Remarks(pair.Wanted), pair.Remarks(pair.Got)));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Options_and_names_with_signs_are_answered_alike()
    {
        var pairs = await AskAsync(
            ["-benchmem", "-bench", "-xyzzy", "--strict", ":root", "::before", "#python", "#notawordhere", "@property"]);

        Assert.Contains("is searched for as written", pairs[0].Wanted["notes"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotEmpty(pairs[6].Wanted["hits"]!.AsArray());
        Assert.All(pairs, pair => Assert.Equal(pair.Order(pair.Wanted), pair.Order(pair.Got)));
        Assert.All(pairs, pair => Assert.Equal(pair.Remarks(pair.Wanted), pair.Remarks(pair.Got)));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Pairs_paths_and_percentages_are_answered_alike()
    {
        var pairs = await AskAsync(["net/http", "net/h", "debug/pprof ", "kB/s", "/dev/null", "Europe/Os", "#!", "#!!", "#!/usr/bin",
            "50%", "100% ", "AT&T", "R&D", "~/bin", "Q&A"]);

        Assert.NotEmpty(pairs[0].Wanted["hits"]!.AsArray());
        Assert.NotEmpty(pairs[6].Wanted["hits"]!.AsArray());
        Assert.All(pairs, pair => Assert.Equal(pair.Order(pair.Wanted), pair.Order(pair.Got)));
        Assert.All(pairs, pair => Assert.Equal(pair.Remarks(pair.Wanted), pair.Remarks(pair.Got)));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Words_that_occur_apart_are_near_matches_alike()
    {
        var pairs = await AskAsync(["marathon training plan", "opera tickets vienna", "mortgage interest rates", "winter garden knots",
            "testing without a database", "river money letter "]);

        Assert.All(pairs, pair => Assert.Equal(pair.Wanted["near_only"]!.ToJsonString(), pair.Got["near_only"]!.ToJsonString()));
        Assert.All(pairs, pair => Assert.Equal(pair.Remarks(pair.Wanted), pair.Remarks(pair.Got)));
    }

    [Theory(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    [InlineData("kind", "keynote")]
    [InlineData("year", "2016..2018")]
    [InlineData("tag", "conference")]
    [InlineData("speaker", "Haruka Minegishi")]
    [InlineData("event", "PyCon Australia 2013")]
    [InlineData("language", "de")]
    [InlineData("has", "code")]
    public async Task Filters_and_facets_are_counted_alike(string filter, string value)
    {
        var request = new SearchRequest { Query = "test", PerPage = Depth, Budget = ThreadCost.Patience };
        request = filter switch
        {
            "kind" => request with { Kinds = [value] },
            "year" => request with { Years = [value] },
            "tag" => request with { Tags = [value] },
            "speaker" => request with { Speakers = [value] },
            "event" => request with { Events = [value] },
            "language" => request with { Languages = [value] },
            _ => request with { Has = [value] },
        };
        var wanted = JsonNode.Parse(AnswerJson.Of(site.Searcher.Search(request), request))!;

        var got = Assert.Single(await NodeEngine.AskAsync(site.Folder, "search",
            [new Dictionary<string, object> { ["q"] = "test", [filter] = new[] { value } }])).Answer!;

        Assert.Equal(wanted["total"]!.ToJsonString(), got["total"]!.ToJsonString());
        Assert.All(Facet.All, facet => Assert.Equal(Counts(wanted, facet), Counts(got, facet)));
    }

    [Theory(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    [InlineData("scho")]
    [InlineData("ed scho")]
    [InlineData("python")]
    [InlineData("typed and")]
    [InlineData("minegishy")]
    public async Task Names_and_completions_are_suggested_alike(string typed)
    {
        var wanted = site.Searcher.Suggest(typed, budget: ThreadCost.Patience);

        var got = Assert.Single(await NodeEngine.AskAsync(site.Folder, "suggest", [new { q = typed }])).Answer!;

        Assert.Equal(wanted.Speakers.Select(name => $"{name.Name} {name.Talks}"), Names(got, "speakers"));
        Assert.Equal(wanted.Tags.Select(name => $"{name.Name} {name.Talks}"), Names(got, "tags"));
        Assert.Equal(wanted.Events.Select(name => $"{name.Name} {name.Talks}"), Names(got, "events"));
        Assert.Equal(wanted.Completions, got["completions"]!.AsArray().Select(text => (string)text!));
        Assert.Equal(wanted.Talks.Select(talk => talk.Id), got["talks"]!.AsArray().Select(talk => (string)talk!["id"]!));
    }

    [Theory(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    [InlineData("Ed Schofield")]
    [InlineData("\"schofield ed\"")]
    [InlineData("minegishi")]
    [InlineData("PyCon Australia 2013")]
    [InlineData("pycon australia")]
    [InlineData("speaker:schofield")]
    [InlineData("schofield queues")]
    public async Task The_speaker_or_event_that_a_query_names_is_named_alike(string query)
    {
        var wanted = site.Searcher.PagesOf(new SearchRequest { Query = query }).Names
            .Where(name => name.Facet == Facet.Speaker || name.Facet == Facet.Event).ToList();

        var answer = Assert.Single(await NodeEngine.AskAsync(site.Folder, "search", [new { q = query, facets = false }])).Answer!;

        var got = answer["names"]!.AsArray().Select(name => name!).ToList();
        Assert.Equal(wanted.Select(name => $"{name.Facet.Name} {name.Named.Name} {name.Named.Talks}"),
            got.Select(name => $"{name["facet"]} {name["name"]} {name["talks"]}"));
        Assert.All(got, name => Assert.Contains($"{name["name"]}", File.ReadAllText(
            Path.Combine(new Uri($"{name["page"]}").LocalPath, "index.html")), StringComparison.Ordinal));
        Assert.Equal(!query.Contains(':') && !query.Contains("queues"), got.Count > 0);
    }

    /// <summary>Returns the counts of a facet, with the values unless so many have the last count that some are left out.</summary>
    private static IEnumerable<string> Counts(JsonNode answer, Facet facet)
    {
        var values = answer["facets"]![facet.Name]!.AsArray();
        return values.Select(value => values.Count < 20 ? $"{value!["value"]} {value["count"]}" : value!["count"]!.ToJsonString());
    }

    private static IEnumerable<string> Names(JsonObject answer, string list) =>
        answer[list]!.AsArray().Select(name => $"{name!["name"]} {name["talks"]}");

    private static double Ndcg(JudgedQuery query, JsonNode answer) =>
        Measures.Ndcg([.. AnswerPair.Ids(answer).Select(query.GradeOf)], [.. query.Grades.Values], Depth);

    private async Task<IReadOnlyList<AnswerPair>> AskAsync(IEnumerable<string> queries)
    {
        var asked = queries.ToList();
        var got = await NodeEngine.AskAsync(site.Folder, "search", asked.Select(q => (object)new { q, facets = false }));
        Assert.Equal("", string.Join('\n', got.Zip(asked).Where(pair => pair.First.Answer is null)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Second}: {pair.First.Fault} {pair.First.Message}"))));
        return [.. asked.Zip(got, (query, answer) => new AnswerPair(query, Wanted(query), answer.Answer!))]; // Not null: asserted.
    }

    private JsonNode Wanted(string query)
    {
        var request = new SearchRequest { Query = query, PerPage = Depth, Facets = [], Budget = ThreadCost.Patience };
        return JsonNode.Parse(AnswerJson.Of(site.Searcher.Search(request), request))!; // An answer is an object.
    }
}
