using System.Text.RegularExpressions;
using System.Xml.Linq;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Export;

public sealed partial class ExportedPagesTests
{
    private const string Blog = "https://blog.example/";
    private const string Talk = "talks/2013-07-07-notes-conf-day-two.ada-quill/index.html";

    private static readonly (string Path, string Text)[] Sample = [.. SamplePosts.All, SamplePosts.Settings];

    [Fact]
    public async Task Every_link_leads_to_a_file_of_the_site_or_to_the_blog()
    {
        await using var site = PublishedSite.Of(Sample);
        await using var hostile = PublishedSite.Of([.. Sample, .. HostilePosts.All]);

        Assert.Empty(ExportedLinks.Broken(site, Blog));
        Assert.Empty(ExportedLinks.Broken(hostile, Blog));
    }

    [Theory]
    [InlineData("talks")]
    [InlineData("speakers")]
    [InlineData("tags")]
    [InlineData("events")]
    [InlineData("talks", "speakers", "tags", "events")]
    public async Task A_kind_of_page_that_is_left_out_is_not_linked(params string[] kinds)
    {
        await using var site = PublishedSite.Of(Sample, [.. kinds.SelectMany(kind => (string[])["--without", kind])]);

        Assert.All(kinds, kind => Assert.DoesNotContain(site.Files(), file => file.StartsWith($"{kind}/", StringComparison.Ordinal)));
        Assert.Empty(ExportedLinks.Broken(site, Blog));
    }

