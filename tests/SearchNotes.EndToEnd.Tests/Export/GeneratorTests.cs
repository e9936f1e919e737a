using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>The recipes for generators, followed: the blog is built, its search is exported and checked, and its box finds a
/// talk.</summary>
public sealed class GeneratorTests(Browser browser)
{
    public static bool HasJekyll => GeneratedBlog.Has("jekyll");

    public static bool HasHugo => GeneratedBlog.Has("hugo");

    public static bool HasEleventy => GeneratedBlog.Has("eleventy");

    [Fact(Skip = "There is no jekyll here.", SkipUnless = nameof(HasJekyll))]
    public Task On_a_blog_of_Jekyll_the_box_finds_a_talk() =>
        FindAsync("jekyll", "https://blog.example/2024/05/14/lantern-meetup.html#ada-moth-on-queues-that-wait");

    [Fact(Skip = "There is no hugo here.", SkipUnless = nameof(HasHugo))]
    public Task On_a_blog_of_Hugo_the_box_finds_a_talk() =>
        FindAsync("hugo", "https://blog.example/posts/2024-05-14-lantern-meetup/#ada-moth-on-queues-that-wait");

    [Fact(Skip = "There is no eleventy on the path: npm install @11ty/eleventy", SkipUnless = nameof(HasEleventy))]
    public Task On_a_blog_of_Eleventy_the_box_finds_a_talk() => FindAsync("eleventy", "/posts/2024-05-14-lantern-meetup/");

    private async Task FindAsync(string generator, string expected)
    {
        await using var blog = await GeneratedBlog.BuildAsync(generator);
        await using var window = await browser.NewWindowAsync(new());
        var page = await window.NewPageAsync();
        await page.GotoAsync(blog.Address);

        await page.Locator("search-notes .open").ClickAsync();
        await page.GetByRole(AriaRole.Combobox).FillAsync("oldest lantern");

        var talk = page.GetByRole(AriaRole.Option).First;
        await Assertions.Expect(talk).ToContainTextAsync("Queues that wait");
        await Assertions.Expect(talk).ToHaveAttributeAsync("href", expected.StartsWith('/') ? blog.Address + expected : expected);
    }
}
