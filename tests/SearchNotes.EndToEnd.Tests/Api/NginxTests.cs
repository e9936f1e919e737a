using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>The service behind a real nginx, below a path of the blog: every link leads somewhere, and nothing leaves the path.</summary>
public sealed class NginxTests(Browser browser)
{
    private const int MostPages = 200;

    public static bool IsThere => Nginx.Program is not null;

    [Theory(Skip = "There is no nginx here: apt-get install nginx-light.", SkipUnless = nameof(IsThere))]
    [InlineData("")]
    [InlineData("/")]
    public async Task Every_link_below_the_path_leads_somewhere(string slashThatTakesThePathOff)
    {
        var port = Nginx.FreePort();
        var site = $"http://127.0.0.1:{port}/search";
        await using var service = await RunningService.StartAsync(options => options with { PublicUrl = site, Proxies = ["127.0.0.1"] });
        using var nginx = await Nginx.StartAsync(port, $$"""
            location = /search { return 308 /search/$is_args$args; }
            location /search/ {
              proxy_pass {{service.Address}}{{slashThatTakesThePathOff}};
              proxy_set_header Host $host;
              proxy_set_header X-Forwarded-For $remote_addr;
              proxy_set_header X-Forwarded-Proto $scheme;
            }
            """);
        await using var window = await browser.NewWindowAsync();
        var open = new OpenPage(window, await window.NewPageAsync());

        var visited = await WalkAsync(open.Page, site);

        Assert.InRange(visited.Count, 20, MostPages);
        Assert.Contains($"{site}/docs/index.html", visited);
        Assert.Equal("", string.Join("\n", open.Console));
    }

    [Fact(Skip = "There is no nginx here: apt-get install nginx-light.", SkipUnless = nameof(IsThere))]
    public async Task The_box_on_the_blog_finds_a_talk_through_the_path()
    {
        var port = Nginx.FreePort();
        var site = $"http://127.0.0.1:{port}/search";
        await using var service = await RunningService.StartAsync(options => options with { PublicUrl = site });
        using var nginx = await Nginx.StartAsync(port, $$"""
            location /search/ { proxy_pass {{service.Address}}; }
            location = /post { default_type text/html; return 200 '<!doctype html><html lang="en"><title>x</title><script type="module" src="{{site}}/search-box.js"></script><search-notes endpoint="{{site}}" mode="inline"></search-notes>'; }
            """);
        await using var window = await browser.NewWindowAsync();
        var page = await window.NewPageAsync();

        await page.GotoAsync($"http://127.0.0.1:{port}/post");
        await page.Locator("search-notes input[name=q]").FillAsync("queues");

        await Assertions.Expect(page.Locator("search-notes").GetByText("Queues that forgive").First).ToBeVisibleAsync();
    }

    /// <summary>Visits every page that a link below the site leads to. Addresses of a search are visited without their filters.</summary>
    private static async Task<HashSet<string>> WalkAsync(IPage page, string site)
    {
        HashSet<string> visited = [];
        var open = new Queue<string>([site]);
        while (open.TryDequeue(out var address) && visited.Count < MostPages)
        {
            if (!visited.Add(address))
                continue;
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Ok, $"{address}: {answer.Status}"); // An address without a fragment is answered.
            Assert.StartsWith($"{site}/", answer.Url, StringComparison.Ordinal);
            visited.Add(answer.Url);
            var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href], link[href]')].map(a => a.href)");
            foreach (var link in links.Where(link => link.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)))
            {
                Assert.StartsWith($"{site}/", link, StringComparison.Ordinal);
                var target = link.Split('#', '?')[0];
                // The browser saves feeds and descriptions instead of showing them.
                if (Path.GetExtension(target) is not ".atom" and not ".xml" and not ".yaml")
                    open.Enqueue(target);
            }
        }

        return visited;
    }
}
