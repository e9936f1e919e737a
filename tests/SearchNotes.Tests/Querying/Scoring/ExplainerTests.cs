using SearchNotes.Querying;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying.Scoring;

public sealed class ExplainerTests
{
    [Theory]
    [InlineData("building flows", "Both words in the topic.")]
    [InlineData("building data flows", "All 3 words in the topic.")]
    [InlineData("roger barnes", "“roger barnes” is the speaker.")]
    [InlineData("barns celery", "“barnes” is the speaker; “celery” in the topic.")]
    [InlineData("barnes distributed fit", "“barnes” is the speaker; “distributed” in the notes; “fit” in the code.")]
    [InlineData("barnes zebra", "“barnes” is the speaker; without “zebra”.")]
    [InlineData("", "Shown without a query.")]
    public void A_sentence_says_why_a_hit_is_there(string query, string sentence) => Assert.Equal(sentence, Explain(query).Text);

    [Fact]
    public void The_arithmetic_adds_up()
    {
        var whole = Explain("barnes celery");

        Assert.Equal(whole.Value, whole.Parts.SkipLast(1).Sum(part => part.Value) * whole.Parts[^1].Value, 4);
        Assert.All(whole.Parts.SkipLast(1), part => Assert.Equal(part.Value, part.Parts[0].Value * part.Parts[1].Value, 4));
    }

    [Fact]
    public void Occurrences_are_told_field_by_field()
    {
        var celery = Explain("barnes celery").Parts[1].Parts[1];

        Assert.Equal(["in the topic, by weight and length", "in the notes, by weight and length"], celery.Parts.Select(part => part.Text));
        var sum = celery.Parts.Sum(part => part.Value);
        Assert.Equal(celery.Value, sum / (2.2f + sum), 4);
    }

    private static Explanation Explain(string query)
    {
        using var index = SampleIndex.Of(
            Talk("Building data flows with Celery", "Roger Barnes", ["Celery is a distributed task queue.", "```clf.fit(samples)"]),
            Talk("Sharing stuff", "Tennessee Leeuwenburg", ["Nothing of that sort."]));

        var result = index.Search(new SearchRequest { Query = query, Explain = true });
        return result.Hits.First(hit => hit.Talk.Talk.Topic.StartsWith("Building", StringComparison.Ordinal)).Explain!; // It was asked for.
    }
}
