using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests.Indexing;
using Xunit;

namespace SearchNotes.Tests.Querying;

/// <summary>Words that stand for others: those that the program knows, and those of the blog's settings.</summary>
public sealed class SynonymTests : ReindexedFolder
{
    private IReadOnlyList<SynonymRule> rules = [];

    public SynonymTests() => Write("2021-05-06-notes.md", """
        # Ann Lee on Clusters

        Kubernetes restarts what fails.

        # Bo Chen on Models

        Machine learning needs data. A machine is bought, learning is not.

        # Cyd Ellis on Sailing

        A dinghy is a small boat.

        # Dina Fox on Learning to sail

        The machine of the harbour.

        # Eva Moss on Gophers

        We write everything in go now.
        """);

    [Theory]
    [InlineData("k8s", "Clusters")]
    [InlineData("ml", "Models")]
    [InlineData("ML data", "Models")]
    [InlineData("-k8s boat", "Sailing")]
    public void A_shipped_synonym_finds_the_other_word(string query, string topic) => Assert.Equal(topic, Search(query).Hits[0].Talk.Talk.Topic);

    [Theory]
    [InlineData("k8s", "“k8s” also finds “kubernetes”.")]
    [InlineData("ml", "“ml” also finds “machine learning”.")]
    public void What_is_searched_for_as_well_is_said(string query, string note)
    {
        var result = Search(query);

        Assert.Equal([note], result.Notes.Select(n => n.Message));
        Assert.Empty(result.Absent);
        Assert.Empty(result.Corrections);
        Assert.False(result.NearOnly);
    }

    [Fact]
    public void The_note_has_the_place_of_the_word_among_the_other_notes()
    {
        var result = Search("learn k8s )");

        Assert.Equal([6, 10], result.Notes.Select(note => note.Position));
    }

    [Fact]
    public void A_sequence_is_found_as_a_sequence_and_flagged()
    {
        var hit = Assert.Single(Search("ml").Hits);

        Assert.Contains("Machine learning", string.Concat(hit.Matches[^1].Runs.Select(run => run.IsMatch ? run.Text : "·")).Replace("Machine·learning", "Machine learning", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_blog_adds_its_own_in_one_direction_or_both()
    {
        rules = [.. new[] { "skiff = dinghy", "craft > small boat", "sea boat = dinghy" }.Select(SynonymRule.Parse).OfType<SynonymRule>()];

        Assert.Equal(3, rules.Count);
        Assert.Equal("Sailing", Search("skiff").Hits[0].Talk.Talk.Topic);
        Assert.Equal("Sailing", Search("craft").Hits[0].Talk.Talk.Topic);
        Assert.Equal(["“sea boat” also finds “dinghy”."], Search("sea boat").Notes.Select(note => note.Message));
        Assert.Empty(Search("small boat").Notes);
    }

    [Fact]
    public void A_change_of_the_rules_makes_a_new_commit()
    {
        Search("boat");
        rules = [SynonymRule.Of("skiff", "dinghy", isTwoWay: true)!];

        Assert.Equal("settings or the program changed", Run().RebuildReason);
    }

    [Theory]
    [InlineData("speaker:k8s")]
    [InlineData("\"k8s\"")]
    public void Names_and_phrases_have_none(string query) => Assert.Empty(Search(query).Notes);

    [Fact]
    public void A_word_that_the_notes_have_ranks_above_its_synonym()
    {
        Write("2021-05-07-more.md", "# Flo Hart on Containers\n\nA k8s cluster and its k8s nodes.\n\n# Gus Ivey on Oars\n\nAn oar is long.\n");

        Assert.Equal(["Containers", "Clusters"], Search("k8s").Hits.Select(hit => hit.Talk.Talk.Topic));
    }

    [Theory]
    [InlineData("k8s = kubernetes", "k8s = kubernetes")]
    [InlineData(" golang>go ", "golang > go")]
    [InlineData("a  b=c", "a b = c")]
    [InlineData("a =", null)]
    [InlineData("= a", null)]
    [InlineData("a b c d e = f", null)]
    [InlineData("a = b = c", null)]
    [InlineData("! = a", null)]
    [InlineData("word", null)]
    public void A_rule_is_two_texts_with_a_sign_between(string text, string? rule) => Assert.Equal(rule, SynonymRule.Parse(text)?.ToString());

    private ReindexReport Run() => new Reindexer(
        new Corpus(new CorpusOptions { Root = Corpus, Synonyms = rules }), Index, TimeProvider.System).Run();

    private SearchResult Search(string query)
    {
        Run();
        using var searcher = TalkSearcher.Open(Index);
        return searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = query });
    }
}
