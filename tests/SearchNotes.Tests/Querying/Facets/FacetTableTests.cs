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
}
