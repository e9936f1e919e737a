using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public class SeedPostTests
{
    [Fact]
    public void The_post_that_the_project_started_from_holds_seven_talks_at_these_lines()
    {
        var split = SeedPost.Split();

        var talks = split.Talks.Select(t => (t.FirstLine, t.LastLine, Assert.Single(t.Speakers).Name, t.Topic));
        Assert.Equal(
        [
            (27, 141, "Tennessee Leeuwenburg", "Sharing stuff with Python"),
            (143, 335, "Ed Schofield", "Modern scientific computing and big data analytics in Python"),
            (337, 410, "Richard Jones", "Don't Do This"),
            (412, 435, "Brianna Laugher", "Dynamic visualisation in the IPython Notebook"),
            (437, 464, "Russell Keith-Magee", "Tinkering with Tkinter"),
            (466, 563, "Andrew Walker", "Managing scientific simulations with Python with RQ (Redis Queue)"),
            (565, 672, "Roger Barnes", "Building data flows with Celery and SQLAlchemy"),
        ],
            talks);
    }

    [Fact]
    public void Its_empty_group_makes_a_warning_and_no_talk()
    {
        var split = SeedPost.Split();

        Assert.Contains(split.Warnings, w => w.Line == 674 && w.Message.Contains("Lightning Talks", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_introduction_is_a_document_of_the_post()
    {
        var split = SeedPost.Split();

        Assert.Equal(TalkKind.Post, split.Rest?.Kind);
        Assert.Contains(split.Rest!.Passages,
            p => p.Text.StartsWith("I'm attending PyCon Australia 2013 in Hobart", StringComparison.Ordinal));
    }
}

/// <summary>Finds the seed post beside the repository, where there is one.</summary>
internal static class SeedPost
{
    private const string Name = "2013-07-07-pycon-australia-day-two.md";

    internal static SplitPost Split()
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, "no folder ../shared with the seed post beside this repository");
        var corpus = new Corpus(new CorpusOptions { Root = Path.Combine(folder!, "seed") });
        return TalkSplitter.Split(corpus.Read(corpus.List().Single(f => f.Path == Name)), SpeakerAliases.None);
    }

    internal static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var shared = Path.Combine(at.FullName, "..", "shared");
            if (File.Exists(Path.Combine(at.FullName, "SearchNotes.sln")) && File.Exists(Path.Combine(shared, "seed", Name)))
                return shared;
        }

        return null;
    }
}
