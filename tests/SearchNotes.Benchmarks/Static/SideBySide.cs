using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Playwright;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Table;
using SearchNotes.Export;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Static;

/// <summary>Takes pictures of the box, of Pagefind's component and of DocSearch's modal in the same states, over the sample posts.</summary>
/// <remarks>DocSearch asks a service of Algolia, which is not there: its answers come from a search for the words in the pages' titles
/// and texts. So its looks can be compared, but not its ranking.</remarks>
internal static class SideBySide
{
    /// <summary>The states: name, what is typed, and the width of the window.</summary>
    private static readonly (string Name, string Typed, int Width)[] States =
        [("empty", "", 1000), ("typing", "que", 1000), ("results", "queue", 1000), ("nothing", "xyzzyqux", 1000), ("phone", "queue", 380)];

    private sealed record Peer(string Name, string Page, string Opener);

    private static readonly Peer[] Peers =
    [
        new("SearchNotes", """
            <search-notes index="/search/"></search-notes>
            <script type="module" src="/search/search-box.js"></script>
            """, "search-notes .open"),
        new("Pagefind", """
            <link rel="stylesheet" href="/pagefind/pagefind-component-ui.css"><script type="module" src="/pagefind/pagefind-component-ui.js"></script>
            <pagefind-modal-trigger></pagefind-modal-trigger><pagefind-modal></pagefind-modal>
            """, "pagefind-modal-trigger"),
        new("DocSearch", """
            <link rel="stylesheet" href="/docsearch/style.css"><div id="docsearch"></div><script src="/docsearch/index.js"></script>
            <script type="module">
            const talks = await (await fetch('/talks.json')).json();
            const plain = text => text.replace(/[<&]/g, sign => ({ '<': '&lt;', '&': '&amp;' })[sign]);
            const flagged = (text, query) => plain(text).replaceAll(new RegExp(query.replace(/\W/g, '.'), 'gi'), '<mark>$&</mark>');
            const around = (text, query) => text.slice(Math.max(0, text.toLowerCase().indexOf(query) - 40)).slice(0, 120);
            const hitOf = ({ id, title, event, text }, query) => {
              const hierarchy = { lvl0: event || 'Talks', lvl1: title };
              const content = around(text, query);
              return {
                objectID: id, url: `/${id}.html`, type: 'lvl1', hierarchy, content,
                _highlightResult: { hierarchy: { lvl0: { value: plain(hierarchy.lvl0) }, lvl1: { value: flagged(title, query) } } },
                _snippetResult: { hierarchy: { lvl0: { value: plain(hierarchy.lvl0) }, lvl1: { value: flagged(title, query) } }, content: { value: flagged(content, query) } },
              };
            };
            window.docsearch({
              container: '#docsearch', appId: 'A', apiKey: 'k', indices: [{ name: 'talks' }],
              transformSearchClient: client => ({ ...client, search: async ({ requests: [{ query }] }) => {
                const found = talks.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(query.toLowerCase()))
                  .map(talk => hitOf(talk, query.toLowerCase()));
                return { results: [{ hits: found.slice(0, 20), nbHits: found.length, query, params: '', page: 0, nbPages: 1, processingTimeMS: 1 }] };
              } }),
            });
            </script>
            """, ".DocSearch-Button"),
    ];

    /// <summary>Runs it. The pictures and a page that shows them side by side lie in <c>artifacts/side-by-side</c>.</summary>
    /// <param name="modules">A <c>node_modules</c> with <c>pagefind</c>, <c>@docsearch/js</c> and <c>@docsearch/css</c>.</param>
    public static async Task<int> RunAsync(string modules)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "side-by-side");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var site = Directory.CreateDirectory(Path.Combine(folder, "site")).FullName;
        Tell("building the sites");
        Build(site, Path.Combine(folder, "index"), modules);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SEARCHNOTES_BROWSER") ?? "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu"],
        });
        await using var server = await ThrottledServer.StartAsync(site, isSlow: false);
        foreach (var peer in Peers)
        {
            foreach (var state in States)
            {
                Tell($"{peer.Name}: {state.Name}");
                var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = state.Width, Height = 760 } });
                await page.GotoAsync($"{server.Address}/{peer.Name}.html", new() { WaitUntil = WaitUntilState.NetworkIdle });
                await page.Locator(peer.Opener).First.ClickAsync();
                await page.WaitForTimeoutAsync(500);
                await page.Keyboard.TypeAsync(state.Typed);
                await page.WaitForTimeoutAsync(2_000);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{state.Name}-{peer.Name}.png") });
                await page.CloseAsync();
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "<!doctype html><title>Side by side</title>" + string.Concat(
            States.Select(state => $"<h2>{state.Name}</h2>" + string.Concat(
                Peers.Select(peer => $"<img width=\"32%\" alt=\"{peer.Name}\" src=\"{state.Name}-{peer.Name}.png\">")))));
        Console.WriteLine(Path.Combine(folder, "index.html"));
        return 0;
    }

    private static void Build(string site, string index, string modules)
    {
        var corpus = new Corpus(new CorpusOptions { Root = Path.Combine(Repository.Root, "corpus") });
        new Reindexer(corpus, index, TimeProvider.System).Run();
        using var searcher = TalkSearcher.Open(index);
        Exporter.Run(new ExportOptions { Out = Path.Combine(site, "search") }, searcher);
        var talks = corpus.List().SelectMany(file => searcher.DocumentsOfPost(file.Id)).ToArray();
        Pages.Write(site, talks.Select(stored => new PreparedTalk(stored.Talk.Id, stored.Talk.Topic,
            [.. stored.Talk.Speakers.Select(speaker => speaker.Name)], stored.Tags, TextOf(stored))));
        File.WriteAllText(Path.Combine(site, "talks.json"), JsonSerializer.Serialize(talks.Select(stored =>
            new { id = stored.Talk.Id, title = stored.Talk.Topic, @event = stored.EventTitle, text = TextOf(stored) })));
        Child.Run(Path.Combine(modules, ".bin", "pagefind"), site, "--site", site);
        var docsearch = Directory.CreateDirectory(Path.Combine(site, "docsearch")).FullName;
        File.Copy(Path.Combine(modules, "@docsearch", "js", "dist", "umd", "index.js"), Path.Combine(docsearch, "index.js"));
        File.Copy(Path.Combine(modules, "@docsearch", "css", "dist", "style.css"), Path.Combine(docsearch, "style.css"));
        foreach (var peer in Peers)
        {
            File.WriteAllText(Path.Combine(site, $"{peer.Name}.html"), $$"""
                <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>{{HtmlEncoder.Default.Encode(peer.Name)}}</title>
                <style>body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 Georgia, serif; color: #222; background: #fff }</style>
                {{peer.Page}}
                <h1>Notes from conferences</h1><p>A page of a blog, with its search in the header.</p></html>
                """);
        }
    }

    private static void Tell(string step) => Console.Error.WriteLine(step);

    private static string TextOf(StoredTalk stored) => string.Join("\n\n", stored.Talk.Passages.Select(passage => passage.Text));
}
