using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>The combobox by keyboard, as the ARIA Authoring Practices describe it.</summary>
public sealed class KeyboardTests(Browser browser)
{
    [Fact]
    public async Task Arrows_go_through_talks_and_passages_and_back_to_the_field()
    {
        await using var blog = await Searched();
        await Assertions.Expect(blog.Active).ToHaveCountAsync(0);

        await blog.PressAsync("ArrowDown");
        await Blog.SeeAsync(blog.Active, "A queue is not a database");
        Assert.Equal(await blog.Active.GetAttributeAsync("id"), await blog.Input.GetAttributeAsync("aria-activedescendant"));
        await blog.PressAsync("ArrowDown");
        await Blog.SeeAsync(blog.Active, "What goes wrong");
        await blog.PressAsync("ArrowUp", "ArrowUp");
        await Assertions.Expect(blog.Active).ToHaveCountAsync(0);
        await Assertions.Expect(blog.Input).ToBeFocusedAsync();
        await blog.PressAsync("ArrowUp");
        await Blog.SeeAsync(blog.Active, "The queue for soup");
        await blog.PressAsync("ArrowDown");
        await Assertions.Expect(blog.Active).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Home_and_End_go_to_the_ends_of_the_list_and_in_the_field_to_those_of_the_text()
    {
        await using var blog = await Searched();

        await blog.PressAsync("Home");
        Assert.Equal(0, await blog.Input.EvaluateAsync<int>("input => input.selectionStart"));
        await blog.PressAsync("ArrowDown", "End");
        await Blog.SeeAsync(blog.Active, "The queue for soup");
        await blog.PressAsync("Home");
        await Blog.SeeAsync(blog.Active, "A queue is not a database");
    }

    [Fact]
    public async Task Enter_opens_the_option_that_was_gone_to()
    {
        await using var blog = await Searched();

        await blog.PressAsync("ArrowDown", "ArrowDown", "ArrowDown", "Enter");

        await Blog.ArriveAsync(blog.Page, $"{blog.Service.Address}/passage");
    }

    [Fact]
    public async Task Enter_without_an_option_opens_the_search_page()
    {
        await using var blog = await Searched();

        await blog.PressAsync("Enter");

        await Blog.ArriveAsync(blog.Page, $"{blog.Service.Address}/?q=queue");
    }

    [Fact]
    public async Task Control_Enter_opens_a_new_tab()
    {
        await using var blog = await Searched();
        await blog.PressAsync("ArrowDown", "ArrowDown", "ArrowDown");

        var tab = await blog.Page.Context.RunAndWaitForPageAsync(() => blog.PressAsync("Control+Enter"));

        await Blog.ArriveAsync(tab, $"{blog.Service.Address}/passage");
        await Assertions.Expect(blog.Dialog).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_comes_meanwhile_leaves_the_reader_where_they_are()
    {
        await using var blog = await Searched();
        var late = blog.Service.Hold("queues");

        await blog.Input.FillAsync("queues");
        await blog.PressAsync("ArrowDown", "ArrowDown", "ArrowDown");
        late.SetResult();
        await blog.SettleAsync();
        await Assertions.Expect(blog.Input).ToHaveAttributeAsync("aria-activedescendant", (await blog.Active.GetAttributeAsync("id"))!);
        await blog.PressAsync("Enter");

        await Blog.ArriveAsync(blog.Page, $"{blog.Service.Address}/passage");
    }

    [Fact]
    public async Task Letters_typed_after_an_option_was_gone_to_are_what_Enter_searches_for()
    {
        await using var blog = await Searched();

        await blog.PressAsync("ArrowDown", "s");
        await Assertions.Expect(blog.Active).ToHaveCountAsync(0);
        await blog.PressAsync("Enter");

        await Blog.ArriveAsync(blog.Page, $"{blog.Service.Address}/?q=queues");
    }

    [Fact]
    public async Task Typing_with_the_focus_on_a_button_returns_to_the_field()
    {
        await using var blog = await Searched();

        await blog.PressAsync("Tab", "s");

        await Assertions.Expect(blog.Input).ToHaveValueAsync("queues");
        await Assertions.Expect(blog.Input).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Tab_stays_in_the_dialog_and_passes_the_options_by()
    {
        await using var blog = await Searched();
        var passed = new List<string>();

        for (var i = 0; i < 4; i++)
        {
            await blog.PressAsync("Tab");
            passed.Add(await blog.Page.EvaluateAsync<string>("document.activeElement.shadowRoot?.activeElement?.textContent ?? ''"));
        }

        Assert.Equal(["Clear", "✕", "Newest first", "Search page with all 24 results"], passed);
    }

    [Fact]
    public async Task An_input_method_keeps_its_keys_and_is_searched_for_when_it_is_done()
    {
        await using var blog = await Blog.OpenAsync(browser);
        await blog.SearchAsync("");
        var keyboard = await blog.Page.Context.NewCDPSessionAsync(blog.Page);

        await keyboard.SendAsync("Input.imeSetComposition", new() { ["text"] = "きゅー", ["selectionStart"] = 3, ["selectionEnd"] = 3 });
        await Assertions.Expect(blog.Input).ToHaveValueAsync("きゅー");
        await blog.Input.EvaluateAsync("""
            input => ['ArrowDown', 'Enter', 'Escape'].forEach(key =>
              input.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, composed: true })))
            """);
        await Assertions.Expect(blog.Dialog).ToBeVisibleAsync();
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "キュー" });

        await Blog.SeeAsync(blog.Dialog, "24 results");
        Assert.Equal(["キュー"], blog.Service.Asked);
        Assert.Empty(blog.Console);
    }

    private async Task<Blog> Searched()
    {
        var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => FakeService.Sample(answer =>
        {
            var passage = answer["hits"]![0]!["matches"]![1]!;
            passage["url"] = $"{blog.Service.Address}/passage";
        });
        await blog.SearchAsync("queue");
        await blog.SettleAsync();
        await Blog.SeeAsync(blog.Dialog, "24 results");
        return blog;
    }
}
