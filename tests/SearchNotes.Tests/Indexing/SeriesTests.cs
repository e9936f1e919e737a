using CsCheck;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Talks.Decoder;
using Xunit;

namespace SearchNotes.Tests.Indexing;

public sealed class SeriesTests
{
    // What surely tells of talks, what surely does not, and what may.
    private static readonly string[] Texts =
    [
        "---\ntitle: Notes from the conference\ntags: [conference]\n---\n\n# Ann Lee on Queues that wait\n\nA queue is a line.\n\n"
            + "# Bo Chen on Locks that hold\n\nA lock is a door.\n",
        "---\ntitle: How I mend the fence\n---\n\nTake a hammer.\n\n```\nnails = 4\n```\n",
        "---\ntitle: An evening\n---\n\n## Queues that wait\n\nAnn Lee spoke of them.\n\n## Locks that hold\n\nA door.\n",
        "---\ntitle: An evening\ntalks: none\n---\n\n## Queues that wait\n\nAnn Lee spoke of them.\n",
        "---\ndraft: true\n---\n\n## Queues that wait\n\nAnn Lee spoke of them.\n",
        "",
    ];

    private const int Nothing = 5;

    private static readonly Gen<(int Half, int Text)> MovingEdits =
        Gen.Select(Gen.Int[0, 1], Gen.OneOf(Gen.Const(Nothing), Gen.Int[0, Nothing])).Select((half, text) => (half, text));

