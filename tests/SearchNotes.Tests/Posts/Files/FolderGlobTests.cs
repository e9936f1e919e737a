using SearchNotes.Posts.Files;
using Xunit;

namespace SearchNotes.Tests.Posts.Files;

public sealed class FolderGlobTests
{
    [Theory]
    [InlineData("posts", "posts/a.md")]
    [InlineData("posts", "posts/2013/deep/a.md")]
    [InlineData("posts/", "posts/a.md")]
    [InlineData("/posts", "posts/a.md")]
    [InlineData("./posts", "posts/a.md")]
    [InlineData(" posts ", "posts/a.md")]
    [InlineData(@"posts\2013", "posts/2013/a.md")]
    [InlineData("posts/a.md", "posts/a.md")]
    [InlineData("posts/*", "posts/a.md")]
    [InlineData("posts/?.md", "posts/a.md")]
    [InlineData("*/2013/*.md", "posts/2013/a.md")]
    [InlineData("**", "a.md")]
    [InlineData("**", "posts/2013/a.md")]
    [InlineData("posts/**", "posts/2013/a.md")]
    [InlineData("posts/**/a.md", "posts/a.md")]
    [InlineData("posts/**/2013/*.md", "posts/x/2013/y/2013/a.md")]
    [InlineData("**/2013/**", "posts/2013/a.md")]
    public void A_path_fits(string pattern, string path) => Assert.True(FolderGlob.Matches(pattern, path));

    [Theory]
    [InlineData("posts", "posts.md")]
    [InlineData("posts", "posts-old/a.md")]
    [InlineData("posts", "blog/posts/a.md")]
    [InlineData("posts", "Posts/a.md")]
    [InlineData("posts/*", "posts/2013/a.md")]
    [InlineData("posts/?.md", "posts/ab.md")]
    [InlineData("posts/*/*", "posts/a.md")]
    [InlineData("posts/**/b.md", "posts/2013/a.md")]
    [InlineData("*/2013/*.md", "posts/2013/a.markdown")]
    [InlineData("posts/2013/a.md/*", "posts/2013/a.md")]
    [InlineData("posts/a.md", "posts/a.md/b.md", true)]
    public void A_path_does_not_fit(string pattern, string path, bool isFolderOfThatName = false) =>
        Assert.Equal(isFolderOfThatName, FolderGlob.Matches(pattern, path));
}
