using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>How the dialog comes and goes, and leaves the blog as it was.</summary>
public sealed class OpeningTests(Browser browser)
{
    [Fact]
    public async Task The_button_opens_it_and_Escape_gives_the_focus_back()
    {
        await using var blog = await Blog.OpenAsync(browser);
        var button = blog.Page.GetByRole(AriaRole.Button, new() { Name = "Search talks, speakers, code" });

        await button.ClickAsync();
        await Assertions.Expect(blog.Input).ToBeFocusedAsync();
        await blog.PressAsync("Escape");

        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
        Assert.Empty(blog.Console);
    }

    [Fact]
    public async Task It_can_be_opened_and_closed_before_it_is_there()
    {
        await using var blog = await Blog.OpenAsync(browser);
        const string anew = "const old = document.querySelector('search-notes'); const box = old.cloneNode(true); old.replaceWith(box);";

        await blog.Page.EvaluateAsync($"() => {{ {anew} box.open('queue'); box.close(); }}");
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Button, new() { Name = "Search talks, speakers, code" })).ToBeVisibleAsync();
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
        await blog.Page.EvaluateAsync($"() => {{ {anew} box.open('queue'); }}");

        await Assertions.Expect(blog.Input).ToHaveValueAsync("queue");
        await Assertions.Expect(blog.Input).ToBeFocusedAsync();
        Assert.Empty(blog.Console);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("", "Control+k")]
    [InlineData("", "Meta+k")]
    [InlineData("shortcut=s", "s")]
    public async Task A_key_opens_it(string box, string key)
    {
        await using var blog = await Blog.OpenAsync(browser, box);

        await blog.PressAsync(key, "a");

        await Assertions.Expect(blog.Input).ToHaveValueAsync("a");
    }

    [Fact]
    public async Task A_slash_typed_elsewhere_is_a_slash()
    {
        await using var blog = await Blog.OpenAsync(browser);
        var elsewhere = blog.Page.Locator("#elsewhere");

        await elsewhere.FocusAsync();
        await blog.PressAsync("/", "Control+k");

        await Assertions.Expect(elsewhere).ToHaveValueAsync("/");
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_keys_can_be_switched_off()
    {
        await using var blog = await Blog.OpenAsync(browser, "shortcut=off");

        await blog.PressAsync("/", "Control+k");

        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
        await Assertions.Expect(blog.Page.Locator("kbd")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Back_closes_it_and_the_blogs_own_state_is_as_it_was()
    {
        await using var blog = await Blog.OpenAsync(browser, head: "<script>history.replaceState({ page: 7 }, '')</script>");
        var before = blog.Page.Url;

        await blog.SearchAsync("queue");
        await Blog.ArriveAsync(blog.Page, "/post/?q=queue");
        await blog.Page.GoBackAsync();

        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
        Assert.Equal((before, "{\"page\":7}"), (blog.Page.Url, await blog.Page.EvaluateAsync<string>("JSON.stringify(history.state)")));
    }

    [Fact]
    public async Task Forward_opens_it_again_with_its_query()
    {
        await using var blog = await Blog.OpenAsync(browser);

        await blog.SearchAsync("queue");
        await Blog.ArriveAsync(blog.Page, "/post/?q=queue");
        await blog.Page.GoBackAsync();
        await blog.Page.GoForwardAsync();

        await Blog.SeeAsync(blog.Dialog, "24 results");
        await Assertions.Expect(blog.Input).ToHaveValueAsync("queue");
    }

    [Fact]
    public async Task Closing_it_leaves_address_and_history_as_they_were()
    {
        await using var blog = await Blog.OpenAsync(browser, path: "?page=2#what-goes-wrong");
        var (before, entries) = (blog.Page.Url, await blog.Page.EvaluateAsync<int>("history.length"));

        await blog.SearchAsync("queue");
        await Blog.ArriveAsync(blog.Page, "/post/?page=2&q=queue#what-goes-wrong");
        await blog.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Blog.ArriveAsync(blog.Page, before);

        // The entry of the dialog is the one that Forward would go to; nothing is in the way of Back.
        Assert.Equal(entries + 1, await blog.Page.EvaluateAsync<int>("history.length"));
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_address_with_a_query_opens_it_and_closing_takes_the_query_away()
    {
        await using var blog = await Blog.OpenAsync(browser, path: "?q=queue");

        await Blog.SeeAsync(blog.Dialog, "24 results");
        await blog.PressAsync("Escape");

        await Blog.ArriveAsync(blog.Page, "/post/");
    }

    [Fact]
    public async Task Back_from_a_talk_finds_the_results_again()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => FakeService.Sample(answer => answer["hits"]![0]!["url"] = $"{blog.Service.Address}/talk");

        await blog.SearchAsync("queue");
        await blog.Options.First.ClickAsync();
        await Blog.ArriveAsync(blog.Page, "/talk");
        await blog.Page.GoBackAsync();

        await Blog.SeeAsync(blog.Dialog, "24 results");
        await Assertions.Expect(blog.Input).ToHaveValueAsync("queue");
    }

    [Fact]
    public async Task A_query_that_is_still_in_the_field_stands_in_the_address_again_when_it_is_opened_again()
    {
        await using var blog = await Blog.OpenAsync(browser);
        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Dialog, "24 results");
        await blog.PressAsync("Escape");
        await Blog.ArriveAsync(blog.Page, "/post/");

        await blog.PressAsync("/");

        await Blog.ArriveAsync(blog.Page, "/post/?q=queue");
        await Blog.SeeAsync(blog.Dialog, "24 results");
    }

    [Fact]
    public async Task What_was_typed_stands_in_the_address_though_no_answer_comes()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => Microsoft.AspNetCore.Http.Results.StatusCode(400);

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Announced, "The search does not answer now.");

        await Blog.ArriveAsync(blog.Page, "/post/?q=queue");
    }

    [Fact]
    public async Task The_address_can_be_left_alone()
    {
        await using var blog = await Blog.OpenAsync(browser, "url=off", path: "?q=mine");
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Dialog, "24 results");
        Assert.EndsWith("/post/?q=mine", blog.Page.Url, StringComparison.Ordinal);

        await blog.PressAsync("Escape");
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
        Assert.EndsWith("/post/?q=mine", blog.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_behind_it_keeps_still()
    {
        await using var blog = await Blog.OpenAsync(browser, head: "<link rel=stylesheet href='data:text/css,main{height:300vh}'>");
        var heading = blog.Page.Locator("h1");
        var before = (await heading.BoundingBoxAsync())!.X;

        await blog.SearchAsync("");
        await blog.Page.Mouse.MoveAsync(5, 700);
        await blog.Page.Mouse.WheelAsync(0, 400);
        Assert.Equal("hidden", await blog.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).overflow"));
        Assert.Equal(before, (await heading.BoundingBoxAsync())!.X);

        await blog.PressAsync("Escape");
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
        await Assertions.Expect(blog.Page.Locator("html")).ToHaveCSSAsync("overflow", "visible");
        Assert.Equal(0, await blog.Page.EvaluateAsync<int>("scrollY"));
    }

    [Fact]
    public async Task A_click_beside_it_closes_it()
    {
        await using var blog = await Blog.OpenAsync(browser);

        await blog.SearchAsync("");
        await Assertions.Expect(blog.Dialog).ToBeVisibleAsync();
        await blog.Page.Mouse.ClickAsync(10, 700);

        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_script_can_open_it_with_a_query()
    {
        await using var blog = await Blog.OpenAsync(browser);

        await blog.Page.GetByRole(AriaRole.Button).First.WaitForAsync();
        await blog.Page.EvaluateAsync("document.querySelector('search-notes').open('queue')");

        await Blog.SeeAsync(blog.Dialog, "24 results");
    }
}
