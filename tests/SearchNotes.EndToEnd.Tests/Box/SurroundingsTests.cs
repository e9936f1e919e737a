using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>The box on pages that size text, paint headers and stretch in their own ways.</summary>
public sealed class SurroundingsTests(Browser browser)
{
    private static readonly BrowserNewContextOptions Phone =
        new() { ViewportSize = new() { Width = 390, Height = 760 }, HasTouch = true, IsMobile = true };

    [Theory]
    [InlineData("html { font-size: 62.5% } body { font: 1.4rem/1.5 sans-serif }")]
    [InlineData("body { font-size: 10px }")]
    [InlineData("* { font-size: 9px }")]
    [InlineData("html { font-size: 250% }")]
    [InlineData("body { font-family: monospace }")]
    public async Task Its_sizes_are_its_own_whatever_the_page_makes_of_rem_and_em(string style)
    {
        foreach (var box in (string[])["", "mode=inline"])
        {
            await using var plain = await SearchedAsync(box, "");
            await using var styled = await SearchedAsync(box, style);

            var sizes = await SizesAsync(plain);
            Assert.Equal(sizes, await SizesAsync(styled));
            await Assertions.Expect(styled.Options.First.Locator(".topic")).ToHaveCSSAsync("font-size", "16px");
            Assert.All(sizes, size => Assert.InRange(double.Parse(size.Split("px")[0], CultureInfo.InvariantCulture), 12, 16));
            await styled.CheckAsync($"sizes-{style.Length}-{box.Length}", styled.Page.Locator("search-notes"));
        }
    }

