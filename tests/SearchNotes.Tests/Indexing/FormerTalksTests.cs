using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing;

public sealed class FormerTalksTests : IDisposable
{
    private const string Two = "# Ann Lee on Queues that wait\n\nA queue is a line.\n\n# Bo Chen on Locks that hold\n\nA lock is a door.\n";
    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    public FormerTalksTests() => Directory.CreateDirectory(Corpus);

    private string Corpus => Path.Combine(root, "corpus");

    private string Index => Path.Combine(root, "index");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void An_id_that_is_gone_leads_to_the_talk_with_the_line_that_it_began_with()
    {
        Run(Two);

        Run("---\ntitle: Queues\ntalks: one\nspeaker: Cyd Ellis\n---\n\n" + Two);

        Assert.Equal("day.cyd-ellis", Former("day.ann-lee"));
        Assert.Equal("day.cyd-ellis", Former("day.bo-chen"));
    }

    [Fact]
    public void Where_no_talk_holds_it_the_id_leads_to_the_post()
    {
        Run(Two);

        Run("---\ntalks: none\n---\n\n" + Two);

        Assert.Equal("day", Former("day.bo-chen"));
    }

    [Fact]
    public void An_id_that_talks_have_again_leads_nowhere_else()
    {
        Run(Two);
        Run("---\ntalks: none\n---\n\n" + Two);

        Run(Two);

        Assert.Null(Former("day.bo-chen"));
        Assert.NotNull(Find("day.bo-chen"));
    }

    [Fact]
    public void It_is_followed_over_several_commits_and_a_full_one()
    {
        Run(Two);
        Run("---\ntalks: none\n---\n\n" + Two);

        Run("---\ntitle: Locks\ntalks: one\nspeaker: Dina Fox\n---\n\nBefore all that.\n\n" + Two, full: true);

        Assert.Equal("day.dina-fox", Former("day.bo-chen"));
    }

    [Fact]
    public void An_id_whose_line_is_gone_leads_nowhere()
    {
        Run(Two);

        Run("# Ann Lee on Queues that wait\n\nA queue is a line.\n\n# Ed Gray on Rings that turn\n\nA ring has no end.\n");

        Assert.Null(Former("day.bo-chen"));
        Assert.Null(Former("day.ann-lee"));
    }

    [Fact]
    public void A_line_that_moved_is_found()
    {
        Run(Two);

        Run("# Ed Gray on Rings that turn\n\nA ring has no end.\n\n# Ann Lee on Queues that wait\n\nA queue is a line.\n\n"
            + "## Bo Chen on Locks that hold\n\nA lock is a door.\n");
        Run("---\ntalks: one\nspeaker: Flo Gunn\n---\n\nNew.\n\n" + Two);

        Assert.Equal("day.flo-gunn", Former("day.bo-chen"));
    }

    private void Run(string post, bool full = false)
    {
        File.WriteAllText(Path.Combine(Corpus, "day.md"), post);
        new Reindexer(new Corpus(new CorpusOptions { Root = Corpus }), Index, TimeProvider.System).Run(full);
    }

    private string? Former(string id)
    {
        using var searcher = TalkSearcher.Open(Index);
        return searcher.IdOfFormer(id);
    }

    private StoredTalk? Find(string id)
    {
        using var searcher = TalkSearcher.Open(Index);
        return searcher.Find(id);
    }
}
