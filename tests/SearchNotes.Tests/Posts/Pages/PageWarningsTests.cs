using SearchNotes.Posts;
using SearchNotes.Posts.Pages;
using Xunit;

namespace SearchNotes.Tests.Posts.Pages;

public sealed class PageWarningsTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("permalink: /:year/:foo/:title/",
        "_config.yml: The pattern /:year/:foo/:title/ holds :foo, which no post has a value for; pages by it get no link.")]
    [InlineData("collections:\n  posts:\n    permalink: /:hour/:title",
        "_config.yml: The pattern /:hour/:title holds :hour, which no post has a value for; pages by it get no link.")]
    [InlineData("defaults:\n- values:\n    permalink: /:oops",
        "_config.yml: The pattern /:oops holds :oops, which no post has a value for; pages by it get no link.")]
    [InlineData("url: http://localhost:4000",
        "_config.yml: The address http://localhost:4000 is that of a test server or an example, and counts as not set.")]
    [InlineData("a: &x 1\ndefaults: *x",
        "_config.yml: It was read line by line, since it refers to another part of itself: keys inside others may be missing.")]
    public void What_a_configuration_says_in_vain_is_named(string configuration, string expected) =>
        Assert.Equal([expected], _folder.With("_config.yml", configuration).Open().PageWarnings);

    [Fact]
    public void So_is_a_token_in_the_settings() => Assert.Equal(
        ["the setting permalink: The pattern /:sections[1:]/:title holds :sections[1:], which no post has a value for; pages by it get no link."],
        new Corpus(new CorpusOptions
        {
            Root = _folder.With("x.md", "Text.").Root,
            Defaults = new FolderOptions { Permalink = "/:sections[1:]/:title" },
        }).PageWarnings);

    [Theory]
    [InlineData("url: https://blog.example\npermalink: pretty")]
    [InlineData("permalink: /:categories/:year/:month/:day/:title:output_ext")]
    [InlineData("permalink: /:w_year/:week/:w_day/:y_day/:short_month/:i_day/:collection")]
    public void What_is_followed_is_not_named(string configuration) =>
        Assert.Empty(_folder.With("_config.yml", configuration).Open().PageWarnings);

    [Fact]
    public void Every_token_that_counts_as_known_has_a_value()
    {
        const string post = "posts/_posts/2013-07-07-x.md";
        _folder.With("_config.yml", "title: Blog").With(post, "---", "title: Night train", "categories: [web]", "lang: en", "---", "Text.");

        Assert.All(PermalinkPattern.Tokens,
            token => Assert.NotNull(_folder.Read(post, o => o with { Defaults = new FolderOptions { Permalink = $"/:{token}/x" } }).Url));
    }
}