    [Fact]
    public async Task It_is_as_large_as_the_reader_wants_text_to_be()
    {
        await using var blog = await Blog.OpenAsync(browser, head: "<style>html { font-size: 10px }</style>", prepare: async blog =>
        {
            var session = await blog.Page.Context.NewCDPSessionAsync(blog.Page);
            await session.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 24, @fixed = 20 } });
        });

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Options.First.Locator(".topic")).ToHaveCSSAsync("font-size", "24px");
        await Assertions.Expect(blog.Page.Locator("search-notes .open")).ToHaveCSSAsync("font-size", "24px");
    }

    [Fact]
    public async Task A_blog_can_decide_on_the_size()
    {
        const string Style = "html { font-size: 10px } search-notes { --searchnotes-size: 20px }";
        await using var blog = await Blog.OpenAsync(browser, head: $"<style>{Style}</style>");

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Options.First.Locator(".topic")).ToHaveCSSAsync("font-size", "20px");
    }

    public static TheoryData<string, string> Headers => new MatrixTheoryData<string, string>(
        [
            "body { background: #fff; color: #222 } header { background: #1b2430 }",
            "body { background: #16181d; color: #e4e4e8 } header { background: #f4f1ea }",
            "body { background: #fff; color: #222 } header { background: linear-gradient(#223044, #101020) }",
            "body { background: #fff; color: #222 } header { background: rgb(0 0 0 / 0.7) }",
            // A header laid over a picture that is no part of it.
            "body { background: #fff; color: #222 } header { position: absolute } "
                + "h1 { margin: -1rem -20rem; height: 9rem; background: #123 }",
            "body { background: #fff; color: #222 } header { background: #1b2430 } search-notes::part(open) { transition: all 9s }",
        ],
        ["", "mode=inline"]);

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task It_is_legible_in_a_header_that_leaves_it_the_pages_text_colour(string style, string box)
    {
        await using var blog = await Blog.OpenAsync(browser, box, head: $"<style>{style}</style>");
        var front = blog.Page.Locator("search-notes .solid");

        await front.WaitForAsync();

        Assert.InRange(await ContrastAsync(front), 4.5, 21);
        if (box.Length == 0)
            await Assertions.Expect(front).ToHaveAccessibleNameAsync("Search talks, speakers, code");
        await blog.CheckAsync($"header-{style.Length}-{box.Length}", blog.Page.Locator("search-notes"));
    }

    [Theory]
    [InlineData("body { background: #fff; color: #222 } header { background: #1b2430; color: #fff }", "rgb(255, 255, 255)")]
    [InlineData("body { background: #16181d; color: #e4e4e8 } header { background: #f4f1ea; color: #333 }", "rgb(51, 51, 51)")]
    [InlineData("body { background: #fff; color: #222 } header { background: #1b2430 } search-notes { color: #eee }", "rgb(238, 238, 238)")]
    [InlineData(
        "body { background: #fff; color: #222 } header { background: #1b2430 } search-notes::part(open) { color: #eee }",
        "rgb(238, 238, 238)")]
    [InlineData(
        "body { background: #fff; color: #222 } header { background: #1b2430 } search-notes::part(open) { background: #fff }",
        "rgb(34, 34, 34)")]
    public async Task It_takes_the_colour_of_where_it_stands_if_that_is_legible(string style, string colour)
    {
        await using var blog = await Blog.OpenAsync(browser, head: $"<style>{style}</style>");
        var button = blog.Page.Locator("search-notes .open");

        await Assertions.Expect(button.Locator("span")).ToHaveCSSAsync("color", colour);
        await Assertions.Expect(button).ToHaveClassAsync("open");
        Assert.InRange(await ContrastAsync(button), 4.5, 21);
        await blog.CheckAsync($"header-own-{style.Length}", blog.Page.Locator("search-notes"));
    }

    [Theory]
    [InlineData("html.night body { background: #16181d; color: #e4e4e8 }", "document.documentElement.className = 'night'")]
    [InlineData("body[data-theme=night] { background: #16181d; color: #e4e4e8 }", "document.body.dataset.theme = 'night'")]
    [InlineData(
        "main { height: 300vh } header.stuck { background: #1b2430; transition: background 0.2s }",
        "document.querySelector('header').className = 'stuck'; scrollTo(0, 9)")]
    public async Task It_stays_legible_when_the_page_changes_its_looks(string style, string change)
    {
        const string Day = "body { background: #fff; color: #222 } header { background: #f4f1ea; position: sticky; top: 0 }";
        await using var blog = await Blog.OpenAsync(browser, head: $"<style>{Day} {style}</style>");
        var button = blog.Page.Locator("search-notes .open");
        await Assertions.Expect(button).ToHaveClassAsync("open");

        await blog.Page.EvaluateAsync($"() => {{ {change} }}");

        await Assertions.Expect(button).ToHaveClassAsync("open solid");
        Assert.InRange(await ContrastAsync(button), 4.5, 21);
    }

    [Fact]
    public async Task It_follows_the_system_from_light_to_dark()
    {
        const string Day = "body { background: #fff; color: #222 } header { background: #f4f1ea }";
        const string Night = "@media (prefers-color-scheme: dark) { body { background: #16181d; color: #e4e4e8 } }";
        await using var blog = await Blog.OpenAsync(browser, head: $"<style>{Day} {Night}</style>");
        var button = blog.Page.Locator("search-notes .open");
        await Assertions.Expect(button).ToHaveClassAsync("open");

        await blog.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        await Assertions.Expect(button).ToHaveClassAsync("open solid");
        Assert.InRange(await ContrastAsync(button), 4.5, 21);
    }

    [Fact]
    public async Task Opening_and_closing_it_changes_nothing_about_its_button()
    {
        const string Style = "body { background: #fff; color: #222 } header { background: #1b2430 }";
        await using var blog = await Blog.OpenAsync(browser, head: $"<style>{Style}</style>");
        var button = blog.Page.Locator("search-notes .open");

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Dialog, "24 results");
        await Assertions.Expect(button).ToHaveClassAsync("open solid");
        await blog.PressAsync("Escape");
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();

        await Assertions.Expect(button).ToHaveClassAsync("open solid");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("", 300)]
    [InlineData("mode=inline", 0)]
    [InlineData("mode=inline", 300)]
    public async Task On_a_page_wider_than_the_phone_all_of_it_is_on_the_screen(string box, int panned)
    {
        await using var blog = await Blog.OpenAsync(
            browser, box, head: "<style>main::after { content: ''; display: block; width: 1500px; height: 1px }</style>", window: Phone);
        await blog.Page.Locator("search-notes .open, search-notes .box form").First.WaitForAsync();
        var session = await blog.Page.Context.NewCDPSessionAsync(blog.Page);
        if (panned > 0)
        {
            await session.SendAsync(
                "Input.synthesizeScrollGesture",
                new() { ["x"] = 300, ["y"] = 400, ["xDistance"] = -panned, ["yDistance"] = 0, ["speed"] = 4000 });
        }

        await blog.Page.EvaluateAsync("document.querySelector('search-notes').open('queue')");
        await Blog.SeeAsync(blog.Page.Locator(".panel"), "24 results");

        Assert.Empty(await OffScreenAsync(blog, box.Length == 0 ? ".box, .box button, .box input" : ".panel"));
        Assert.Empty(await OffScreenAsync(blog, ".foot a, .talk, .passage"));
        await blog.CheckAsync($"wide-page-{box.Length}-{panned}", blog.Page.Locator("search-notes"));
    }

    [Fact]
    public async Task It_fits_into_what_a_reader_zoomed_into()
    {
        await using var blog = await Blog.OpenAsync(browser, window: Phone);
        var session = await blog.Page.Context.NewCDPSessionAsync(blog.Page);

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Dialog, "24 results");
        await session.SendAsync("Emulation.setPageScaleFactor", new() { ["pageScaleFactor"] = 1.5 });

        await Assertions.Expect(blog.Dialog).ToHaveCSSAsync("width", "260px");
        Assert.Empty(await OffScreenAsync(blog, ".box, .box button, .foot a"));
    }

    private async Task<Blog> SearchedAsync(string box, string style)
    {
        var blog = await Blog.OpenAsync(browser, box, head: $"<style>{style}</style>");
        blog.Service.Suggestions = FakeService.Read("suggest.json");
        await blog.Page.Locator("search-notes .open, search-notes .box form").First.WaitForAsync();
        await blog.Page.EvaluateAsync("document.querySelector('search-notes').open('queue')");
        await Blog.SeeAsync(blog.Page.Locator(".panel"), "24 results");
        await blog.Page.Locator(".chips button").First.WaitForAsync();
        return blog;
    }

    /// <summary>Of each kind of element in the box: size of its text, and lengths that would follow it.</summary>
    private static async Task<string[]> SizesAsync(Blog blog) => await blog.Page.EvaluateAsync<string[]>("""
        [...new Set([...document.querySelector('search-notes').shadowRoot.querySelectorAll('*')].map(element => {
          const { fontSize, paddingInlineStart, minHeight, columnGap, borderRadius } = getComputedStyle(element);
          return `${fontSize} ${paddingInlineStart} ${minHeight} ${columnGap} ${borderRadius} ${element.localName} ${element.part}`;
        }))].sort()
        """);

    /// <summary>What of the box is not, in its whole width, in the part of the page that is seen.</summary>
    private static async Task<string[]> OffScreenAsync(Blog blog, string what) => await blog.Page.EvaluateAsync<string[]>("""
        what => [...document.querySelector('search-notes').shadowRoot.querySelectorAll(what)].filter(element => {
          const { left, right } = element.getBoundingClientRect();
          const { offsetLeft, width } = visualViewport;
          return element.checkVisibility() && !element.closest('.chips') && (left < offsetLeft - 0.5 || right > offsetLeft + width + 0.5);
        }).map(element => `${element.localName} ${element.part} ${JSON.stringify(element.getBoundingClientRect())}`)
        """, what);

    /// <summary>The greatest contrast with the commonest colour, as the pixels are.</summary>
    /// <remarks>Not by axe, which leaves text on painted pseudo-elements and gradients undecided.</remarks>
    private static async Task<double> ContrastAsync(ILocator place)
    {
        var picture = Convert.ToBase64String(await place.ScreenshotAsync());
        var paper = await place.Page.Context.NewPageAsync();
        var contrast = await paper.EvaluateAsync<JsonElement>("""
            async picture => {
              const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
              const { width, height } = image;
              const canvas = new OffscreenCanvas(width, height).getContext('2d');
              canvas.drawImage(image, 0, 0);
              const linear = channel => channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
              const counts = new Map();
              const { data } = canvas.getImageData(12, 8, width - 72, height - 16); // Without the border and the key.
              for (let i = 0; i < data.length; i += 4) {
                const light = 0.2126 * linear(data[i]) + 0.7152 * linear(data[i + 1]) + 0.0722 * linear(data[i + 2]) + 0.05;
                counts.set(light, (counts.get(light) ?? 0) + 1);
              }
              const ground = [...counts].sort((a, b) => b[1] - a[1])[0][0];
              return Math.max(...[...counts.keys()].map(light => Math.max(light / ground, ground / light)));
            }
            """, picture);
        await paper.CloseAsync();
        return contrast.GetDouble();
    }
}
