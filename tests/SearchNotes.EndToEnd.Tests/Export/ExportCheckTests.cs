using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Export;

public sealed class ExportCheckTests
{
    private const string Post = """
        ---
        title: Lantern Meetup
        event: Lantern Meetup
        permalink: /2024/lantern/
        ---

        # Ada Moth on Queues

        A queue is a promise.

        ## Workers

        Start one worker.

        # Bo Reed on Lighthouses

        Every lamp needs a keeper.

        """;

    private const string Page = """
        <h1 id="ada-moth-on-queues">Ada Moth on Queues</h1> <h2 id=workers>Workers</h2>
        <h1 class="t" ID='bo-reed-on-lighthouses'>Bo Reed</h1>
        """;

    [Fact]
    public void A_blog_whose_links_lead_somewhere_is_exported()
    {
        using var folder = Blog();

        var run = Check(folder);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.True(File.Exists(folder.FullPath("_site/search/index.html")));
    }

    [Fact]
    public void A_broken_link_is_named_with_file_and_line_and_nothing_is_written()
    {
        using var folder = Blog();
        folder.Write("posts/2024-05-14-lantern.md", Post + "See [the slides](slides.md) and [below](#nothing).\n");

        var run = Check(folder);

        Assert.Equal(1, run.Code);
        Assert.Contains(
            "posts/2024-05-14-lantern.md:18: The link \"slides.md\" leads to a file that is not there.",
            run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "posts/2024-05-14-lantern.md:18: The link \"#nothing\" leads to no heading of this page.",
            run.Error, StringComparison.Ordinal);
        Assert.Contains("2 problems; nothing was written.", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.FullPath("_site/search")));
    }

    [Fact]
    public void A_talk_without_notes_is_broken()
    {
        using var folder = Blog();
        folder.Write("posts/2024-05-14-lantern.md", Post + "# Lightning Talks\n");

        var run = Check(folder);

        Assert.Equal(1, run.Code);
        Assert.Contains("posts/2024-05-14-lantern.md:18: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hit_that_would_lead_to_no_page_of_the_built_blog_is_broken()
    {
        using var folder = Blog();
        folder.Write("posts/2024-06-01-other.md", "---\ntitle: Other\npermalink: /2024/other/\n---\n\nWords.\n");

        var run = Check(folder);

        Assert.Equal(1, run.Code);
        Assert.Contains(
            "posts/2024-06-01-other.md: Its page https://blog.example/2024/other/ is not in ",
            run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hit_that_would_lead_to_no_heading_is_broken_with_the_line_of_the_heading()
    {
        using var folder = Blog();
        folder.Write("_site/2024/lantern/index.html", Page.Replace("workers", "arbeiter", StringComparison.Ordinal));

        var run = Check(folder);

        Assert.Equal(1, run.Code);
        Assert.Contains(
            "posts/2024-05-14-lantern.md:11: The page has no heading with the id \"workers\" for \"Workers\"; set anchors",

            run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blog_below_a_path_is_looked_up_below_it()
    {
        using var folder = Blog();
        folder.Write("posts/searchnotes.json", """{ "site_url": "https://blog.example/notes", "anchors": "github" }""");

        Assert.Equal(0, Check(folder, "--base", "/notes/search/").Code);
        Assert.Equal(1, Check(folder, "--base", "/search/").Code);
    }

    [Fact]
    public void Without_a_built_blog_the_posts_are_checked_and_that_is_said()
    {
        using var folder = Blog();
        Directory.Delete(folder.FullPath("_site"), recursive: true);

        var run = Check(folder);

        Assert.Equal(0, run.Code);
        Assert.Contains("Links of hits were not looked up", run.Error, StringComparison.Ordinal);
    }

    private static CliRun Check(CliFolder folder, params string[] options) =>
        folder.Run(["export", "--corpus", "posts", "--out", "_site/search", "--check", .. options]);

    private static CliFolder Blog() => new CliFolder()
        .Write("posts/searchnotes.json", """{ "site_url": "https://blog.example", "anchors": "github" }""")
        .Write("posts/2024-05-14-lantern.md", Post)
        .Write("_site/index.html", "<h1>Blog</h1>")
        .Write("_site/2024/lantern/index.html", Page);
}
