using SearchNotes.Querying;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

public sealed class SpellingTests
{
    private static SampleIndex Day() => SampleIndex.Of(
        Talk("The book of muster", "Adam Nowak", ["Nothing about names."]),
        Talk("Rolls", text: ["Every muster was called."], post: "other"),
        Talk("Indexes from below", "Katharina Ostrowski", ["Pages split."], post: "third"),
        Talk("Queues that forgive", text: ["celery runs jobs"], post: "fourth"),
        Talk("Pods", text: ["kubernetes pods, kubernetes pods and kubernetes"], post: "fifth"));

    [Fact]
    public void A_name_corrected_word_by_word_into_words_that_stand_nowhere_together_is_a_near_match_and_offered()
    {
        using var index = SampleIndex.Of(
            Talk("Rolls", "Adam Nowak",
                ["Names and the register, and after a long while and many more words of no interest whatsoever, a muster."]),
            Talk("Other", text: ["nothing of it"]));

        var result = index.Search("adan mustr");

        Assert.True(result.NearOnly);
        Assert.Equal([new Correction("adan", "adam", Applied: false), new Correction("mustr", "muster", Applied: false)],
            result.Corrections);
        Assert.Equal(["adan", "mustr"], result.Absent);
        Assert.Equal(["adan", "mustr"], result.GivenUp);
    }

    [Theory]
    [InlineData("katharna ostrowsky")]
    [InlineData("queus forgve")]
    public void Two_slips_in_words_that_do_stand_together_are_corrected_as_ever(string typed)
    {
        using var index = Day();

        var result = index.Search(typed);

        Assert.False(result.NearOnly);
        Assert.All(result.Corrections, correction => Assert.True(correction.Applied));
        Assert.Empty(result.Absent);
        Assert.Empty(result.GivenUp);
    }

    [Fact]
    public void A_correction_that_the_best_hit_does_not_hold_is_an_offer()
    {
        using var index = Day();

        var result = index.Search("kubernetes pods celary");

        Assert.Equal("Pods", result.Hits[0].Talk.Talk.Topic);
        Assert.Equal([new Correction("celary", "celery", Applied: false)], result.Corrections);
        Assert.Equal(["celary"], result.GivenUp);
        Assert.Equal(["celary"], result.Absent);
    }

    [Fact]
    public void A_slip_in_the_first_letter_is_found_although_another_word_is_as_near()
    {
        using var index = SampleIndex.Of(
            Talk("Barrels", text: ["barrel by barrel"]), Talk("Parcels", text: ["A parcel."], post: "a"), Talk("Bread", post: "b"));

        var result = index.Search("parrel ");

        Assert.Equal(["Barrels", "Parcels"], result.Hits.Select(hit => hit.Talk.Talk.Topic).Order());
        Assert.Equal([new Correction("parrel", "parcel", Applied: true)], result.Corrections);
    }

    [Theory]
    [InlineData("cheap zeppelin flights")]
    [InlineData("mortgage rates interest")]
    public void An_answer_with_one_of_several_words_is_a_near_match(string query)
    {
        using var index = SampleIndex.Of(
            Talk("Kites", text: ["A long text about ropes, wind and weather, with a cheap knot, and a word on rates of change at the end."]),
            Talk("Pods", text: ["Nothing of it."], post: "a"), Talk("Ovens", text: ["Bread and more."], post: "b"),
            Talk("Clay", text: ["Pots."], post: "c"));

        var result = index.Search(query);

        Assert.True(result.Total > 0);
        Assert.True(result.NearOnly);
    }

    [Theory]
    [InlineData("A training of horses in the long winter months, and by the river nobody had any plan.", true)]
    [InlineData("A training plan for horses in the long winter months by the river.", false)]
    public void Three_words_of_which_no_two_stand_together_are_a_near_match(string text, bool isNear)
    {
        using var index = SampleIndex.Of(
            [
                .. Enumerable.Range(0, 2).Select(i => Talk($"Meetings {i}",
                    text: ["A long text about rooms, chairs and coffee, and a marathon of talking that nobody could end before noon."], post: $"m{i}")),
                .. Enumerable.Range(0, 6).Select(i => Talk($"Horses {i}", text: [text], post: $"h{i}")),
                .. Enumerable.Range(0, 6).Select(i => Talk($"Ovens {i}", text: ["Bread and more, with a good deal of patience."], post: $"o{i}")),
            ]);

        var result = index.Search("marathon training plan ");

        Assert.Empty(result.Absent);
        Assert.Equal(isNear, result.NearOnly);
    }

    [Theory]
    [InlineData("should printers keep rules of conduct like lawyers")]
    [InlineData("why do presses jam")]
    public void A_question_is_answered_although_the_answer_lacks_most_of_its_words(string query)
    {
        using var index = SampleIndex.Of(
            Talk("Presses that jam", text: ["The presses jam when rules of conduct are missing. Rules help a press."]),
            Talk("Printers", text: ["People keep a law of their own, as lawyers like to say."], post: "a"),
            Talk("Ovens", text: ["Bread and more."], post: "b"), Talk("Clay", text: ["Pots and why they break."], post: "c"));

        Assert.False(index.Search(query).NearOnly);
    }

    [Fact]
    public void Nothing_is_corrected_where_nothing_is_found()
    {
        using var index = Day();

        var result = index.Search(new SearchRequest { Query = "celary", Years = ["1999"] });

        Assert.Equal(0, result.Total);
        Assert.Empty(result.Corrections);
        Assert.Equal(["celary"], result.Absent);
    }

    [Fact]
    public void What_is_said_of_a_word_never_contradicts_itself()
    {
        using var index = Day();
        string[] words =
            ["adan", "adam", "mustr", "muster", "katharna", "ostrowsky", "celary", "pods", "kubernets", "zeppelin", "OR", "-pods",
                "\"celery runs\""];

        foreach (var query in words.SelectMany(_ => words, (first, second) => $"{first} {second}")
            .SelectMany(_ => words.Take(4), (pair, third) => $"{pair} {third}"))
        {
            var result = index.Search(query);
            var applied = result.Corrections.Where(correction => correction.Applied).Select(correction => correction.From).ToList();
            Assert.Empty(applied.Intersect(result.GivenUp));
            Assert.Empty(applied.Intersect(result.Absent));
            Assert.True(result.Total > 0 || applied.Count == 0, query);
        }
    }
}
