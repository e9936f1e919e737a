using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>The box on all kinds of blogs.</summary>
public sealed class InstallTests(Browser browser)
{
    /// <summary>Nothing is allowed but what docs/embed.md says the box needs, and the blog's own style sheet.</summary>
    private const string StrictPolicy =
        "default-src 'none'; style-src 'self'; script-src ENDPOINT; connect-src ENDPOINT; form-action ENDPOINT; base-uri 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    [Fact]
    public async Task It_runs_under_a_strict_content_security_policy()
    {
        await using var blog = await Blog.OpenAsync(browser, policy: StrictPolicy, root: "lang=de");
        blog.Service.Suggestions = FakeService.Read("suggest.json");

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Dialog, "24 Treffer");
        await Assertions.Expect(blog.Dialog).ToHaveCSSAsync("background-color", "color(srgb 0.984314 0.968627 0.937255)");
        await blog.CheckAsync("strict-policy");
        await blog.PressAsync("Enter");

        await Blog.ArriveAsync(blog.Page, $"{blog.Service.Address}/?q=queue");
    }

    [Fact]
    public async Task Without_script_the_form_goes_to_the_search_page()
    {
        await using var blog = await Blog.OpenAsync(browser, window: new() { JavaScriptEnabled = false });

        await blog.Page.GetByRole(AriaRole.Textbox, new() { Name = "Search the talks" }).FillAsync("queue");
        await blog.PressAsync("Enter");

        await Blog.ArriveAsync(blog.Page, $"{blog.Service.Address}/?q=queue");
    }

    [Fact]
    public async Task Two_boxes_on_a_page_do_not_disturb_each_other()
    {
        const string Inline =
            "<search-notes endpoint=ENDPOINT mode=inline><form action=ENDPOINT/><input name=q aria-label='Search here'></form></search-notes>";
        const string Dialog =
            "<search-notes endpoint=ENDPOINT><form action=ENDPOINT/><input name=q aria-label='Search there'></form></search-notes>";
        await using var blog = await Blog.OpenAsync(browser, html: Inline + Dialog);

        await blog.PressAsync("/");
        await blog.Page.Keyboard.TypeAsync("queue");
        await Assertions.Expect(blog.Options).ToHaveCountAsync(7);
        await blog.CheckAsync("two-boxes");
        await blog.PressAsync("Escape");
        await blog.Page.Locator("search-notes").Nth(1).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search there" })).ToBeFocusedAsync();

        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search there" })).ToHaveValueAsync("");
    }

    [Fact]
    public async Task An_inline_box_opens_below_its_field_and_closes_when_it_is_left()
    {
        await using var blog = await Blog.OpenAsync(browser, "mode=inline");
        var panel = blog.Page.Locator(".panel");

        await blog.Input.FocusAsync();
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await blog.Page.Keyboard.TypeAsync("queue");
        await Assertions.Expect(panel).ToBeVisibleAsync();
        await Assertions.Expect(blog.Input).ToHaveAttributeAsync("aria-expanded", "true");
        await blog.PressAsync("Escape");
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await Assertions.Expect(blog.Input).ToHaveAttributeAsync("aria-expanded", "false");
        await blog.PressAsync("ArrowDown");
        await Assertions.Expect(panel).ToBeVisibleAsync();
        await blog.Page.Mouse.ClickAsync(20, 700);

        await Assertions.Expect(panel).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_else_the_plain_form_sends_is_sent_too()
    {
        await using var blog = await Blog.OpenAsync(browser, html:
            "<search-notes endpoint=ENDPOINT><form action=ENDPOINT/find><label>Find <input type=search name=words></label><input type=hidden name=tag value=data></form></search-notes>");

        await blog.SearchAsync("queue");
        await Assertions.Expect(blog.Page.Locator(".foot a"))
            .ToHaveAttributeAsync("href", $"{blog.Service.Address}/find?words=queue&tag=data");
        await blog.PressAsync("Enter");

        await Blog.ArriveAsync(blog.Page, $"{blog.Service.Address}/find?words=queue&tag=data");
    }

    [Fact]
    public async Task Without_a_form_or_an_endpoint_it_makes_do()
    {
        await using var blog = await Blog.OpenAsync(browser, html: "<search-notes></search-notes>");

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Page.Locator(".foot a")).ToHaveAttributeAsync("href", $"{blog.Service.Address}/?q=queue");
    }

    [Fact]
    public async Task What_was_typed_into_the_plain_form_before_the_script_came_is_kept()
    {
        await using var blog = await Blog.OpenAsync(browser, prepare: blog => blog.Page.RouteAsync("**/search-box.js", async route =>
        {
            await blog.Page.GetByRole(AriaRole.Textbox, new() { Name = "Search the talks" }).FillAsync("queue");
            await route.ContinueAsync();
        }));

        await Blog.SeeAsync(blog.Dialog, "24 results");
        await Assertions.Expect(blog.Input).ToHaveValueAsync("queue");
        await Assertions.Expect(blog.Input).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("de-CH", "Vorträge, Namen, Code suchen", "24 Treffer")]
    [InlineData("fr", "Conférences, noms, code", "24 résultats")]
    [InlineData("es", "Buscar charlas, nombres, código", "24 resultados")]
    [InlineData("ja", "講演・登壇者・コードを検索", "24 件")]
    [InlineData("ar", "ابحث عن محاضرات أو أسماء أو شيفرة", "نتيجة")]
    [InlineData("nl", "Search talks, speakers, code", "24 results")]
    public async Task It_speaks_the_language_of_the_page(string language, string button, string results)
    {
        await using var blog = await Blog.OpenAsync(browser, root: $"lang={language}");

        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Button, new() { Name = button })).ToBeVisibleAsync();
        await blog.SearchAsync("queue");

        await Blog.SeeAsync(blog.Announced, results);
        Assert.Empty(blog.Console);
    }

    [Fact]
    public async Task A_blog_can_bring_its_own_words()
    {
        await using var blog = await Blog.OpenAsync(browser, "strings=/words.json", prepare: blog => blog.Page.RouteAsync(
            "**/words.json",
            route => route.FulfillAsync(
                new() { Json = new { placeholder = "Zoek", results = new { one = "{n} praatje", other = "{n} praatjes" } } })));

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Input).ToHaveAttributeAsync("placeholder", "Zoek");
        await Assertions.Expect(blog.Announced).ToHaveTextAsync("24 praatjes");
    }

    [Fact]
    public async Task The_blog_is_told_of_searches_and_choices_and_can_take_them_over()
    {
        await using var blog = await Blog.OpenAsync(browser);
        await blog.Page.EvaluateAsync("""
            window.told = [];
            for (const name of ['search', 'select'])
              addEventListener(`searchnotes:${name}`, event => { told.push([name, event.detail]); if (name === 'select') event.preventDefault(); });
            """);

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Dialog, "24 results");
        await blog.PressAsync("ArrowDown", "Enter", "ArrowUp", "Enter");

        Assert.Equal(
            """[["search",{"query":"queue","total":24,"nearOnly":false}],"""
            + """["select",{"query":"queue","id":"2024-05-18-north-sea-data-days-day-one.ines-okafor","url":"https://blog.test/2024/north-sea-data-days-day-one/#ines-okafor-on-a-queue","position":1}],"""
            + $$"""["select",{"query":"queue","url":"{{blog.Service.Address}}/?q=queue"}]]""",
            await blog.Page.EvaluateAsync<string>("JSON.stringify(told)"));
        Assert.StartsWith(blog.Address, blog.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_of_the_blog_do_not_reach_into_it_nor_its_own_out()
    {
        await using var blog =
            await Blog.OpenAsync(browser,
                head: "<style>* { color: red !important; padding: 40px !important; text-transform: uppercase !important } .panel { display: none }</style>");

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Options.First.Locator(".topic")).ToHaveCSSAsync("text-transform", "none");
        await Assertions.Expect(blog.Options.First.Locator(".topic")).ToHaveCSSAsync("padding", "0px");
        await Assertions.Expect(blog.Page.Locator(".panel")).ToBeVisibleAsync();
        Assert.Equal("rgb(255, 0, 0)", await blog.Page.Locator("h1").EvaluateAsync<string>("h1 => getComputedStyle(h1).color"));
    }

    [Fact]
    public async Task A_box_that_moves_on_the_page_goes_on_working()
    {
        await using var blog = await Blog.OpenAsync(browser);
        await blog.Page.GetByRole(AriaRole.Button).First.WaitForAsync();

        await blog.Page.EvaluateAsync("document.querySelector('main').append(document.querySelector('search-notes'))");
        await blog.PressAsync("/");
        await blog.Page.Keyboard.TypeAsync("queue");

        await Blog.SeeAsync(blog.Dialog, "24 results");
        Assert.Empty(blog.Console);
    }

    [Fact]
    public async Task Strings_that_do_not_come_are_done_without()
    {
        await using var blog = await Blog.OpenAsync(browser, root: "lang=de", prepare: blog => blog.Page.RouteAsync(
            "**/strings/de.json", route => route.FulfillAsync(new() { Status = StatusCodes.Status404NotFound })));

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Announced).ToHaveTextAsync("24 results");
        await Assertions.Expect(blog.Dialog).ToHaveAttributeAsync("lang", "en");
    }
}
