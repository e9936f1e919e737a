using Microsoft.Playwright;
using SearchNotes.Tests.Export;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>The pages in a real Chromium: accessible in every dress, quiet, and whole at any width.</summary>
public sealed class PagesInBrowserTests(PagesInBrowser pages) : IClassFixture<PagesInBrowser>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "start", "/" },
        { "results", "/?q=newspapers" },
        { "code", "/?q=linearsvc&explain=true" },
        { "filtered", "/?tag=conference&year=2013&per_page=2&page=2" },
        { "nothing", "/?q=xylophonist+%3Cb%3E" },
        { "named", "/?q=ada+quill" },
        { "speakers", "/speakers" },
        { "tags", "/tags" },
        { "events", "/events" },
        { "talks", "/talks" },
        { "marked", "/talks/2013-07-07-notes-conf-day-two.boris-lang?q=deadline" },
        { "talk", "/talks/2013-07-07-notes-conf-day-two.ada-quill" },
        { "post", "/talks/2016-01-02-why-i-take-notes" },
        { "speaker", "/speakers/ada-quill" },
        { "event", "/events/notes-conf-2013" },
        { "embed", "/docs/embed" },
        { "tag", "/tags/conference" },
        { "question", "/?q=how+many+newspapers+were+there%3F" },
        { "nearest", "/?q=xylophonist+queue+blorbish" },
        { "sorted", "/?q=queue&sort=date_asc&group=post" },
        { "no-page", "/?tag=conference&page=9" },
        { "missing", "/nothing/here" },
        { "missing-talk", "/talks/nobody" },
        { "refused", "/?sort=best" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_axe_violation_in_light_dark_or_at_320_pixels_and_an_empty_console(string name, string address)
    {
        await using var open = await pages.OpenAsync(address, new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = open.Page;

        await open.CheckAsync($"{name}-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await open.CheckAsync($"{name}-dark", "color-contrast");
        await page.SetViewportSizeAsync(320, 800);
        await open.CheckAsync($"{name}-narrow");

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 320);
        Assert.Equal("", string.Join("\n", open.Console));
    }

    [Fact]
    public async Task The_page_of_the_API_has_no_axe_violation_with_a_request_that_was_tried()
    {
        await using var open = await pages.OpenAsync("/docs/#/Search/search", new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = open.Page;

        await page.Locator(".try-out__btn").ClickAsync();
        await page.Locator(".execute").ClickAsync();
        await page.Locator(".live-responses-table .microlight").First.WaitForAsync();

        await open.CheckAsync("api-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await open.CheckAsync("api-dark", "color-contrast");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_does_not_move_while_it_loads(string name, string address)
    {
        await using var open = await pages.OpenAsync(address, new() { ViewportSize = new() { Width = 1280, Height = 900 } });

        var moved = await open.Page.EvaluateAsync<double>("""
            () => new Promise(done => {
              new PerformanceObserver(list => done(list.getEntries().reduce((sum, { value }) => sum + value, 0)))
                .observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => setTimeout(() => done(0), 100));
            })
            """);

        // A tenth of what the Web Vitals call good: a browser may show a row of links before its last one has come.
        Assert.True(moved < 0.01, $"{name}: {moved}");
    }

    [Fact]
    public async Task Everything_works_by_keyboard_and_without_script()
    {
        await using var open = await pages.OpenAsync("/", new() { JavaScriptEnabled = false });
        var page = open.Page;

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#q").FocusAsync();
        await page.Keyboard.TypeAsync("queues");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{pages.Service.Address}/?q=queues");
        await page.Locator("main a[href^='/talks/']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Queues that forgive");
    }

    [Fact]
    public async Task Filters_are_open_beside_the_hits_and_folded_on_a_phone()
    {
        await using var wide = await pages.OpenAsync("/?tag=conference", new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await using var narrow = await pages.OpenAsync("/?tag=conference", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var (beside, folded) = (wide.Page.Locator(".facet a").First, narrow.Page.Locator(".facet a").First);

        await Assertions.Expect(beside).ToBeVisibleAsync();
        await Assertions.Expect(folded).ToBeHiddenAsync();
        await narrow.Page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        await Assertions.Expect(folded).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hostile_posts_and_queries_run_nothing()
    {
        pages.Service.Write(HostilePosts.Markup.Path, HostilePosts.Markup.Text);
        pages.Service.Reindex();
        await pages.Service.UntilAsync(async () => (await pages.Service.JsonAsync("/api/search?q=harmless")).GetProperty("hits")
            .EnumerateArray().Any(hit => hit.GetProperty("post_title").GetString()!.Contains("<script>", StringComparison.Ordinal)));
        string[] addresses =
        [
            "/", "/?q=harmless", "/?q=%3Cscript%3Edocument.title%3D'owned'%3C/script%3E",
            "/?q=%22%3E%3Cimg+src%3Dx+onerror%3Ddocument.title%3D'owned'%3E&sort=%3Cb%3E",
            "/feed.atom?q=harmless", "/api/search?q=harmless",
        ];
        var id = (await pages.Service.JsonAsync("/api/search?q=harmless")).GetProperty("hits")[0].GetProperty("id").GetString();

        foreach (var address in (IEnumerable<string>)[.. addresses, $"/talks/{id}"])
        {
            await using var open = await pages.OpenAsync(address, new());

            Assert.NotEqual("owned", await open.Page.TitleAsync());
            Assert.Equal(0,
                await open.Page.EvaluateAsync<int>(
                    "document.querySelectorAll('img, iframe, [onerror], [onclick], [onload], a[href^=\"javascript:\" i]').length"));
            Assert.Empty(open.Console);
        }

        foreach (var address in (string[])["/", "/?q=xylophonist", $"/talks/{id}"])
        {
            await using var narrow = await pages.OpenAsync(address, new() { ViewportSize = new() { Width = 320, Height = 800 } });

            Assert.InRange(await narrow.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 320);
        }
    }

    [Fact]
    public async Task The_description_can_be_tried_out_under_the_same_policy()
    {
        await using var open = await pages.OpenAsync("/docs/index.html", new() { ViewportSize = new() { Width = 1280, Height = 900 } });

        await Assertions.Expect(open.Page.GetByText("Search the talks")).ToBeVisibleAsync();
        await open.PhotographAsync("docs");
        await Assertions.Expect(open.Page.Locator("pre code").First).ToContainTextAsync($"curl '{new Uri(open.Page.Url).GetLeftPart(UriPartial.Authority)}/api/search?q=queue");

        Assert.Equal("", string.Join("\n", open.Console));
    }
}
