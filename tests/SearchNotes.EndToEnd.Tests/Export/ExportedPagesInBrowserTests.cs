using Microsoft.Playwright;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>A site of sample posts and hostile posts, exported and served once for all tests of a class.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    public PublishedSite Site { get; } = PublishedSite.Of([.. SamplePosts.All, SamplePosts.Settings, .. HostilePosts.All]);

    public async ValueTask InitializeAsync() => await Site.ServeAsync();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>The exported pages in a real Chromium: accessible, quiet, whole at any width, readable without script.</summary>
public sealed class ExportedPagesInBrowserTests(SharedSite shared, Browser browser) : IClassFixture<SharedSite>
{
    private const string Talk = "talks/2013-07-07-notes-conf-day-two.ada-quill/";

    private PublishedSite Site => shared.Site;

    public static TheoryData<string, string> Pages => new()
    {
        { "start", "" },
        { "talk", Talk },
        { "post", "talks/2016-01-02-why-i-take-notes/" },
        { "speaker", "speakers/ada-quill/" },
        { "tag", "tags/conference/" },
        { "event", "events/notes-conf-2013/" },
        { "year", "years/2013/" },
        { "undated", "years/undated/" },
        { "speakers", "speakers/" },
        { "hostile", "talks/2021-01-01-hostile/" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_axe_violation_in_light_dark_or_at_320_pixels_and_an_empty_console(string name, string address)
    {
        await using var open = await OpenAsync(address, new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = open.Page;

        await open.CheckAsync($"static-{name}-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await open.CheckAsync($"static-{name}-dark", "color-contrast");
        await page.SetViewportSizeAsync(320, 800);
        await open.CheckAsync($"static-{name}-narrow");

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 320);
        Assert.Equal("", string.Join("\n", open.Console));
    }

    [Fact]
    public async Task The_search_page_answers_the_query_in_its_address()
    {
        await using var open = await OpenAsync("?q=linearsvc", new() { ViewportSize = new() { Width = 1280, Height = 900 } });

        await Assertions.Expect(open.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Classifying newspapers");
        await open.CheckAsync("static-answer");

        Assert.Equal("", string.Join("\n", open.Console));
    }

    [Fact]
    public async Task Results_stay_on_the_search_page_and_there_are_more_of_them_on_demand()
    {
        await using var open = await OpenAsync("", new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var talks = open.Page.Locator("search-notes .talk");
        await open.Page.Locator("search-notes").EvaluateAsync("box => box.setAttribute('limit', '2')");

        await open.Page.GetByRole(AriaRole.Combobox).FillAsync("tag:conference");
        await Assertions.Expect(talks).ToHaveCountAsync(2);
        await open.Page.Locator("h1").ClickAsync();
        await Assertions.Expect(talks.First).ToBeVisibleAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "More results" }).ClickAsync();

        await Assertions.Expect(talks).ToHaveCountAsync(6);
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Button, new() { Name = "More results" })).ToHaveCountAsync(0);
        await open.Page.GetByRole(AriaRole.Combobox).PressAsync("Enter");
        await Assertions.Expect(talks).ToHaveCountAsync(6);
        Assert.Equal(Site.Address + "?q=tag%3Aconference", open.Page.Url);
    }

    [Fact]
    public async Task A_page_of_a_talk_has_the_box_too()
    {
        await using var open = await OpenAsync(Talk, new() { ViewportSize = new() { Width = 1280, Height = 900 } });

        await open.Page.Locator("search-notes .open").ClickAsync();
        await open.Page.GetByRole(AriaRole.Combobox).FillAsync("semicolon");

        await Assertions.Expect(open.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Recovering from errors");
    }

    [Fact]
    public async Task Everything_can_be_read_by_keyboard_and_without_script()
    {
        await using var open = await OpenAsync("", new() { JavaScriptEnabled = false });
        var page = open.Page;

        await Assertions.Expect(page.GetByText("The search needs JavaScript.")).ToBeVisibleAsync();
        await page.Locator("a[href='years/2013/']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2013");
        await page.Locator("a[href='../../speakers/boris-lang/']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Boris Lang");
        await page.Locator("main a[href^='../../talks/']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Queues that forgive");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Search talks" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hostile_posts_run_nothing_and_load_nothing()
    {
        var pages = Site.Files("index.html").Where(file => file.Contains("hostile", StringComparison.Ordinal)
            || file.StartsWith("tags/", StringComparison.Ordinal)
            || file.StartsWith("events/", StringComparison.Ordinal)).Prepend("index.html");

        foreach (var address in pages)
        {
            await using var open = await OpenAsync(string.Join('/', address.Split('/').Select(Uri.EscapeDataString)), new());

            Assert.NotEqual("owned", await open.Page.TitleAsync());
            Assert.Equal(0,
                await open.Page.EvaluateAsync<int>("document.querySelectorAll('img, iframe, [onerror], [onclick], [onload],"
                    + " a[href^=\"javascript:\" i], a[href^=\"//\"]').length"));
            Assert.Empty(open.Console);
        }
    }

    [Fact]
    public async Task The_policy_of_a_page_stops_a_script_that_was_smuggled_into_it()
    {
        var window = await browser.NewWindowAsync();
        await using var open = new OpenPage(window, await window.NewPageAsync());
        await open.Page.RouteAsync($"{Site.Address}{Talk}", async route =>
        {
            var page = Site.Read($"{Talk}index.html");
            await route.FulfillAsync(new()
            {
                ContentType = "text/html",
                Body = page.Replace("</main>", "<script>document.title = 'owned'</script></main>", StringComparison.Ordinal),
            });
        });

        await open.Page.GotoAsync($"{Site.Address}{Talk}");

        Assert.NotEqual("owned", await open.Page.TitleAsync());
        Assert.Contains(open.Console, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private async Task<OpenPage> OpenAsync(string address, BrowserNewContextOptions options)
    {
        var window = await browser.NewWindowAsync(options);
        var open = new OpenPage(window, await window.NewPageAsync());
        await open.Page.GotoAsync(Site.Address + address, new() { WaitUntil = WaitUntilState.Load });
        return open;
    }
}
