using SearchNotes.Querying;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying.Facets;

public sealed class FacetTableTests
{
    /// <summary>Tags 0 to 39, the later ones in more talks, and some in equally many: against counting them all and sorting.</summary>
    [Fact]
    public void The_most_frequent_values_are_shown_and_of_equals_the_first_by_name()
    {
        var random = new Random(7);
        var talks = Enumerable.Range(0, 60)
            .Select(i =>
                Talk($"Queues {i}", $"Ann {i}",
                    tags: [.. Enumerable.Range(0, 40).Where(tag => random.Next(60) < tag).Select(tag => $"t{tag:00}")])).ToArray();
        using var index = SampleIndex.Of(talks);

        var shown = index.Search("queues ").Facets[Facet.Tag];

        var counted = talks.SelectMany(talk => talk.Tags).CountBy(tag => tag).Select(tag => new FacetValue(tag.Key, tag.Value))
            .OrderByDescending(tag => tag.Count).ThenBy(tag => tag.Value, StringComparer.Ordinal).ToList();
        Assert.Equal(counted.Take(20), shown);
    }

    [Fact]
    public void Ties_do_not_depend_on_the_order_in_which_posts_were_written()
    {
        var talks = Enumerable.Range(0, 30).Select(i => Talk($"Queues {i}", $"Ann {i}", tags: [$"t{i:00}"], post: $"p{i:00}")).ToArray();
        using var forwards = SampleIndex.Of(talks);
        using var backwards = SampleIndex.Of([.. talks.Reverse()]);

        var shown = forwards.Search("queues ").Facets[Facet.Tag];

        Assert.Equal(Enumerable.Range(0, 20).Select(i => new FacetValue($"t{i:00}", 1)), shown);
        Assert.Equal(shown, backwards.Search("queues ").Facets[Facet.Tag]);
    }

    [Fact]
    public void Each_speaker_of_a_talk_is_counted_however_many_there_are()
    {
        using var index = SampleIndex.Of(
            Talk("Queues one", "Ann One", post: "p1"),
            Talk("Queues two", "Ann One and Ben Two", post: "p1"),
            Talk("Queues three", "Ann One and Ben Two and Cid Three", post: "p2"),
            Talk("Queues four", post: "p2"));

        var speakers = index.Search("queues ").Facets[Facet.Speaker];

        Assert.Equal([new("Ann One", 3), new("Ben Two", 2), new("Cid Three", 1)], speakers);
    }

    [Fact]
    public void Talks_of_a_post_that_differ_in_their_tags_are_counted_by_their_own()
    {
        using var index = SampleIndex.Of(
            Talk("Queues one", "Ann One", tags: ["a", "b"], post: "p1"),
            Talk("Queues two", "Ben Two", tags: ["b"], post: "p1"),
            Talk("Queues three", "Cid Three", tags: ["a", "b"], post: "p1"),
            Talk("Queues four", "Dan Four", tags: ["b", "c"], post: "p2"));

        var tags = index.Search("queues ").Facets[Facet.Tag];

        Assert.Equal([new("b", 4), new("a", 2), new("c", 1)], tags);
    }
}
