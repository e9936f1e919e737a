using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Posts;

/// <summary>Lines that begin with a percent sign are comments in blogs of Sphinx and Jupyter Book.</summary>
public sealed class MystBlogTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("conf.py", "extensions = ['myst_parser']")]
    [InlineData("myst.yml", "version: 1")]
    [InlineData("_config.yml", "execute:\n  execute_notebooks: force")]
    public void A_comment_is_not_indexed_in(string file, string configuration)
    {
        _folder.With(file, configuration).With("post.md", "# Oats", "", "Rye", "", "% pay", "corn");

        var post = _folder.Read("post.md");

        Assert.Equal(["Rye", "corn"], Passages(post));
        Assert.Null(post.Url);
    }

    [Fact]
    public void A_comment_is_not_indexed_below_front_matter_of_a_notebook()
    {
        _folder.With("post.md", "---", "jupytext:", "  formats: md:myst", "---", "Rye", "", "% pay");

        Assert.Equal(["Rye"], Passages(_folder.Read("post.md")));
    }

    [Fact]
    public void A_percent_sign_elsewhere_is_text()
    {
        _folder.With("conf.py", "extensions = []").With("post.md", "Rye", "", "% pay");

        Assert.Equal(["Rye", "% pay"], Passages(_folder.Read("post.md")));
    }

    private static IEnumerable<string> Passages(SearchNotes.Posts.Post post) =>
        TalkSplitter.Split(post, SpeakerAliases.None).Rest!.Passages.Select(p => p.Text);
}
