using System.Diagnostics;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Posts;

/// <summary>A file next to the posts can be a link to anything, such as a device that never ends. Reading must still finish.</summary>
public sealed class UntrustedFileTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CorpusFolder _folder = new CorpusFolder().With("corpus/a.md", "# Ada Moth on Lanterns");

    [Theory]
    [InlineData("speakers.yaml")]
    [InlineData("_config.yml")]
    [InlineData("hugo.toml")]
    [InlineData(".eleventy.js")]
    [InlineData("x.md")]
    public async Task A_device_without_end_and_a_pipe_without_a_writer_hold_nothing_up(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such files there.");

        _folder.WithLink($"corpus/{name}", "/dev/zero");
        await Task.Run(Reindex, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        File.Delete(FullPath($"corpus/{name}"));
        Pipe($"corpus/{name}");

        // The second run compares the files with what the first run recorded.
        await Task.Run(Reindex, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await Task.Run(Reindex, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_file_beside_the_posts_may_be_a_link_within_the_clone_and_no_further()
    {
        _folder.With("repo/.git/HEAD").With("repo/.git/objects/keep").With("repo/.git/config", "- name: Password").With("repo/posts/a.md");
        _folder.With("repo/people.yaml", "- name: Ada Moth").With("outside.yaml", "- name: Secret");

        Assert.Equal("- name: Ada Moth", Read("../people.yaml", out _));
        Assert.Null(Read("../../outside.yaml", out var outside));
        Assert.Null(Read("../.git/config", out var inRepository));
        Assert.Equal("it is a link that leads out of the posts", outside);
        Assert.Equal("it is a link that leads out of the posts", inRepository);

        string? Read(string target, out string? problem)
        {
            File.Delete(FullPath("repo/posts/speakers.yaml"));
            _folder.WithLink("repo/posts/speakers.yaml", target);
            var read = Open("repo/posts").ReadBeside("speakers.yaml", 1024);
            problem = read.Problem;
            return read.Bytes is null ? null : System.Text.Encoding.UTF8.GetString(read.Bytes);
        }
    }

    [Fact]
    public void Where_there_is_no_clone_it_stays_in_the_corpus()
    {
        _folder.With("people.yaml", "- name: Ada Moth").WithLink("corpus/speakers.yaml", "../people.yaml");

        var warning = Assert.Single(SpeakerAliases.Read(Open("corpus")).Warnings);

        Assert.Equal("speakers.yaml is not read: it is a link that leads out of the posts.", warning.Message);
    }

    [Fact]
    public void The_limit_of_size_is_the_targets()
    {
        _folder.With("corpus/large", new byte[2048]).WithLink("corpus/speakers.yaml", "large");

        Assert.Equal((null, "it is larger than 1024 bytes"), Read(1024));
        Assert.Equal((2048, null), Read(2048));

        (int? Length, string? Problem) Read(int limit) =>
            Open("corpus").ReadBeside("speakers.yaml", limit) is var read ? (read.Bytes?.Length, read.Problem) : default;
    }

    [Fact]
    public void A_configuration_of_another_folder_is_not_read_through_a_link()
    {
        _folder.With("private/_config.yml", "url: https://secret.example", "permalink: /secret/")
            .WithLink("corpus/_config.yml", "../private/_config.yml");

        Assert.Null(Open("corpus").Detected);
    }

    [Fact]
    public void A_post_that_was_replaced_by_a_link_since_it_was_listed_is_not_read()
    {
        _folder.With("corpus/posts/a.md").With("private/a.md", "Secret.");
        var corpus = Open("corpus");
        var listed = corpus.List().Single(file => file.Path == "posts/a.md");

        Directory.Move(FullPath("corpus/posts"), FullPath("moved"));
        _folder.WithLink("corpus/posts", "../private");

        Assert.Equal("it was replaced while it was read", corpus.ReadBytes(listed).Problem);
    }

    [Fact]
    public void A_link_makes_no_post_of_what_is_none()
    {
        _folder.With("corpus/.git/config", "[remote \"origin\"] url = https://ada:password@blog.example").With("corpus/.git/a.md")
            .With("corpus/key", "a key").With("corpus/key.txt", "a key");
        _folder.WithLink("corpus/remote.md", ".git/config").WithLink("corpus/git", ".git").WithLink("corpus/key.md", "key")
            .WithLink("corpus/text.md", "key.txt");

        Assert.Equal(["a.md", "key.txt"], Open("corpus").List().Select(file => file.Path));
    }

    [Fact]
    public void A_corpus_that_must_stay_in_its_clone_is_not_read_elsewhere()
    {
        _folder.With("clone/.git/HEAD").With("clone/.git/objects/keep").With("private/secret.md")
            .With("private/speakers.yaml", "- name: Secret");
        _folder.With("private/_config.yml", "permalink: /secret/").WithLink("clone/posts", "../private");
        var corpus = new Corpus(new CorpusOptions { Root = FullPath("clone/posts"), CloneTop = FullPath("clone") });

        Assert.Contains("leads out of the clone", Assert.Throws<SearchNotesException>(corpus.List).Message, StringComparison.Ordinal);
        Assert.Null(corpus.ReadBeside("speakers.yaml", 1024).Bytes);
        Assert.Null(corpus.Detected);
    }

    public void Dispose() => _folder.Dispose();

    private Corpus Open(string path) => new(new CorpusOptions { Root = FullPath(path) });

    private void Reindex() => new Reindexer(Open("corpus"), FullPath("index"), TimeProvider.System).Run();

    private string FullPath(string path) => Path.GetFullPath(path, _folder.Root);

    private void Pipe(string path)
    {
        using var made = Process.Start("mkfifo", [FullPath(path)]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
