using SearchNotes.Querying;
using SearchNotes.Talks;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

/// <summary>Which talk comes first, and why.</summary>
public sealed class RankingTests
{
    [Fact]
    public void A_word_that_occurs_nowhere_counts_as_its_nearest_word()
    {
        using var index = SampleIndex.Of(
            Talk("Migration without fear", text: ["Small steps and a plan."]),
            Talk("Bees on the roof", text: ["Beekeeping by the river, beekeeping on the roof. One migration in spring."], post: "a"),
            Talk("Bread", text: ["Flour."], post: "b"));

        Assert.Equal("Bees on the roof", index.Search("beekeping migration").Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void Each_document_counts_once_for_rarity_however_many_forms_it_holds()
    {
        using var index = SampleIndex.Of(
            Talk("First", text: ["We paint, painted, paints and painting."]),
            Talk("Second", text: ["They paint, painted, paints and painting."], post: "a"),
            Talk("Kilns", text: ["Two kilns."], post: "b"),
            Talk("Glaze", text: ["Kilns again."], post: "c"),
            Talk("Clay", text: ["Nothing."], post: "d"),
            Talk("Wheel", text: ["Nothing."], post: "e"));

        var weights = index.Search(new SearchRequest { Query = "painting kilns ", Explain = true }).Hits
            .SelectMany(hit => hit.Explain!.Parts).SelectMany(part => part.Parts)
            .Where(part => part.Text.StartsWith("rarity", StringComparison.Ordinal)).Select(part => part.Value).Distinct();

        Assert.Single(weights);
    }

    [Fact]
    public void A_talk_with_all_words_comes_before_one_with_some_of_them_everywhere()
    {
        using var index = SampleIndex.Of(
            Talk("Orchard orchard", text: ["orchard orchard orchard"], tags: ["orchard"]),
            Talk("Money", text: ["How to be paid for an orchard, and what a longer text has to say of it all."], post: "a"),
            Talk("Apples", text: ["An orchard."], post: "b"),
            Talk("Pears", text: ["Paid in full for a box, and paid again for the cart that took it to town."], post: "c"));

        Assert.Equal("Money", index.Search("orchard paid ").Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void Talks_with_some_of_the_words_stay_below_those_with_all()
    {
        using var index = SampleIndex.Of(
            [
                Talk("Both", text: ["A rare walnut and wood."]),
                .. Enumerable.Range(0, 5).Select(i => Talk($"Wood {i}", text: ["Plain wood."], post: $"p{i}")),
                .. Enumerable.Range(0, 10).Select(i => Talk($"Other {i}", text: ["Nothing."], post: $"o{i}")),
            ]);

        Assert.Equal(6, index.Search("walnut wood ").Total);
    }

    [Theory]
    [InlineData("gardeners ", "Guests", 60)]
    [InlineData("washability ", "Shirts", 60)]
    [InlineData("gardeners ", "Guests", 3)]
    public void A_derived_word_is_found_where_the_word_itself_is_rare(string query, string topic, int others)
    {
        using var index = SampleIndex.Of(
            [
                Talk("Guests", text: ["On gardening, and gardening again."]),
                Talk("Shirts", text: ["A washable shirt, and washable socks."], post: "a"),
                .. Enumerable.Range(0, others).Select(i => Talk($"Other {i}", text: ["Nothing."], post: $"o{i}")),
            ]);

        Assert.Equal(topic, index.Topics(query));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(3)]
    public void A_derived_word_ranks_below_the_word_itself(int others)
    {
        using var index = SampleIndex.Of(
            [
                Talk("Charts", text: ["They navigate by stars, navigated by stars, and navigate by night."]),
                Talk("The year", text: ["A longer text that names navigation once among many other words of the year."], post: "a"),
                .. Enumerable.Range(0, others).Select(i => Talk($"Other {i}", text: ["Nothing."], post: $"o{i}")),
            ]);

        Assert.Equal("The year | Charts", index.Topics("navigation "));
    }

    [Theory]
    [InlineData("beehives ")]
    [InlineData("bee hives ")]
    public void Joined_and_split_spellings_find_each_other(string query)
    {
        using var index = SampleIndex.Of(
            Talk("Beehives for all", text: ["Wood."]),
            Talk("Autumn", text: ["Check the bee hives, all bee hives."], post: "a"),
            Talk("Bread", text: ["Flour."], post: "b"));

        Assert.Equal(["Autumn", "Beehives for all"], index.Search(query).Hits.Select(hit => hit.Talk.Talk.Topic).Order());
    }

    [Fact]
    public void The_rest_of_a_post_does_not_come_before_a_talk_at_its_event()
    {
        using var index = SampleIndex.Of(
            [
                Talk("KettleConf Harbour", text: ["What a day at KettleConf, with notes on teas."], post: "k", kind: TalkKind.Post,
                    eventTitle: "KettleConf Harbour"),
                Talk("Teas", "Mia Hill", ["Leaves and water."], post: "k", eventTitle: "KettleConf Harbour"),
                .. Enumerable.Range(0, 5).Select(i => Talk($"Other {i}", text: ["A word on tea."], post: $"o{i}")),
                .. Enumerable.Range(5, 15).Select(i => Talk($"Other {i}", text: ["Nothing."], post: $"o{i}")),
            ]);

        Assert.Equal("Teas", index.Search("kettleconf teas ").Hits[0].Talk.Talk.Topic);
        Assert.Equal("KettleConf Harbour", index.Search("kettleconf harbour ").Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void Equal_scores_are_ordered_by_kind_then_by_text_then_by_date()
    {
        using var index = SampleIndex.Of(
            Talk("One", "Cy Dunn", ["Short."], post: "a", kind: TalkKind.LightningTalk, date: "2022-01-01"),
            Talk("Two", "Cy Dunn", ["Short."], post: "b", date: "2021-01-01"),
            Talk("Three", "Cy Dunn", ["A good deal longer than the others are."], post: "c", date: "2020-01-01"));

        Assert.Equal("Three | Two | One", index.Topics("Cy Dunn "));
    }

    [Fact]
    public void Both_parts_of_a_name_count_together()
    {
        using var index = SampleIndex.Of(
            Talk("Ovens", "Marta Lindqvist", ["Heat."]),
            Talk("Sails", "Jon Lindquist", ["Wind."], post: "a"),
            Talk("Yeast", "Marta Hill", ["Dough."], post: "b"));

        Assert.Equal("Ovens", index.Search("Martta Lindqwist ").Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void A_correction_of_the_first_letter_is_a_near_match()
    {
        using var index = SampleIndex.Of(Talk("Walnut trees", text: ["walnut"]), Talk("Bread", post: "b"));

        var result = index.Search("qalnut ");

        Assert.True(result.NearOnly);
        Assert.Equal([new Correction("qalnut", "walnut", Applied: false)], result.Corrections);
        Assert.Equal(["qalnut"], result.GivenUp);
    }

    [Fact]
    public void A_typo_that_leads_to_one_speaker_is_applied_and_one_that_leads_to_several_is_offered()
    {
        using var index = SampleIndex.Of(
            Talk("Ovens", "Marta Lindqvist"), Talk("Sails", "Jon Hargreave", post: "a"), Talk("Ropes", "Ida Hargreave", post: "b"));

        Assert.True(Assert.Single(index.Search("Lindqvst ").Corrections).Applied);
        Assert.False(Assert.Single(index.Search("Hargreve ").Corrections).Applied);
    }

    [Fact]
    public void Function_words_are_never_reported()
    {
        using var index = SampleIndex.Of(Talk("Walnut trees", text: ["walnut"]), Talk("Bread", post: "b"));

        var result = index.Search("the walnut of zeppelins");

        Assert.Equal(["zeppelins"], result.GivenUp);
        Assert.Equal(["zeppelins"], result.Absent);
    }

    [Fact]
    public void A_compound_is_found_by_its_part()
    {
        using var index = SampleIndex.Of(
            Talk("Sommer", text: ["Das Gartenhäuschen am See."], language: "de"),
            Talk("Brot", text: ["Mehl."], post: "b", language: "de"));

        Assert.Equal("Sommer", index.Topics("häuschen "));
    }

    [Theory]
    [InlineData("酒が少ない交流会")]
    [InlineData("懇親会と飲酒")]
    public void A_text_without_spaces_need_not_stand_there_as_a_whole(string query)
    {
        using var index = SampleIndex.Of(
            Talk("夜の部", text: ["飲酒の少なめの懇親会、交流の場です。"], language: "ja"),
            Talk("朝の部", text: ["設計の話が少しありました。"], post: "b", language: "ja"),
            Talk("昼の部", text: ["試験の話。"], post: "c", language: "ja"));

        Assert.Equal("夜の部", index.Search(query).Hits[0].Talk.Talk.Topic);
    }

    [Theory]
    [InlineData("Αθηνα ", "Αθήνα")]
    [InlineData("еще ", "ещё")]
    [InlineData("ταξισ ", "τάξις")]
    public void Accents_that_are_left_out_in_haste_do_not_matter(string query, string written)
    {
        using var index = SampleIndex.Of(Talk("Here", text: [written], language: "el"), Talk("There", text: ["nothing"], post: "b"));

        Assert.Equal("Here", index.Topics(query));
    }
}
