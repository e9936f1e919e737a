using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class TalkIdStabilityTests
{
    private const string Before = """
        # Ada Muster on Growing tomatoes

        Water them.

        # Ben Probst on Reading maps

        Turn them.

        # Lightning Talks
        """;

    [Fact]
    public void Lightning_talks_that_come_later_change_no_id_above_them()
    {
        var later = Before + "\n\n## One: Cleo Tamm\n\nKnots.\n\n## Two: Ada Muster\n\nSeeds.\n";

        var ids = Ids(later);

        Assert.Equal(["post.ada-muster", "post.ben-probst"], Ids(Before));
        Assert.Equal(["post.ada-muster", "post.ben-probst", "post.cleo-tamm", "post.ada-muster-ada-muster"], ids);
    }

    [Fact]
    public void An_edited_body_changes_no_id()
        => Assert.Equal(Ids(Before), Ids(Before.Replace("Water them.", "Water them twice a day.\n\n## Why\n\nBecause.", StringComparison.Ordinal)));

    private static IEnumerable<string> Ids(string text)
        => TalkSplitter.Split(new Post { Path = "post.md", Id = "post", Title = "A day in June", Text = text }, SpeakerAliases.None).Talks.Select(t => t.Id);
}
