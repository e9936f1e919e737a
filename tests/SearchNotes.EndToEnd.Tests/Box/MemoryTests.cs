using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>Recent searches and talks, which only the reader's own browser knows.</summary>
public sealed class MemoryTests(Browser browser)
{
    [Fact]
    public async Task Searches_and_opened_talks_are_offered_the_next_time()
    {
        await using var blog = await OpenedATalk();

        await blog.SearchAsync("");
        await Assertions.Expect(blog.Options).ToHaveCountAsync(2);
        await Blog.SeeAsync(blog.Options.Nth(1), "A queue is not a database");
        await blog.PressAsync("ArrowDown", "Enter");

        await Assertions.Expect(blog.Input).ToHaveValueAsync("queue");
        await Blog.SeeAsync(blog.Announced, "24 results");
    }

    [Fact]
    public async Task The_reader_can_switch_that_off_and_all_is_forgotten()
    {
        await using var blog = await OpenedATalk();
        var remember = blog.Page.GetByRole(AriaRole.Switch, new() { Name = "Remember searches in this browser" });

        await blog.SearchAsync("");
        await Assertions.Expect(remember).ToBeCheckedAsync();
        await remember.ClickAsync();

        await Assertions.Expect(remember).Not.ToBeCheckedAsync();
        await Assertions.Expect(blog.Options).ToHaveCountAsync(0);
        Assert.Equal("{\"on\":false}", await blog.Page.EvaluateAsync<string>("localStorage.getItem('searchnotes')"));
    }

    [Fact]
    public async Task The_blog_can_switch_it_off()
    {
        await using var blog = await OpenedATalk("recent=off");

        await blog.SearchAsync("");

        await Blog.SeeAsync(blog.Dialog, "Words, names, code");
        await Assertions.Expect(blog.Options).ToHaveCountAsync(0);
        await Assertions.Expect(blog.Page.GetByRole(AriaRole.Switch)).ToHaveCountAsync(0);
        Assert.Null(await blog.Page.EvaluateAsync<string?>("localStorage.getItem('searchnotes')"));
    }

    [Fact]
    public async Task No_cookie_is_set_and_nothing_but_the_service_is_asked()
    {
        var asked = new List<string>();
        await using var blog = await Blog.OpenAsync(browser, prepare: blog =>
        {
            blog.Page.Request += (_, request) => asked.Add(request.Url);
            return Task.CompletedTask;
        });

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Dialog, "24 results");

        Assert.Empty(await blog.Page.Context.CookiesAsync());
        Assert.All(asked,
            url => Assert.True(url.StartsWith(blog.Service.Address, StringComparison.Ordinal)
                || new Uri(url).Authority == new Uri(blog.Address).Authority, url));
        Assert.Equal(Blog.AsksFiles ? ["search-box.js", "searchnotes-index.json", "engine.js", "suggest", "search"] : ["search-box.js", "suggest", "search"],
            asked.Where(url => url.StartsWith(blog.Service.Address, StringComparison.Ordinal)).Select(url => new Uri(url).Segments[^1]));
    }

    /// <summary>A blog whose reader has searched, opened the first hit, and come back.</summary>
    private async Task<Blog> OpenedATalk(string box = "")
    {
        var blog = await Blog.OpenAsync(browser, box);
        blog.Service.Search = _ => FakeService.Sample(answer => answer["hits"]![0]!["url"] = $"{blog.Service.Address}/talk");
        await blog.SearchAsync("queue");
        await blog.Options.First.ClickAsync();
        await Blog.ArriveAsync(blog.Page, "/talk");
        await blog.Page.GotoAsync(blog.Address);
        return blog;
    }
}
