using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using SearchNotes.Api.Pages;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>The search page in a real Chromium while one types.</summary>
public sealed class SearchPageInBrowserTests(PagesInBrowser pages) : IClassFixture<PagesInBrowser>
{
    private static readonly BrowserNewContextOptions Wide = new() { ViewportSize = new() { Width = 1280, Height = 900 } };

    [Fact]
    public async Task It_answers_while_one_types_and_the_first_hit_is_one_key_away()
    {
        await using var open = await pages.OpenAsync("/", Wide);
        var page = open.Page;

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("newspapers");
        await Assertions.Expect(page.Locator(".hit h2").First).ToContainTextAsync("Classifying newspapers");
        await Assertions.Expect(page).ToHaveURLAsync($"{pages.Service.Address}/?q=newspapers");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(page.Locator(".hit h2 a").First).ToBeFocusedAsync();
        Assert.Empty(open.Console);
    }

    [Fact]
    public async Task Back_and_forward_bring_back_the_searches()
    {
        await using var open = await pages.OpenAsync("/", Wide);
        var page = open.Page;

        await page.Locator("#q").FillAsync("newspapers");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("newspapers");
        await page.Locator("#q").FillAsync("queues");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("queues");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("newspapers");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("newspapers");
        await page.GoBackAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Find the talk, not the post.");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Without_script_the_first_hit_is_three_keys_away()
    {
        await using var open = await pages.OpenAsync("/?q=queues", new() { JavaScriptEnabled = false });
        var page = open.Page;

        foreach (var key in (string[])["Tab", "Enter", "Tab"])
            await page.Keyboard.PressAsync(key);

        Assert.StartsWith("Queues that forgive", await page.EvaluateAsync<string>("document.activeElement.textContent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_filters_are_a_sheet_that_says_how_many_hits_are_left()
    {
        await using var open = await pages.OpenAsync("/?tag=conference", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var page = open.Page;
        var show = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show ") });

        var hit = await page.Locator(".hit h2").First.BoundingBoxAsync();
        Assert.InRange(hit!.Y, 1, 844 - hit.Height); // A hit is visible.
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        await page.Locator(".facet a[href$='year=2015']").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{pages.Service.Address}/?tag=conference&year=2015");
        await Assertions.Expect(show).ToBeVisibleAsync();
        await open.CheckAsync("sheet");
        var left = await show.TextContentAsync();
        await show.ClickAsync();

        await Assertions.Expect(show).ToBeHiddenAsync();
        Assert.Contains((await page.Locator("h1").TextContentAsync())!.Split(' ')[0], left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recent_searches_are_offered_where_nothing_is_typed()
    {
        await using var open = await pages.OpenAsync("/", Wide);
        var page = open.Page;

        await page.Locator("#q").FillAsync("newspapers");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".hit").First).ToBeVisibleAsync();
        await page.GotoAsync($"{pages.Service.Address}/");
        await page.Locator("[data-recent] a").ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("newspapers");
    }

    [Fact]
    public async Task The_page_of_a_talk_marks_the_words_that_led_there()
    {
        await using var open = await pages.OpenAsync("/?q=retrying", Wide);
        var page = open.Page;

        await page.Locator(".hit a[href^='/talks/']").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Queues that forgive");

        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("retrying");
    }

    [Fact]
    public void The_script_is_small()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(PageAsset.Script.Bytes);

        Assert.InRange(buffer.Length, 1000, 4 * 1024);
        Assert.DoesNotContain("innerHTML", Encoding.UTF8.GetString(PageAsset.Script.Bytes), StringComparison.Ordinal);
    }
}
