using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing;

/// <summary>A corpus of two posts, one of which lies where it can be listed at first and not any more later.</summary>
public sealed class UnlistedFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-").FullName;
    private string corpus;

    public UnlistedFolderTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The length of paths is another one elsewhere.");
        corpus = Path.Combine(root, "corpus");
        Write("day.md", "# Ann Lee on Queues that wait\n\nA queue is a line.\n");
        Write($"deep/{LongPath.Half}/day.md", "# Bo Chen on Locks that hold\n\nA lock is a door.\n");
    }

    private string Index => Path.Combine(root, "index");

    public void Dispose()
    {
        Unbury();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_named_and_the_others_are_listed()
    {
        corpus = LongPath.Bury(corpus, Path.Combine(root, "below"));

        var listing = Open().Scan();

        Assert.Equal(["day.md"], listing.Files.Select(file => file.Path));
        var folder = Assert.Single(listing.Unlisted);
        Assert.StartsWith("deep/nnn", folder.Path, StringComparison.Ordinal);
        Assert.NotEmpty(folder.Reason);
    }

    [Fact]
    public void Its_posts_stay_in_the_index_with_a_warning_at_every_run()
    {
        Run();
        corpus = LongPath.Bury(corpus, Path.Combine(root, "below"));

        Assert.False(Reindexer().IsBehind());
        foreach (var run in (ReindexReport[])[Run(), Run()])
        {
            Assert.Equal((2, 2, 0, 0), (run.Posts, run.Unchanged, run.Changed, run.Deleted));
            Assert.EndsWith("its 1 indexed post stays unchanged.", Assert.Single(run.Warnings).Message,
                StringComparison.Ordinal);
        }

        Assert.Equal((1, 1), (Hits("queue"), Hits("lock")));
    }

    [Fact]
    public void The_run_goes_on_with_everything_else()
    {
        Run();
        corpus = LongPath.Bury(corpus, Path.Combine(root, "below"));
        Write("day.md", "# Cyd Ellis on Trees that grow\n\nA tree is a plant.\n");
        Write("more/day.md", "# Dina Fox on Maps that fold\n\nA map is a plan.\n");

        var run = Run();

        Assert.Equal((1, 1, 3), (run.Added, run.Changed, run.Posts));
        Assert.Equal((0, 1, 1, 1), (Hits("queue"), Hits("tree"), Hits("map"), Hits("lock")));
    }

    [Fact]
    public void What_was_deleted_meanwhile_goes_when_the_folder_can_be_listed_again()
    {
        Run();
        corpus = LongPath.Bury(corpus, Path.Combine(root, "below"));
        Run();
        Unbury();
        Directory.Delete(Path.Combine(corpus, "deep"), recursive: true);

        var run = Run();

        Assert.Equal((1, 1, 0), (run.Posts, run.Deleted, run.Warnings.Count));
        Assert.Equal(0, Hits("lock"));
    }

    [Fact]
    public void An_index_that_is_rebuilt_cannot_hold_them_and_says_so()
    {
        Run();
        corpus = LongPath.Bury(corpus, Path.Combine(root, "below"));

        var run = Run(full: true);

        Assert.Equal(1, run.Posts);
        Assert.EndsWith("no post in it is indexed.", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
    }

    private Corpus Open() => new(new CorpusOptions { Root = corpus });

    private Reindexer Reindexer() => new(Open(), Index, TimeProvider.System);

    private ReindexReport Run(bool full = false) => Reindexer().Run(full);

    private void Write(string path, string text)
    {
        var file = Path.Combine(corpus, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // It has a folder above.
        File.WriteAllText(file, text);
    }

    private void Unbury()
    {
        var near = Path.Combine(root, "corpus");
        if (corpus != near)
            Directory.Move(corpus, near);
        corpus = near;
    }

    private int Hits(string word)
    {
        using var searcher = TalkSearcher.Open(Index);
        return searcher.Search(new SearchRequest { Query = $"\"{word}\"" }).Total;
    }
}
