using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Details of the pages: rows that scroll sideways, tabs, links to passages, lines of facts.</summary>
public sealed class PageDetailsInBrowserTests(PagesInBrowser pages) : IClassFixture<PagesInBrowser>
{
    private const string Talk = "/talks/2013-07-07-notes-conf-day-two.boris-lang";

    [Theory]
    [InlineData(700)]
    [InlineData(375)]
    [InlineData(320)]
    public async Task The_order_and_the_filters_show_no_scroll_bar_under_them(int width)
    {
        await using var open = await pages.OpenAsync(
            "/?q=queue&tag=conference&tag=python&year=2013&sort=date_asc", new() { ViewportSize = new() { Width = width, Height = 800 } });

        var bars = await open.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.found-head *')].filter(element => element.scrollWidth > element.clientWidth
              && getComputedStyle(element).overflowX === 'auto' && getComputedStyle(element).scrollbarWidth !== 'none')
              .map(element => element.className)
            """);

        Assert.Empty(bars);
        Assert.InRange(await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
    }

    [Fact]
    public async Task With_a_mouse_the_whole_order_is_visible_in_a_narrow_window()
    {
        await using var open = await pages.OpenAsync("/?tag=conference", new() { ViewportSize = new() { Width = 375, Height = 800 } });

        var last = await open.Page.Locator(".order a").Last.BoundingBoxAsync();

        Assert.InRange(last!.X + last.Width, 100, 375);
    }

    [Fact]
    public async Task A_generator_is_a_tab_by_keyboard_and_without_script()
    {
        await using var open = await pages.OpenAsync("/docs/embed", new() { JavaScriptEnabled = false });
        var page = open.Page;

        await Assertions.Expect(page.Locator(".tab:visible")).ToContainTextAsync("_includes/search-notes.html");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Jekyll" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");

        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Hugo" })).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".tab:visible")).ToContainTextAsync("layouts/partials/search-notes.html");
    }

    [Fact]
    public async Task The_address_of_a_passage_is_copied_with_its_line()
    {
        await using var open = await pages.OpenAsync(Talk, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = open.Page;
        var passage = page.Locator(".notes [id^=line-]").First;
        var copy = page.Locator(".to-passage");

        await Assertions.Expect(copy).ToBeHiddenAsync();
        await passage.HoverAsync();
        await Assertions.Expect(copy).ToHaveAccessibleNameAsync("Copy a link to this passage");
        await copy.ClickAsync();
        await Assertions.Expect(copy).ToHaveTextAsync("Copied");

        Assert.Equal($"{pages.Service.Address}{Talk}#{await passage.GetAttributeAsync("id")}",
            await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await open.CheckAsync("passage-link");
        await Assertions.Expect(copy).ToHaveAccessibleNameAsync("Copy a link to this passage");
    }

    [Fact]
    public async Task A_line_of_facts_begins_and_ends_with_a_fact()
    {
        await using var open = await pages.OpenAsync("/?tag=conference", new() { ViewportSize = new() { Width = 375, Height = 800 } });

        // The dots before the facts that begin a line are left of what is clipped.
        var dots = await open.Page.EvaluateAsync<double[]>("""
            [...document.querySelectorAll('.byline')].flatMap(line => {
              const [, inset] = getComputedStyle(line).clipPath.match(/inset\(.* ([\d.]+)px\)/);
              const start = line.getBoundingClientRect().left + parseFloat(inset);
              return [...line.querySelectorAll('.fact')].map(fact => fact.getBoundingClientRect().left)
                .filter(left => left < start).map(left => left + 13 - start);
            })
            """);

        Assert.NotEmpty(dots);
        Assert.All(dots, over => Assert.InRange(over, -20, 0.5));
    }

    [Fact]
    public async Task A_speaker_is_not_named_again_under_each_of_their_own_talks()
    {
        await using var open = await pages.OpenAsync("/speakers/ada-quill", new());

        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Ada Quill");
        await Assertions.Expect(open.Page.Locator(".hit").First).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator(".hit .who", new() { HasText = "Ada Quill" })).ToHaveCountAsync(0);
    }
}
