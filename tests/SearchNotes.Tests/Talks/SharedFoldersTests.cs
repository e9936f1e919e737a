using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class SharedFoldersTests
{
    // Some tell of talks, some may, most do not.
    private static readonly (string Path, string Text)[] Posts =
    [
        ("2021-03-01-mending.md", "---\ntitle: How I mend the fence\n---\n\nTake a hammer.\n\n## Nails\n\nFour of them.\n\n## Wood\n\nOak.\n"),
        ("2021-04-01-evening.md", "---\ntitle: An evening\n---\n\n## Queues that wait\n\nAnn Lee spoke of them.\n\n## Locks that hold\n\nA door.\n"),
        ("2021-05-01-conference.md", "---\ntitle: Notes from the conference\ntags: [conference]\n---\n\n# Ann Lee on Queues that wait\n\n"
            + "A queue is a line.\n\n# Bo Chen on Locks that hold\n\nA lock is a door.\n"),
        ("2021-06-01-release.md", "# Version 2.4\n\nFaster, and with fewer faults.\n\n## Changes\n\n- The door is blue.\n- The lock holds.\n"),
        ("talks/waiting.md", "# Queues that wait\n\nSpeaker: Ann Lee\n\nA queue is a line, and a line has an end.\n"),
        ("weekly-1.md", "# Links of the week\n\n## Queues\n\nAbout them.\n\n## Locks\n\nAbout those.\n"),
        ("weekly-2.md", "# Links of the week\n\n## Doors\n\nAbout them.\n\n## Windows\n\nAbout those.\n"),
        ("weekly-3.md", "# Links of the week\n\n## Roofs\n\nAbout them.\n\n## Walls\n\nAbout those.\n"),
        ("weekly-4.md", "# Links of the week\n\n## Gardens\n\nAbout them.\n\n## Ponds\n\nAbout those.\n"),
    ];

    [Theory]
    [InlineData("", "a.md", "b.md", "talks/c.md")]
    [InlineData("posts", "posts/a.md", "posts/b.md", "posts/c.md")]
    [InlineData("content/blog", "content/blog/a.md", "content/blog/b.md", "content/blog/talks/c.md", "README.md")]
    [InlineData("content", "content/posts/a.md", "content/talks/b.md", "content/c.md")]
    [InlineData("", "posts/a.md", "talks/b.md")]
    [InlineData("")]
    public void Folders_that_hold_more_than_half_of_the_posts_are_shared(string shared, params string[] paths)
    {
        var folders = SharedFolders.Of(paths);

        var path = $"{shared}/x/y.md".TrimStart('/');
        Assert.Equal("x/y.md", SharedFolders.Below(path, folders.CountIn(path)));
    }

    [Theory]
    [InlineData("posts.md", 0)]
    [InlineData("poststamps/a.md", 0)]
    [InlineData("posts/a.md", 1)]
    [InlineData("other/posts/a.md", 0)]
    public void Only_whole_folders_at_the_beginning_count(string path, int count) =>
        Assert.Equal(count, SharedFolders.Of(["posts/a.md", "posts/b.md"]).CountIn(path));

    [Theory]
    [InlineData("posts")]
    [InlineData("_posts")]
    [InlineData("content/blog")]
    [InlineData("src/content/blog")]
    [InlineData("conference-notes")]
    [InlineData("2021/talks")]
    public void A_blog_is_split_alike_whichever_folder_above_it_is_the_corpus(string folder)
    {
        var repository = Directory.CreateTempSubdirectory("searchnotes-").FullName;
        try
        {
            var posts = Path.Combine(repository, folder);
            foreach (var (path, text) in Posts)
            {
                var file = Path.Combine(posts, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!); // It lies in a folder.
                File.WriteAllText(file, text);
            }

            var expected = Split(posts, "");
            Assert.Contains(expected, line => line.Contains("Queues that wait", StringComparison.Ordinal));
            for (var root = Path.GetDirectoryName(posts)!; root.Length >= repository.Length; root = Path.GetDirectoryName(root)!) // Not the top.
                Assert.Equal(expected, Split(root, Path.GetRelativePath(root, posts).Replace('\\', '/') + "/"));
        }
        finally
        {
            Directory.Delete(repository, recursive: true);
        }
    }

    /// <summary>Lecture notes in <c>posts</c>: the name of that folder is that of ordinary posts in many a blog.</summary>
    [Fact]
    public void A_large_blog_is_split_alike_from_both_roots()
    {
        var folder = new DirectoryInfo(Repository.Root);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "shared", "eval", "cranfield", "posts")))
            folder = folder.Parent;
        Assert.SkipWhen(folder is null, "no folder shared/eval/cranfield beside or above this repository");
        var root = Path.Combine(folder.FullName, "shared", "eval", "cranfield");

        Assert.Equal(Split(Path.Combine(root, "posts"), ""), Split(root, "posts/"));
    }

    private static List<string> Split(string root, string below)
    {
        var corpus = new Corpus(new CorpusOptions { Root = root });
        var files = corpus.List();
        return [.. BlogPriors.Split(corpus, files, files,
                (file, blog) => TalkSplitter.Split(corpus, corpus.ReadBytes(file), SpeakerAliases.None, blog))
            .Where(split => split.Post.Path.StartsWith(below, StringComparison.Ordinal))
            .Select(split => $"{split.Post.Path[below.Length..]} {split.Opinion} "
                + string.Join("; ", split.Talks.Select(t => $"{t.FirstLine} {t.Confidence} {t.Topic} {string.Join(',', t.Speakers.Select(s => s.Name))}")))];
    }
}
