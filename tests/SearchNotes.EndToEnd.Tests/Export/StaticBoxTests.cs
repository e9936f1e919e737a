using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>The search box over static files, in a browser.</summary>
public sealed class StaticBoxTests(Browser browser, ExportedSite site) : IClassFixture<ExportedSite>
{
    private const string Strict =
        "default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'self'; require-trusted-types-for 'script'";

    [Fact]
    public async Task A_talk_is_found_flagged_and_led_to()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder);

        await blog.SearchAsync("linear svc");

        await Assertions.Expect(blog.Announced).ToContainTextAsync("results");
        await Assertions.Expect(blog.Options.First).ToContainTextAsync("Modern scientific computing");
        await Assertions.Expect(blog.Page.Locator("mark").First).ToHaveTextAsync("LinearSVC");
        await Assertions.Expect(blog.Options.First).ToHaveAttributeAsync("href", new Regex("/search/talks/[a-z0-9.-]+ed-schofield/$"));
        Assert.Empty(blog.Console);
        var result = await blog.Page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(found => $"{found.Id}: {found.Help}: {found.Nodes[0].Html}")));
        await blog.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "static-box.png") });
    }

    [Fact]
    public async Task Engine_and_entry_are_asked_for_together_when_the_box_is_opened()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder);
        Assert.Equal(["search-box.js"], blog.Asked);

        await blog.Page.Locator("search-notes .open").ClickAsync();
        await Assertions.Expect(blog.Input).ToBeFocusedAsync();
        await blog.Input.FillAsync("redis");
        await Assertions.Expect(blog.Options.First).ToBeVisibleAsync();

        Assert.Equal(["engine", "searchnotes-index"], blog.Asked.Skip(1).Take(2).Select(path => path.Split('.')[0]).Order());
    }

    [Fact]
    public async Task It_works_under_a_strict_policy()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder, policy: Strict);

        await blog.SearchAsync("schofeld");

        await Assertions.Expect(blog.Announced).ToContainTextAsync("Searched for “schofield” instead of “schofeld”.");
        Assert.Empty(blog.Console);
    }

    [Fact]
    public async Task Where_workers_are_forbidden_the_page_itself_searches()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder, policy: $"{Strict}; worker-src 'none'");

        await blog.SearchAsync("redis");

        await Assertions.Expect(blog.Options.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_files_may_be_on_another_origin()
    {
        await using var files = await StaticBlog.ServeAsync(site.Folder);
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder, $"index={files.Address}/search", $"{files.Address}/search");

        await blog.SearchAsync("redis");

        await Assertions.Expect(blog.Options.First).ToBeVisibleAsync();
        Assert.Empty(blog.Asked);
        Assert.Empty(blog.Console);
    }

    [Fact]
    public async Task Without_an_address_the_files_beside_the_script_are_used()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder, "mode=dialog");

        await blog.SearchAsync("redis");

        await Assertions.Expect(blog.Options.First).ToBeVisibleAsync();
        Assert.Empty(blog.Console);
    }

    [Fact]
    public async Task An_index_has_precedence_over_an_endpoint()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder, "index=/search/ endpoint=https://notes.invalid");

        await blog.SearchAsync("redis");

        await Assertions.Expect(blog.Options.First).ToBeVisibleAsync();
        Assert.Empty(blog.Console);
    }

    [Fact]
    public async Task Names_are_offered_as_filters()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder);

        await blog.SearchAsync("ed scho");
        await blog.Page.GetByRole(AriaRole.Button, new() { Name = "Speaker Ed Schofield" }).ClickAsync();

        await Assertions.Expect(blog.Input).ToHaveValueAsync("speaker:\"Ed Schofield\" ");
        await Assertions.Expect(blog.Options.First).ToContainTextAsync("Ed Schofield");
    }

    [Fact]
    public async Task A_speaker_who_is_the_whole_query_stands_above_the_talks()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder);

        await blog.SearchAsync("Ed Schofield");

        await Assertions.Expect(blog.Options.First).ToContainTextAsync("Speaker");
        await Assertions.Expect(blog.Options.First).ToHaveAttributeAsync("href", $"{blog.Address}/search/speakers/ed-schofield/");
    }

    [Fact]
    public async Task A_query_that_looks_like_HTML_is_text()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder);

        await blog.SearchAsync("<img src=x onerror=alert(1)>");

        await Assertions.Expect(blog.Announced).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Assertions.Expect(blog.Page.Locator("img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_slow_network_the_first_answer_waits_for_engine_answers_words_and_talks()
    {
        await using var blog = await StaticBlog.OpenAsync(browser, site.Folder, policy: $"{Strict}; worker-src 'none'");
        var rounds = new RequestRounds(blog.Page);
        var session = await blog.Page.Context.NewCDPSessionAsync(blog.Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false,
            ["latency"] = 150,
            ["downloadThroughput"] = 200_000,
            ["uploadThroughput"] = 50_000,
        });

        await blog.SearchAsync("isolation levels");

        await Assertions.Expect(blog.Announced).ToContainTextAsync("result");
        await Assertions.Expect(blog.Page.Locator("mark").First).ToBeVisibleAsync();
        Assert.True(rounds.All.Count is > 1 and <= 4, string.Join('\n', rounds.All));
    }

    [Theory]
    [InlineData("engine.", ".js", true)]
    [InlineData("answer.", ".js", true)]
    [InlineData("", ".0", true)]
    [InlineData("", ".0", false)]
    public async Task Missing_files_are_said_to_be_missing(string start, string end, bool hasPageInstead)
    {
        using var own = new ExportedSite();
        var missing = own.Files().Where(path => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal)
            && path.EndsWith(end, StringComparison.Ordinal)).Select(path => Path.Combine(own.Folder, path)).ToList();
        Assert.NotEmpty(missing);
        foreach (var file in missing)
        {
            File.Delete(file);
            if (hasPageInstead)
                File.WriteAllText(file, "<!doctype html><title>Not found</title>");
        }

        await using var blog = await StaticBlog.OpenAsync(browser, own.Folder);

        await blog.SearchAsync("redis");

        await Assertions.Expect(blog.Announced).ToContainTextAsync("Files of the search are missing. Try again in a minute.");
    }

    [Fact]
    public async Task A_page_that_is_open_finds_the_next_generation()
    {
        using var posts = new SamplePostFolder();
        using var own = new ExportedSite(posts.Root);
        await using var blog = await StaticBlog.OpenAsync(browser, own.Folder);
        await blog.SearchAsync("monads");
        await Assertions.Expect(blog.Options.First).ToBeVisibleAsync();

        posts.Write("second.md", "# Ada Muster on Comonads\n\nComonads are the duals.\n");
        own.ExportAgain();
        posts.Write("third.md", "# Ada Muster on Lenses\n\nLenses focus.\n");
        own.ExportAgain();
        await blog.Input.FillAsync("duals");

        await Assertions.Expect(blog.Announced).ToContainTextAsync(new Regex("1 result|Nothing found"));
        Assert.DoesNotContain("missing", await blog.Announced.InnerTextAsync(), StringComparison.Ordinal);
    }
}