    private static readonly Gen<(int Post, int Text)[]> Edits =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, Texts.Length - 1]).Select((post, text) => (post, text)).Array[1, 6];

    /// <summary>A post that changes what its series says is not the only one to be split again.</summary>
    [Fact]
    public void A_run_after_edits_leaves_what_a_full_run_leaves() =>
        Gen.Select(Gen.Int[0, Texts.Length - 1].Array[12], Edits.Array[1, 3]).Sample((first, runs) =>
        {
            using var folder = new Folder();
            for (var post = 0; post < first.Length; post++)
                folder.Write(post, first[post]);
            folder.Run();
            foreach (var edits in runs)
            {
                foreach (var (post, text) in edits)
                    folder.Write(post, text);
                folder.Run();
                Assert.Equal(folder.RunFull(), folder.Documents());
            }
        }, iter: 25, threads: 1);

    /// <summary>Posts come and go in two folders, so that more than half of them are now in one and now in none: the series, and the folders
    /// that are part of a path, change with it.</summary>
    [Fact]
    public void A_run_after_most_posts_are_in_another_folder_leaves_what_a_full_run_leaves() =>
        Gen.Select(Gen.Int[0, Texts.Length - 1].Array[12], MovingEdits.Array[2, 4]).Sample((first, runs) =>
        {
            using var folder = new Folder(post => post % 2 == 0 ? $"notes/evening-{post}.md" : $"evening-{post}.md");
            for (var post = 0; post < first.Length; post++)
                folder.Write(post, first[post]);
            folder.Run();
            foreach (var (half, text) in runs)
            {
                for (var post = half; post < first.Length; post += 2)
                    folder.Write(post, text);
                folder.Run();
                Assert.Equal(folder.RunFull(), folder.Documents());
            }
        }, iter: 8, threads: 1);

    [Fact]
    public void A_post_of_a_folder_that_comes_to_hold_most_posts_is_split_again()
    {
        using var folder = new Folder(post => post < 5 ? $"notes/evening-{post}.md" : $"evening-{post}.md");
        for (var post = 0; post < 10; post++)
            folder.Write(post, post % 3);
        folder.Run();
        var before = SeriesPrior.Unpack((ushort)folder.Prior(0)).SharedFolders;
        folder.Write(8, Nothing);
        folder.Write(9, Nothing);

        folder.Run();

        Assert.Equal((0, 1), (before, SeriesPrior.Unpack((ushort)folder.Prior(0)).SharedFolders));
        Assert.Equal(folder.RunFull(), folder.Documents());
    }

    [Fact]
    public void Drafts_that_are_gone_move_the_others_as_well()
    {
        const int draft = 4;
        using var folder = new Folder(post => post < 6 ? $"notes/evening-{post}.md" : $"evening-{post}.md");
        for (var post = 0; post < 12; post++)
            folder.Write(post, post < 6 ? 0 : draft);
        folder.Run();
        for (var post = 6; post < 12; post++)
            folder.Write(post, Nothing);

        folder.Run();

        Assert.Equal(1, SeriesPrior.Unpack((ushort)folder.Prior(0)).SharedFolders);
        Assert.Equal(folder.RunFull(), folder.Documents());
    }

    [Fact]
    public void Among_posts_that_tell_of_no_talks_one_more_stays_a_post()
    {
        using var folder = new Folder();
        folder.Write(0, 0);
        folder.Run();
        var (alone, opinion) = (folder.Talks(0), folder.Opinion(0));
        for (var post = 1; post < 12; post++)
            folder.Write(post, 3);

        folder.Run();

        Assert.Equal((2, 0, opinion), (alone, folder.Talks(0), folder.Opinion(0)));
    }

    [Fact]
    public void A_folder_that_grows_into_a_blog_is_split_again()
    {
        using var folder = new Folder();
        for (var post = 0; post < 28; post++)
            folder.Write(post, post % 3);
        folder.Run();
        var before = folder.Prior(0);
        folder.Write(28, 1);

        folder.Run();

        Assert.NotEqual(before, folder.Prior(0));
        Assert.Equal(folder.RunFull(), folder.Documents());
    }

    private sealed class Folder : IDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("searchnotes-").FullName;
        private readonly Func<int, string> pathOf;

        public Folder(Func<int, string>? pathOf = null)
        {
            this.pathOf = pathOf ?? (post => $"evening-{post}.md");
            Directory.CreateDirectory(Path.Combine(Corpus, "notes"));
        }

        private string Corpus => Path.Combine(root, "corpus");

        public void Write(int post, int text)
        {
            var path = Path.Combine(Corpus, pathOf(post));
            if (Texts[text].Length == 0)
                File.Delete(path);
            else
                File.WriteAllText(path, Texts[text]);
        }

        public void Run() => Run("index", full: false);

        public string RunFull()
        {
            Run("other", full: true);
            return Documents("other");
        }

        public string Documents() => Documents("index");

        public int Opinion(int post) => Entry(post).Opinion;

        public int Prior(int post) => Entry(post).Prior;

        public int Talks(int post) => Entry(post).Talks;

        public void Dispose() => Directory.Delete(root, recursive: true);

        private ManifestPost Entry(int post) => Posts("index")[pathOf(post)];

        private IReadOnlyDictionary<string, ManifestPost> Posts(string index)
        {
            var folder = new IndexFolder(Path.Combine(root, index));
            // There is a commit after the run.
            return Manifest.Read(folder.Current, folder.ReadCommit()!.Manifest)!.Posts;
        }

        private void Run(string index, bool full)
        {
            // The folder may be empty after the edits.
            File.WriteAllText(Path.Combine(Corpus, "always.md"), "Always here.\n");
            new Reindexer(new Corpus(new CorpusOptions { Root = Corpus }), Path.Combine(root, index), TimeProvider.System).Run(full);
        }

        private string Documents(string index)
        {
            using var searcher = TalkSearcher.Open(Path.Combine(root, index));
            return string.Join('\n', Posts(index).Values.OrderBy(p => p.Path, StringComparer.Ordinal)
                .SelectMany(post => searcher.DocumentsOfPost(post.Id).Select(d =>
                    $"{d.Talk.Id} {string.Join(',', d.Talk.Lines)} {d.Talk.Confidence} {d.Talk.Topic} {post.Opinion} {post.Prior}")));
        }
    }
}