    [Fact]
    public async Task The_start_page_lists_talks_by_year_and_speakers_and_says_that_the_search_needs_script()
    {
        await using var site = PublishedSite.Of(Sample);

        var page = site.Read("index.html");

        Assert.Contains("The search needs JavaScript.", page, StringComparison.Ordinal);
        string[] inOrder =
        [
            "Talks by year", "years/2016/", "Why I take notes", "years/2015/", "Recovering from errors", "years/2013/",
            "Queues that forgive",
        ];
        Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(Last(page, pair.First) < Last(page, pair.Second), pair.ToString()));
        Assert.Contains("href=\"speakers/ada-quill/\"", page, StringComparison.Ordinal);
        Assert.Contains("<search-notes index=\"./\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_of_a_large_blog_lists_the_newest_talks_and_leads_to_the_others()
    {
        var talks = string.Concat(Enumerable.Range(1, 450).Select(number => $"# Ada Moth on Queue number {number}\n\nWords.\n\n"));
        await using var site = PublishedSite.Of([("2024-01-01-many.md", talks), ("2020-01-01-few.md",
            "# Bo Reed on Lamps\n\nLight.\n\n# Cy Low on Wicks\n\nBurn.\n")]);

        var page = site.Read("index.html");

        Assert.Contains("<a href=\"years/2024/\">All 450 talks of 2024</a>", page, StringComparison.Ordinal);
        Assert.Equal(400, page.Split("<li dir=\"auto\"").Length - 1);
        Assert.Contains("<a href=\"years/2020/\">2020</a>", page, StringComparison.Ordinal);
        Assert.Contains(site.Files(".html"), file => file.StartsWith("years/2024/", StringComparison.Ordinal)
            && site.Read(file).Contains("Queue number 450", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_look_as_the_service_shows_them()
    {
        await using var site = PublishedSite.Of(Sample);
        await using var service = await RunningService.StartAsync();

        var exported = Content(site.Read(Talk));
        var served = Content(await service.PageAsync("/talks/2013-07-07-notes-conf-day-two.ada-quill"));

        Assert.Equal(WithoutAddresses(served), WithoutAddresses(exported));
    }

    [Fact]
    public async Task A_talk_on_the_blog_is_canonical_there_and_hidden_here_and_one_that_is_not_is_in_the_sitemap()
    {
        await using var site = PublishedSite.Of([.. Sample, ("2020-02-02-wiki.md",
            "---\ntitle: Moss\n---\n\n# Gil Moss on Moss\n\nGreen.\n\n# Hal Fern on Ferns\n\nGreen too.\n")]);
        var onBlog = site.Read(Talk);
        var alone = site.Read("talks/2020-02-02-wiki.gil-moss/index.html");

        Assert.Contains("\"canonical\" href=\"https://blog.example/2013/notes-conf-day-two/#ada-quill", onBlog, StringComparison.Ordinal);
        Assert.Contains("noindex", onBlog, StringComparison.Ordinal);
        Assert.Contains(
            "\"canonical\" href=\"https://blog.example/search/talks/2020-02-02-wiki.gil-moss/\">", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", alone, StringComparison.Ordinal);
        var addresses = XDocument.Parse(site.Read("sitemap.xml")).Descendants()
            .Where(element => element.Name.LocalName == "loc").Select(element => element.Value);
        Assert.Equal(
            ["https://blog.example/search/talks/2020-02-02-wiki.gil-moss/", "https://blog.example/search/talks/2020-02-02-wiki.hal-fern/"],
            addresses.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_feed_has_the_newest_talks_and_the_description_the_address_of_the_search()
    {
        await using var site = PublishedSite.Of(Sample, "--base", "/notes/search/");

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(site.Read("feed.atom")).Root!;
        Assert.Equal("2015-03-14T00:00:00Z", feed.Element(atom + "updated")!.Value);
        Assert.Equal("https://blog.example/notes/search/feed.atom", feed.Element(atom + "id")!.Value);
        Assert.Equal(5, feed.Elements(atom + "entry").Count());
        var description = site.Read("opensearch.xml");
        Assert.Contains("template=\"https://blog.example/notes/search/?q={searchTerms}\"", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blog_without_an_address_gets_no_sitemap_and_pages_that_work()
    {
        await using var site = PublishedSite.Of(SamplePosts.All);

        Assert.DoesNotContain("sitemap.xml", site.Files());
        Assert.DoesNotContain("opensearch.xml", site.Read("index.html"), StringComparison.Ordinal);
        Assert.Empty(ExportedLinks.Broken(site, "http://site.example/201"));
        Assert.NotNull(XDocument.Parse(site.Read("feed.atom")).Root);
    }

    [Fact]
    public async Task The_same_posts_give_the_same_bytes_and_a_second_run_writes_nothing()
    {
        var posts = Sample.Concat(HostilePosts.All).ToArray();
        await using var first = PublishedSite.Of(posts);
        await using var second = PublishedSite.Of(posts.Reverse());

        var again = first.Export();

        Assert.Equal(first.Files(), second.Files());
        Assert.All(first.Files(), file => Assert.Equal(Bytes(first, file), Bytes(second, file)));
        Assert.Contains(" 0 written, 0 removed", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_outside_the_folder_is_written_and_foreign_files_in_it_stay()
    {
        await using var site = PublishedSite.Of([.. Sample, .. HostilePosts.All]);
        site.Folder.Write("site/search/CNAME", "blog.example").Write("site/search/talks/mine.html", "mine");

        File.Delete(site.Folder.FullPath("corpus/2021-01-01-hostile.md"));
        site.Export();
        site.Folder.Write("corpus/2023-03-03-new.md", "# A new post\n\nWords.\n");
        site.Export();

        Assert.Equal(["corpus", "site"], Directory.EnumerateFileSystemEntries(site.Folder.Root).Select(Path.GetFileName).Order());
        Assert.Equal(["search"], Directory.EnumerateFileSystemEntries(site.Folder.FullPath("site")).Select(Path.GetFileName));
        Assert.Equal("blog.example", site.Read("CNAME"));
        Assert.Equal("mine", site.Read("talks/mine.html"));
        Assert.DoesNotContain(site.Files(), file => file.Contains("hostile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_of_folders_fit_every_file_system()
    {
        await using var site = PublishedSite.Of([.. Sample, .. HostilePosts.All]);

        var names = site.Files(".html").SelectMany(file => file.Split('/')).Distinct().ToArray();

        Assert.All(names, name => Assert.True(System.Text.Encoding.UTF8.GetByteCount(name) <= 120, name));
        Assert.All(names, name => Assert.Matches(@"^[^\\:*?""<>|.\s%#][^\\:*?""<>|\s%#]*$", name));
        Assert.All(names, name => Assert.DoesNotMatch(@"(?i)^(con|prn|aux|nul)(\.|$)|\.$", name));
        string[] tags = ["tags/c=23", "tags/c=2b=2b", "tags/ci=2fcd", "tags/=61ux", "tags/=69ndex.html", "tags/日本語", "tags/=2e=2e"];
        Assert.All(tags, tag => Assert.Contains($"{tag}/index.html", site.Files()));
    }

    private static byte[] Bytes(PublishedSite site, string file) => File.ReadAllBytes(Path.Combine(site.Out, file));

    private static int Last(string page, string text) => page.LastIndexOf(text, StringComparison.Ordinal);

    private static string Content(string page) =>
        page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

    private static string WithoutAddresses(string html) => Address().Replace(html, "href");

    [GeneratedRegex("href=\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
