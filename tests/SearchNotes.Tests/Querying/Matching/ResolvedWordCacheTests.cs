using SearchNotes.Querying;
using SearchNotes.Querying.Matching;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying.Matching;

public sealed class ResolvedWordCacheTests
{
    private static SampleIndex Day() => SampleIndex.Of(
        Talk("Workflow engines", "Ann Bell", ["Queues and queued jobs."]),
        Talk("The flow of things", "Carl Dow", ["A queue, and the work."]),
        Talk("Tinkering", "Eve Fox", ["Nothing else."]));

    /// <summary>What "work flow" joins to must not stay with the word "flow" that another query asks for.</summary>
    [Fact]
    public void A_word_known_from_another_query_answers_as_one_that_is_new()
    {
        string[] queries =
            ["work flow ", "flow ", "work ", "que", "queue ", "tinkring flow ", "flow tinkring ", "\"the work\"", "-flow queue ",
                "speaker:flow "];
        using var index = Day();
        using var searcher = index.Open();
        foreach (var query in queries)
            searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = query });

        foreach (var query in queries)
        {
            Assert.Equal(Shown(index.Search(query)),
                Shown(searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = query })));
        }
    }

    [Fact]
    public void A_copy_is_changed_alone()
    {
        var word = new QueryWord { Number = 0, Typed = "flow", Fields = FieldSet.Default };

        word.Copy(3).TermGroups.Add(new TermGroup(MatchKind.Word, [new FoundTerm("workflow", 1f, [])]));

        Assert.Empty(word.TermGroups);
    }

    [Fact]
    public void A_word_is_known_by_where_and_how_it_was_looked_for()
    {
        var known = new ResolvedWordCache();
        var key = new WordKey("flow", FieldSet.Default, MatchExpansion.Word);

        known.Add(key, new QueryWord { Number = 0, Typed = "flow", Fields = FieldSet.Default });

        Assert.NotNull(known.Find(key));
        Assert.Null(known.Find(key with { Fields = FieldSet.Topic }));
        Assert.Null(known.Find(key with { Expansion = null }));
    }

    [Fact]
    public void However_many_words_are_asked_for_few_stay()
    {
        var known = new ResolvedWordCache();
        var keys = Enumerable.Range(0, 100_000).Select(i => new WordKey($"{i}", FieldSet.Default, MatchExpansion.Word)).ToList();

        foreach (var key in keys)
            known.Add(key, new QueryWord { Number = 0, Typed = key.Typed, Fields = key.Fields });

        Assert.InRange(keys.Count(key => known.Find(key) is not null), 1, 50_000);
    }

    private static string Shown(SearchResult result) => string.Join(
        '\n',
        result.Hits.Select(hit => $"{hit.Talk.Talk.Topic} {hit.Score} {string.Concat(hit.Matches.SelectMany(match => match.Runs))}")
            .Append($"{result.Total} {string.Join(',', result.GivenUp)} {string.Join(',', result.Absent)} {string.Join(',', result.Corrections)}"));
}
