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
    public void An_edited_body_changes_no_id() =>
        Assert.Equal(Ids(Before),
            Ids(Before.Replace("Water them.", "Water them twice a day.\n\n## Why\n\nBecause.", StringComparison.Ordinal)));

    [Fact]
    public void A_post_that_grew_fourteen_lightning_talks_was_edited_and_moved_keeps_its_ids()
    {
        var before = SplitState("2014-08-03-harbour-days-day-two.md");
        var after = SplitState("moved/2014/2014-08-03-harbour-days-day-two.md");

        Assert.Equal(before.Talks.Select(talk => talk.Id), after.Talks.Take(before.Talks.Count).Select(talk => talk.Id));
        Assert.Equal(before.Rest!.Id, after.Rest!.Id); // Both begin with an introduction.
        Approved.Matches($"Before\n{Shown(before)}\nAfter\n{Shown(after)}");
    }

    private static SplitPost SplitState(string path)
    {
        var corpus =
            new Corpus(new CorpusOptions
            {
                Root =
                Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Talks", "States", Path.GetDirectoryName(path)!)
            });
        return TalkSplitter.Split(corpus.Read(Assert.Single(corpus.List(), file => file.Path == Path.GetFileName(path))),
            SpeakerAliases.None);
    }

    private static string Shown(SplitPost split) => string.Concat(
        split.Documents.Select(talk =>
            FormattableString.Invariant($"{talk.FirstLine,4}-{talk.LastLine,-4}{talk.Kind,-14}{talk.Id}: {talk.Topic}\n"))
            .Concat(split.Warnings.Select(warning => FormattableString.Invariant($"{warning.Line,4} {warning.Message}\n"))));

    private static IEnumerable<string> Ids(string text) =>
        TalkSplitter.Split(new Post { Path = "post.md", Id = "post", Title = "A day in June", Text = text },
            SpeakerAliases.None).Talks.Select(t => t.Id);
}
