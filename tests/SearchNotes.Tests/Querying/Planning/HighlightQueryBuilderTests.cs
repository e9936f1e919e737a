using SearchNotes.Highlighting;
using SearchNotes.Querying;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Tests.Highlighting;
using Xunit;

namespace SearchNotes.Tests.Querying.Planning;

public sealed class HighlightQueryBuilderTests
{
    [Fact]
    public void Forms_are_flagged_and_derived_words_only_in_hits_without_them()
    {
        var wanted = HighlightQueryBuilder.Of([Word("cylinder", Form("cylinders"), Form("cylindrical"))]);

        Assert.Equal("[Cylinders], cylindrical", Shown("Cylinders, cylindrical", wanted));
        Assert.Equal("[Cylindrical]", Shown("Cylindrical", wanted));
    }

    [Fact]
    public void Regular_forms_are_flagged_even_where_a_stemmer_keeps_them_apart() =>
        Assert.Equal("[learn], [learned]", Shown("learn, learned", HighlightQueryBuilder.Of([Word("learning")])));

    [Fact]
    public void A_word_made_of_two_neighbours_is_flagged()
    {
        var wanted = HighlightQueryBuilder.Of([Word("work", Form("workflow")), Word("flow", Form("workflow"))]);

        Assert.Equal("a [workflow]", Shown("a workflow", wanted));
        Assert.Null(wanted.Fallback);
    }

    [Fact]
    public void Parts_of_a_hyphenated_word_are_flagged()
    {
        var word = Word("wing-body");
        word.Sequences.Add(new(MatchKind.Word, 1f, [["wing"], ["body"]]));

        Assert.Equal("[wings] and [wing body]", Shown("wings and wing body", HighlightQueryBuilder.Of([word])));
    }

    [Theory]
    [InlineData("the", 0.1f, "of the rest")]
    [InlineData("how", 0.1f, "[how]")]
    [InlineData("die", 3f, "[die]")]
    public void Frequent_stop_words_are_not_flagged_alone(string typed, float weight, string shown)
    {
        var word = Word(typed);
        word.Weight = weight;

        Assert.Equal(shown, Shown(shown.Trim('[', ']'), HighlightQueryBuilder.Of([word, Word("unicorn")])));
    }

    [Fact]
    public void A_word_of_one_field_is_flagged_there_alone()
    {
        var wanted = HighlightQueryBuilder.Of([Word("walker", FieldSet.Speaker)]);

        Assert.Equal("[Walker]", Shown("Walker", wanted, MatchField.Speaker));
        Assert.Equal("Walker", Shown("Walker", wanted));
    }

    private static QueryWord Word(string typed, params FoundTerm[] forms) => Word(typed, FieldSet.Default, forms);

    private static QueryWord Word(string typed, FieldSet fields, params FoundTerm[] forms)
    {
        var word = new QueryWord { Number = 0, Typed = typed, Fields = fields, Weight = 3f };
        word.TermGroups.Add(new(MatchKind.Word, [new(typed, 1f, []), .. forms]));
        return word;
    }

    private static FoundTerm Form(string term) => new(term, Ranking.Form, []);

    private static string Shown(string text, HighlightQuery wanted, MatchField field = MatchField.Topic) =>
        Some.Shown(Highlighter.Runs(text, wanted, field));
}
