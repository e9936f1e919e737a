using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Posts;

public sealed class CorpusCloneTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public CorpusCloneTests() => Clone("blog/");

    [Theory]
    [InlineData("blog", "blog")]
    [InlineData("blog/posts", "blog")]
    [InlineData("blog/posts/that/a/push/removed", "blog")]
    [InlineData(".", null)]
    public void It_is_the_nearest_folder_above_that_holds_a_repository(string corpus, string? top)
    {
        _folder.With("blog/posts/a.md");

        Assert.Equal(top is null ? null : FullPath(top), CorpusClone.TopOf(FullPath(corpus)));
    }

    [Fact]
    public void Files_that_git_takes_for_a_repository_make_none()
    {
        _folder.With("blog/posts/HEAD", "ref: refs/heads/main").With("blog/posts/config").With("blog/posts/objects/keep")
            .With("blog/posts/refs/keep");

        Assert.Equal(FullPath("blog"), CorpusClone.TopOf(FullPath("blog/posts")));
    }

    [Fact]
    public void An_empty_folder_of_that_name_makes_none()
    {
        Directory.CreateDirectory(FullPath("blog/posts/.git"));

        Assert.Equal(FullPath("blog"), CorpusClone.TopOf(FullPath("blog/posts")));
    }

    [Fact]
    public void In_a_second_work_tree_or_a_submodule_the_name_is_a_files()
    {
        _folder.With("tree/.git", "gitdir: ../blog/.git/worktrees/tree").With("tree/posts/a.md");

        Assert.Equal(FullPath("tree"), CorpusClone.TopOf(FullPath("tree/posts")));
    }

    [Fact]
    public void A_link_of_the_operators_is_followed_and_one_in_a_clone_leads_to_no_other()
    {
        Clone("private/");
        _folder.With("blog/posts/a.md").With("private/posts/a.md");
        _folder.WithLink("operators", "blog/posts").WithLink("blog/pushed", FullPath("private/posts")).WithLink("both", "blog/pushed");

        Assert.Equal(FullPath("blog"), CorpusClone.TopOf(FullPath("operators")));
        Assert.Equal(FullPath("blog"), CorpusClone.TopOf(FullPath("blog/pushed")));
        Assert.Equal(FullPath("blog"), CorpusClone.TopOf(FullPath("both")));
    }

    public void Dispose() => _folder.Dispose();

    private string FullPath(string path) => Path.GetFullPath(path, _folder.Root);

    private void Clone(string folder) =>
        _folder.With($"{folder}.git/HEAD", "ref: refs/heads/main").With($"{folder}.git/objects/keep").With($"{folder}.git/refs/keep");
}
