using SearchNotes.Posts.Files;
using Xunit;

namespace SearchNotes.Tests.Posts.Files;

public sealed class RealPathTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("posts/a.md", "posts/a.md")]
    [InlineData("posts/./../posts/a.md", "posts/a.md")]
    [InlineData("same.md", "posts/a.md")]
    [InlineData("again.md", "posts/a.md")]
    [InlineData("folder/a.md", "posts/a.md")]
    [InlineData("posts/up/same.md", "posts/a.md")]
    [InlineData("rooted.md", "posts/a.md")]
    [InlineData("folder", "posts")]
    [InlineData("beyond/../same.md", "posts/a.md")]
    public void Every_link_on_the_way_is_followed(string path, string real)
    {
        _folder.With("posts/a.md").WithLink("same.md", "./posts/a.md").WithLink("again.md", "same.md").WithLink("folder", "posts")
            .WithLink("posts/up", "..").WithLink("rooted.md", Path.Join(_folder.Root, "posts/a.md"));

        Assert.Equal(Real(real), RealPath.TryResolve(Path.Join(_folder.Root, path)));
    }

    [Theory]
    [InlineData("circle")]
    [InlineData("circle/a.md")]
    [InlineData("there")]
    [InlineData("nowhere.md")]
    [InlineData("missing.md")]
    public void What_goes_in_a_circle_or_nowhere_is_nothing(string path)
    {
        _folder.WithLink("circle", "circle").WithLink("there", "back").WithLink("back", "there").WithLink("nowhere.md", "missing.md");

        Assert.Null(RealPath.TryResolve(Path.Join(_folder.Root, path)));
    }

    [Fact]
    public void A_chain_of_forty_links_is_followed_and_a_longer_one_is_not()
    {
        _folder.With("link0");
        for (var link = 1; link <= 41; link++)
            _folder.WithLink($"link{link}", $"link{link - 1}");

        Assert.Equal(Real("link0"), RealPath.TryResolve(Path.Join(_folder.Root, "link40")));
        Assert.Null(RealPath.TryResolve(Path.Join(_folder.Root, "link41")));
        Assert.Throws<IOException>(() => RealPath.Of(Path.Join(_folder.Root, "link41")));
    }

    /// <summary>The temporary folder itself may be behind a link.</summary>
    private string Real(string path) => Path.Join(RealPath.Of(_folder.Root), path);
}
