using System.Net;
using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>From the reader's letters to the heading on the blog, with nothing faked between them.</summary>
public sealed class MadeUpBlogTests(Browser browser, MadeUpBlog blog) : IClassFixture<MadeUpBlog>
{
    [Fact]
    public async Task Three_letters_of_a_name_find_the_talk_and_Enter_lands_on_its_heading()
    {
        await using var window = await browser.NewWindowAsync();
        var (page, console) = await OpenAsync(window, "/");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("oka");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("A queue is not a database");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h2:target")).ToContainTextAsync("A queue is not a database");
        Assert.Empty(console);
    }

    [Fact]
    public async Task A_passage_lands_on_its_words_even_on_the_page_that_one_is_on()
    {
        await using var window = await browser.NewWindowAsync(new() { ViewportSize = new() { Width = 960, Height = 400 } });
        var (page, console) = await OpenAsync(window, "/2024/north-sea-data-days-day-one/");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("legend is a quiz");
        var passage = page.GetByRole(AriaRole.Option, new() { Name = "Label the lines" }).First;
        await Assertions.Expect(passage.Locator("mark").First).ToBeVisibleAsync();
        await passage.ClickAsync();

        await Blog.ArriveAsync(page, "/2024/north-sea-data-days-day-one/#label-the-lines");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByText("A legend is a quiz")).ToBeInViewportAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        Assert.Empty(console);
    }

    [Fact]
    public async Task A_slip_of_the_finger_in_a_name_still_finds_the_speaker()
    {
        await using var window = await browser.NewWindowAsync();
        var (page, _) = await OpenAsync(window, "/");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("lindqwist");

        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToContainTextAsync("Waiting is a feature");
    }

    [Fact]
    public async Task A_suggested_speaker_narrows_the_search_to_their_talks()
    {
        await using var window = await browser.NewWindowAsync();
        var (page, _) = await OpenAsync(window, "/");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("lind");
        await page.GetByRole(AriaRole.Button, new() { Name = "Speaker Yusuf Lindqvist" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("speaker:\"Yusuf Lindqvist\" ");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 results");
    }

    [Fact]
    public async Task Enter_goes_to_the_search_page_with_the_query()
    {
        await using var window = await browser.NewWindowAsync();
        var (page, console) = await OpenAsync(window, "/");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("queue");
        await page.Keyboard.PressAsync("Enter");

        await Blog.ArriveAsync(page, $"{blog.ServiceAddress}/?q=queue");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("A queue is not a database");
        Assert.Empty(console);
    }

    [Fact]
    public async Task An_answer_to_the_box_is_3_KB_in_the_middle_and_5_at_most()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        string[] queries =
            ["queue", "how long should the deadline be", "index", "bergen", "lindqvist", "dashboard", "speaker:brekke", "queue.take",
                "coffee", "data"];
        var sizes = new List<int>();
        foreach (var query in queries)
        {
            var request =
                new HttpRequestMessage(HttpMethod.Get,
                    $"{blog.ServiceAddress}/api/search?q={Uri.EscapeDataString(query)}&per_page=6&facets=false");
            request.Headers.Add("Accept-Encoding", "gzip");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            sizes.Add((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
        }

        Assert.InRange(sizes.Order().ElementAt(sizes.Count / 2), 200, 3 * 1024);
        Assert.InRange(sizes.Max(), 200, 5 * 1024);
    }

    private async Task<(IPage Page, IReadOnlyList<string> Console)> OpenAsync(IBrowserContext window, string path)
    {
        var page = await window.NewPageAsync();
        var console = new List<string>();
        page.Console += (_, message) => console.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => console.Add(error);
        await page.GotoAsync(blog.Address + path);
        await page.Locator("search-notes").GetByRole(AriaRole.Button, new() { Name = "Search talks, speakers, code" }).WaitForAsync();
        return (page, console);
    }
}
