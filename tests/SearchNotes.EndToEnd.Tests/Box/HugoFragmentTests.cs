using System.Text.Json.Nodes;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>Links to words lead to the talk that was meant, on a page that Hugo built, in a browser.</summary>
public sealed class HugoFragmentTests(Browser browser)
{
    private const string Post = """
        ---
        title: X Conf 2022
        date: 2022-02-02
        tags: [conference]
        ---

        Parking here is hard, and it's "free".

        # Ada Muster on Wombats

        Wombats are **hard** to count -- they dig... and dig. See `dig_all()`.

        # Bo Beispiel on Caches

        He said that "invalidation" is hard, and it's true: [names](https://example.org) are hard too.

        - Wombats cache the grass
        - Quokkas smile

        # Cy Young on Queues

        Queues wait, they said; a queue of wombats would dig.

        ```python
        queue.put(wombat)
        ```

        """;

    /// <summary>The heading above the middle of the window.</summary>
    private const string HeadingInView = """
        () => [...document.querySelectorAll('h1')].filter(h => h.getBoundingClientRect().top < innerHeight / 2).at(-1)?.textContent ?? ''
        """;

    public static bool HasHugo => HugoSite.Program is not null;

    [Theory(Skip = HugoSite.Missing, SkipUnless = nameof(HasHugo))]
    [InlineData("invalidation", "Bo Beispiel on Caches")]
    [InlineData("names", "Bo Beispiel on Caches")]
    [InlineData("quokkas", "Bo Beispiel on Caches")]
    [InlineData("\"cache the grass\"", "Bo Beispiel on Caches")]
    [InlineData("dig_all", "Ada Muster on Wombats")]
    [InlineData("count", "Ada Muster on Wombats")]
    [InlineData("wait", "Cy Young on Queues")]
    [InlineData("\"queue of wombats\"", "Cy Young on Queues")]
    [InlineData("queue.put", "Cy Young on Queues")]
    public async Task A_link_to_words_leads_to_the_talk_that_was_meant(string query, string heading)
    {
        await using var site = await HugoSite.BuildAsync(Post);
        var index = Path.Combine(site.Root, "index");
        var indexed = await CliProcess.Run(site.Root, "reindex", "--corpus", ".", "--index", index);
        var found = await CliProcess.Run(site.Root, "search", "--json", "--corpus", ".", "--index", index, "--", query);
        var hit = JsonNode.Parse(found.Out)!["hits"]![0]!;
        var link = (string)hit["matches"]![0]!["text_fragment_url"]!;
        await using var window = await browser.NewWindowAsync(new() { ViewportSize = new() { Width = 960, Height = 800 } });
        var page = await window.NewPageAsync();

        await page.GotoAsync(site.Address + link);
        await page.WaitForFunctionAsync("() => scrollY > 0");

        Assert.Equal(0, indexed.Code);
        Assert.StartsWith("/posts/day/#", link, StringComparison.Ordinal);
        Assert.Equal(heading, await page.EvaluateAsync<string>(HeadingInView));
    }
}
