using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>The list of results: its order, its filters, how many talks fit, and what it shows where nothing is found.</summary>
public sealed class ResultListTests(Browser browser)
{
    [Fact]
    public async Task A_chip_sorts_by_date_and_the_search_page_keeps_the_order()
    {
        await using var blog = await Blog.OpenAsync(browser);
        var newest = blog.Page.GetByRole(AriaRole.Button, new() { Name = "Newest first" });

        await blog.SearchAsync("queue");
        await Assertions.Expect(newest).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal("relevance", blog.Service.Sort);
        await newest.ClickAsync();
        await Assertions.Expect(newest).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(blog.Options.First).ToBeVisibleAsync();

        Assert.Equal("date_desc", blog.Service.Sort);
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Link, new() { Name = "Search page" }))
            .ToHaveAttributeAsync("href", $"{blog.Service.Address}/?q=queue&sort=date_desc");
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await newest.ClickAsync();
        await Assertions.Expect(newest).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Link, new() { Name = "Search page" }))
            .ToHaveAttributeAsync("href", $"{blog.Service.Address}/?q=queue");
    }

    [Fact]
    public async Task A_filter_in_the_query_is_a_chip_that_removes_it()
    {
        await using var blog = await Blog.OpenAsync(browser);

        await blog.SearchAsync("queue speaker:\"Ines Okafor\" has:code");
        await blog.Page.GetByRole(AriaRole.Button, new() { Name = "speaker:\"Ines Okafor\"" }).ClickAsync();

        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("queue  has:code");
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Button, new() { Name = "has:code" })).ToBeVisibleAsync();
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Button, new() { Name = "speaker:" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_nothing_is_found_the_newest_talks_are_shown()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = query => query.Length > 0 ? FakeService.Nothing() : FakeService.Sample();

        await blog.SearchAsync("xylophonist");

        await Assertions.Expect(blog.Announced).ToHaveTextAsync("Nothing found for “xylophonist”.");
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Listbox).Locator("> .title")).ToHaveTextAsync("Newest first");
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Group)).ToHaveCountAsync(3);
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Link, new() { Name = "All talks, newest first" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Five_talks_fit_into_the_dialog()
    {
        await using var blog = await Blog.OpenAsync(browser, window: new() { ViewportSize = new() { Width = 1280, Height = 940 } });
        blog.Service.Search = _ => FakeService.Sample(answer =>
        {
            var hit = answer["hits"]![1]!;
            answer["hits"] = new JsonArray(
                [answer["hits"]![0]!.DeepClone(), .. Enumerable.Repeat(hit, 5).Select(other => other.DeepClone())]);
        });

        await blog.SearchAsync("queue");
        var fifth = await blog.Page.GetByRole(AriaRole.Group).And(blog.Page.Locator("[role=listbox] > *")).Nth(4).BoundingBoxAsync();
        var foot = await blog.Page.Locator(".foot").BoundingBoxAsync();

        Assert.InRange(fifth!.Y + fifth.Height, 200, foot!.Y);
    }

    [Theory]
    [InlineData("profiling Go services", true)]
    [InlineData("iOS at scale", false)]
    [InlineData("node.js streams", false)]
    [InlineData("Queues", false)]
    public async Task A_title_in_lower_case_is_shown_with_a_capital(string topic, bool isRaw)
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => FakeService.Sample(answer =>
        {
            answer["hits"]![0]!["topic"] = topic;
            answer["hits"]![0]!["topic_runs"] = new JsonArray(new JsonObject { ["text"] = topic, ["match"] = false });
        });

        await blog.SearchAsync("queue");
        var transform = await blog.Page.Locator(".topic").First
            .EvaluateAsync<string>("topic => getComputedStyle(topic, '::first-letter').textTransform");

        Assert.Equal(isRaw ? "uppercase" : "none", transform);
    }
}
