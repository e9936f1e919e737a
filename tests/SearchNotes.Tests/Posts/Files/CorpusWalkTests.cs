using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Posts.Files;

public sealed class CorpusWalkTests : IDisposable
{
    private readonly CorpusFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.markdown")]
    [InlineData("a.mdown")]
    [InlineData("a.mkdn")]
    [InlineData("a.mkdown")]
    [InlineData("a.mkd")]
    [InlineData("a.mdx")]
    [InlineData("a.txt")]
    [InlineData("a.MD")]
    public void A_post_has_one_of_these_endings(string name) => Assert.Equal([name], folder.With(name).Paths());

    [Theory]
    [InlineData(".rst")]
    [InlineData(".org")]
    [InlineData(".adoc")]
    [InlineData(".asciidoc")]
    [InlineData(".textile")]
    [InlineData(".ipynb")]
    [InlineData(".rmd")]
    [InlineData(".qmd")]
    [InlineData(".docx")]
    [InlineData(".tex")]
    public void Files_of_other_notations_are_named_by_kind_with_the_first_of_them(string ending)
    {
        var listing = folder.With("z.md").With($"b{ending}").With($"a{ending.ToUpperInvariant()}").With("picture.png").Open().Scan();

        Assert.Equal([new PassedOverFiles(ending, 2, $"a{ending.ToUpperInvariant()}")], listing.PassedOver);
        Assert.Equal(["z.md"], listing.Files.Select(file => file.Path));
    }

    [Fact]
    public void Kinds_are_in_order_and_links_that_lead_nowhere_come_last()
    {
        folder.With("a.tex").With("b.adoc").WithLink("z.md", "/nowhere").WithLink("y.md", "/nowhere").WithLink("w.png", "/nowhere");

        Assert.Equal(
            [new PassedOverFiles(".adoc", 1, "b.adoc"), new PassedOverFiles(".tex", 1, "a.tex"), new PassedOverFiles("link", 2, "y.md")],
            folder.Open().Scan().PassedOver);
    }

    [Theory]
    [InlineData("node_modules")]
    [InlineData("_site")]
    [InlineData("_includes")]
    [InlineData("_layouts")]
    [InlineData("_Layouts")]
    [InlineData(".git")]
    public void Folders_of_programs_are_not_entered(string name) =>
        Assert.Equal(["posts/b.md"], folder.With($"{name}/a.md").With("posts/b.md").Paths());

    [Fact]
    public void A_file_is_listed_with_its_length()
    {
        folder.With("a.md", "Twelve bytes");

        Assert.Equal(12, Assert.Single(folder.Open().List()).Length);
    }
}
