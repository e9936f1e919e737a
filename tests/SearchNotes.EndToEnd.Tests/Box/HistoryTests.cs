using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>Whose query the address and the history hold: of several boxes, and beside what the blog keeps there.</summary>
public sealed class HistoryTests(Browser browser)
{
    private const string Dialog = """
        <search-notes id=dialog endpoint=ENDPOINT><form action=ENDPOINT/><input name=q aria-label='Search there'></form></search-notes>
        """;
    private const string Inline = """
        <search-notes id=inline mode=inline endpoint=ENDPOINT>
          <form action=ENDPOINT/><input name=q aria-label='Search here'></form>
        </search-notes>
        """;

    [Fact]
    public async Task After_a_reload_the_query_of_an_inline_box_is_its_own()
    {
        await using var blog = await Blog.OpenAsync(browser, html: Dialog + Inline);

        await InlineInput(blog).FillAsync("queue");
        await Blog.ArriveAsync(blog.Page, "/?q=queue");
        await blog.Page.ReloadAsync();

        await Assertions.Expect(InlineInput(blog)).ToHaveValueAsync("queue");
        await Blog.SeeAsync(blog.Page.Locator("#inline .panel"), "24 results");
        await Assertions.Expect(blog.Page.Locator("#dialog dialog")).ToBeHiddenAsync();
        await blog.CheckAsync("history-inline");
    }

    [Fact]
    public async Task After_a_reload_the_query_of_a_dialog_is_its_own_though_it_comes_second()
    {
        await using var blog = await Blog.OpenAsync(browser, html: Inline + Dialog);

        await blog.SearchAsync("queue", "#dialog");
        await Blog.ArriveAsync(blog.Page, "/?q=queue");
        await blog.Page.ReloadAsync();
        await Blog.SeeAsync(blog.Page.Locator("#dialog dialog"), "24 results");
        await Assertions.Expect(InlineInput(blog)).ToHaveValueAsync("");
        await blog.PressAsync("Escape");

        await Blog.ArriveAsync(blog.Page, "/post/");
        await Assertions.Expect(blog.Page.Locator("#dialog dialog")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Back_and_Forward_open_the_dialog_they_were_in_and_no_other()
    {
        var first = Dialog.Replace("id=dialog", "id=first", StringComparison.Ordinal);
        await using var blog = await Blog.OpenAsync(browser, html: first + Dialog);

        await blog.SearchAsync("queue", "#dialog");
        await Blog.ArriveAsync(blog.Page, "/?q=queue");
        await blog.Page.GoBackAsync();
        await Assertions.Expect(blog.Page.Locator("#dialog dialog")).ToBeHiddenAsync();
        await blog.Page.GoForwardAsync();

        await Blog.SeeAsync(blog.Page.Locator("#dialog dialog"), "24 results");
        await Assertions.Expect(blog.Page.Locator("#first dialog")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_dialog_that_comes_and_goes_leaves_the_inline_boxs_query_in_the_address()
    {
        await using var blog = await Blog.OpenAsync(browser, html: Dialog + Inline);

        await InlineInput(blog).FillAsync("queue");
        await Blog.ArriveAsync(blog.Page, "/?q=queue");
        await blog.SearchAsync("other", "#dialog");
        await Blog.ArriveAsync(blog.Page, "/?q=other");
        await blog.Page.GoBackAsync();
        await Assertions.Expect(blog.Page.Locator("#dialog dialog")).ToBeHiddenAsync();

        await Blog.ArriveAsync(blog.Page, "/?q=queue");
    }

    [Fact]
    public async Task A_box_that_is_only_passed_leaves_anothers_query_in_the_address()
    {
        var second = Inline.Replace("id=inline", "id=second", StringComparison.Ordinal);
        await using var blog = await Blog.OpenAsync(browser, html: Inline + second);

        await InlineInput(blog).FillAsync("queue");
        await Blog.ArriveAsync(blog.Page, "/?q=queue");
        await blog.Page.Locator("#second input").Last.FocusAsync();

        Assert.EndsWith("/?q=queue", blog.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?words=queue")]
    [InlineData("?q=other&words=queue")]
    public async Task Boxes_with_fields_of_different_names_find_each_their_own(string path)
    {
        await using var blog = await Blog.OpenAsync(
            browser, path: path, html: Dialog + Inline.Replace("name=q", "name=words", StringComparison.Ordinal));

        await Assertions.Expect(InlineInput(blog)).ToHaveValueAsync("queue");
        var other = path.Contains("other", StringComparison.Ordinal) ? "other" : "";
        await Assertions.Expect(blog.Page.Locator("#dialog .input")).ToHaveValueAsync(other);
    }

    [Fact]
    public async Task A_box_that_leaves_the_address_alone_leaves_it_to_the_next()
    {
        await using var blog = await Blog.OpenAsync(
            browser, path: "?q=queue", html: Dialog.Replace("<search-notes", "<search-notes url=off", StringComparison.Ordinal) + Inline);

        await Assertions.Expect(InlineInput(blog)).ToHaveValueAsync("queue");
        await Assertions.Expect(blog.Page.Locator("#dialog dialog")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_the_address_a_reload_finds_the_dialog_as_it_was_and_one_Escape_closes_it()
    {
        await using var blog = await Blog.OpenAsync(browser, "url=off");

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Dialog, "24 results");
        await blog.Page.ReloadAsync();
        await Blog.SeeAsync(blog.Dialog, "24 results");
        await blog.PressAsync("Escape");

        await blog.Page.WaitForFunctionAsync("history.state === null");
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("?preview&title=a%20b+c&n=%c3%a4&empty=")]
    [InlineData("?a;b=1/2?3")]
    [InlineData("?#part")]
    public async Task The_blogs_own_parameters_stay_as_they_are_written(string path)
    {
        var (search, hash) = path.Split('#') is [var before, var after] ? (before, $"#{after}") : (path, "");
        await using var blog = await Blog.OpenAsync(browser, "mode=inline", path: path);

        await blog.Input.FillAsync("queue");
        await Blog.ArriveAsync(blog.Page, $"{search}{(search == "?" ? "" : "&")}q=queue{hash}");
        await blog.PressAsync("Escape", "Escape");
        await Assertions.Expect(blog.Input).ToHaveValueAsync("");

        await Blog.ArriveAsync(blog.Page, $"/post/{search.TrimEnd('?')}{hash}");
    }

    [Fact]
    public async Task A_heading_of_the_page_is_gone_to_without_loading_it_again_whatever_its_parameters()
    {
        await using var blog = await Blog.OpenAsync(browser, path: "?preview&title=a%20b");
        var here = $"{blog.Address}?preview&title=a%20b#what-goes-wrong";
        blog.Service.Search = _ => FakeService.Sample(answer => answer["hits"]![0]!["url"] = here);
        await blog.Page.EvaluateAsync("window.same = true");

        await blog.SearchAsync("queue");
        await blog.SettleAsync();
        await blog.PressAsync("ArrowDown", "Enter");

        await Blog.ArriveAsync(blog.Page, "/post/?preview&title=a%20b#what-goes-wrong");
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
        Assert.True(await blog.Page.EvaluateAsync<bool>("window.same"));
    }

    private static ILocator InlineInput(Blog blog) => blog.Page.Locator("#inline .input");
}
