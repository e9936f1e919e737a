using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>Every state in every dress: a picture of each, axe without violations, an empty console.</summary>
public sealed class LooksTests(Browser browser)
{
    private static readonly Dictionary<string, BrowserNewContextOptions> Windows = new()
    {
        ["light"] = new() { ViewportSize = new() { Width = 960, Height = 720 } },
        ["dark"] = new() { ViewportSize = new() { Width = 960, Height = 720 }, ColorScheme = ColorScheme.Dark },
        ["narrow"] = new() { ViewportSize = new() { Width = 320, Height = 640 }, HasTouch = true, IsMobile = true },
        // A window of 1280 pixels at 200 % has room for 640.
        ["zoomed"] = new() { ViewportSize = new() { Width = 640, Height = 400 }, DeviceScaleFactor = 2 },
        ["forced"] =
            new()
            {
                ViewportSize = new() { Width = 960, Height = 720 },
                ForcedColors = ForcedColors.Active,
                ReducedMotion = ReducedMotion.Reduce,
            },
        ["right-to-left"] = new() { ViewportSize = new() { Width = 960, Height = 720 } },
    };

    public static TheoryData<string> Dresses => new(Windows.Keys);

    [Theory]
    [MemberData(nameof(Dresses))]
    public async Task The_dialog_is_accessible_in_every_state(string dress)
    {
        await using var blog = await OpenAsync(dress, "");
        await blog.Page.GetByRole(AriaRole.Button).First.WaitForAsync();
        await blog.CheckAsync($"dialog-{dress}-closed");

        await blog.SearchAsync("");
        await blog.CheckAsync($"dialog-{dress}-empty");
        await CheckStatesAsync(blog, $"dialog-{dress}");
        await CheckTargetsAsync(blog);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("narrow")]
    [InlineData("right-to-left")]
    public async Task The_inline_box_is_accessible_in_every_state(string dress)
    {
        await using var blog = await OpenAsync(dress, "mode=inline");
        await blog.Input.WaitForAsync();
        await blog.CheckAsync($"inline-{dress}-closed");

        await blog.Input.FocusAsync();
        await CheckStatesAsync(blog, $"inline-{dress}");
        await CheckTargetsAsync(blog);
    }

    [Fact]
    public async Task A_failure_is_accessible()
    {
        // The browser itself writes refused requests to the console, so here the answer is one that cannot be read.
        await using var blog = await OpenAsync("light", "");
        blog.Service.Search = _ => Results.Text("not JSON");

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Announced, "The search does not answer now.");

        await blog.CheckAsync("dialog-light-failed");
    }

    [Theory]
    [InlineData("body { background: #002b36; color: #93a1a1 } a { color: #268bd2 }", "dark", "color(srgb 0 0.168627 0.211765)")]
    [InlineData("body { background: oklch(0.98 0.01 90); color: oklch(0.3 0.02 90) } a { color: oklch(0.5 0.15 30) }", "light",
        "color(srgb 0.98")]
    [InlineData("body { background: #ffffff; color: #999999 } a { color: #eeee00 }", "light", "color(srgb 1 1 1)")]
    [InlineData("html { background: #222222; color: #dddddd }", "dark", "color(srgb 0.133333 0.133333 0.133333)")]
    [InlineData(":root { --searchnotes-background: #fff0f5; --searchnotes-text: #4a0020; --searchnotes-accent: #9c0047 }", "light",
        "rgb(255, 240, 245)")]
    public async Task It_takes_the_pages_colours_and_stays_legible(string style, string scheme, string background)
    {
        await using var blog = await Blog.OpenAsync(browser, head: $"<style>body {{ background: none }} {style}</style>");

        await blog.SearchAsync("queue");
        await blog.PressAsync("ArrowDown");
        await Blog.SeeAsync(blog.Dialog, "24 results");

        await blog.CheckAsync($"colours-{scheme}-{background.Length}", blog.Dialog);
        Assert.StartsWith(background, await blog.Dialog.EvaluateAsync<string>("box => getComputedStyle(box).backgroundColor"),
            StringComparison.Ordinal);
        await Assertions.Expect(blog.Dialog).ToHaveCSSAsync("color-scheme", scheme);
    }

    [Theory]
    [InlineData(ColorScheme.Dark, "dark")]
    [InlineData(ColorScheme.Light, "light")]
    public async Task On_a_page_without_colours_it_follows_the_system(ColorScheme system, string scheme)
    {
        await using var blog = await Blog.OpenAsync(
            browser, head: "<style>body { background: none; color: initial } :root { color-scheme: normal }</style>",
            window: new() { ColorScheme = system });

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Dialog).ToHaveCSSAsync("color-scheme", scheme);
    }

    [Fact]
    public async Task Nothing_moves_for_readers_who_want_stillness()
    {
        await using var blog = await Blog.OpenAsync(browser, window: new() { ReducedMotion = ReducedMotion.Reduce });

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Dialog).ToHaveCSSAsync("animation-name", "none");
    }

    private async Task<Blog> OpenAsync(string dress, string box)
    {
        var root = dress == "right-to-left" ? "lang=ar dir=rtl" : "lang=en";
        var blog = await Blog.OpenAsync(browser, box, root: root, window: Windows[dress]);
        blog.Service.Suggestions = FakeService.Read("suggest.json");
        blog.Service.Search = q => q switch
        {
            "nothing" =>
                FakeService.Nothing(answer => answer["corrections"] =
                    new JsonArray(new JsonObject { ["from"] = "nothing", ["to"] = "noting", ["applied"] = false })),
            "nearest" => FakeService.Sample(answer =>
            {
                answer["near_only"] = true;
                answer["absent"] = new JsonArray("quokka");
            }),
            _ => FakeService.Sample(),
        };
        return blog;
    }

    private static async Task CheckStatesAsync(Blog blog, string name)
    {
        foreach (var query in (string[])["nothing", "nearest", "queue"])
        {
            await blog.Input.FillAsync(query);
            await Blog.ArriveAsync(blog.Page, $"/?q={query}");
            await blog.SettleAsync();
            await blog.CheckAsync($"{name}-{query}");
        }
        await blog.PressAsync("ArrowDown", "ArrowDown");
        await blog.CheckAsync($"{name}-active");

        var slow = blog.Service.Hold("slow");
        await blog.Input.FillAsync("slow");
        await Blog.SeeAsync(blog.Announced, "…");
        await blog.CheckAsync($"{name}-slow");
        slow.SetResult();
        await Blog.ArriveAsync(blog.Page, "/?q=slow");
        await blog.SettleAsync();
    }

    /// <summary>Whatever can be pressed is 44 pixels high at least for fingers and 28 for a mouse, and nothing is wider than the
    /// window.</summary>
    private static async Task CheckTargetsAsync(Blog blog)
    {
        var small = await blog.Page.EvaluateAsync<string[]>("""
            [...document.querySelector('search-notes').shadowRoot.querySelectorAll('button, input, a')]
              .filter(target => target.checkVisibility() && target.getBoundingClientRect().height < (matchMedia('(hover: hover)').matches ? 28 : 44))
              .map(target => `${target.localName} ${target.textContent} ${target.getBoundingClientRect().height}`)
            """);
        Assert.Empty(small);
        Assert.True(await blog.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
