using System.Text.Json.Nodes;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>Where hits lead whose talk has no page on the blog.</summary>
public sealed class OwnPageTests
{
    private static readonly (string Path, string Text)[] Posts =
    [
        // The names of folders for these ids are not the ids.
        ($"2020-01-02-{new string('q', 130)}.md", "# Ada Moth on Queues that wait\n\nA queue is a promise.\n"),
        ("Größe+1 C#.md", "# Bo Reed on Queues that grow\n\nA queue has a size.\n"),
        ("plain.md", "# Ines Falk on Queues\n\nA queue is a line.\n"),
    ];

    public static bool HasNode => NodeEngine.Exists;

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task A_hit_leads_to_the_page_of_its_talk_whatever_its_id()
    {
        await using var site = PublishedSite.Of(Posts);

        var hits = await HitsAsync(site);

        Assert.Equal(3, hits.Count);
        Assert.All(hits, hit => Assert.Contains($"<h1 dir=\"auto\">{hit["topic"]}</h1>", File.ReadAllText(
            Path.Combine(new Uri(hit["page"]!.ToString()).LocalPath, "index.html")), StringComparison.Ordinal));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Without_pages_of_talks_a_hit_leads_to_a_search_for_its_topic()
    {
        await using var site = PublishedSite.Of(Posts, "--without", "talks");

        var hits = await HitsAsync(site);

        Assert.Equal(3, hits.Count);
        Assert.All(hits, hit => Assert.EndsWith($"/?q={Uri.EscapeDataString(hit["topic"]!.ToString())}", hit["page"]!.ToString(),
            StringComparison.Ordinal));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task A_hit_with_a_page_on_the_blog_leads_there()
    {
        await using var site = PublishedSite.Of([("_config.yml", "url: https://blog.example\npermalink: /:title/\n"),
            ("_posts/2020-01-02-wait.md", Posts[0].Text)]);

        var hit = Assert.Single(await HitsAsync(site));

        Assert.StartsWith("https://blog.example/wait/", hit["url"]!.ToString(), StringComparison.Ordinal);
        Assert.Null(hit["page"]);
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task What_the_blog_recommends_is_in_the_answer()
    {
        await using var site = PublishedSite.Of([.. Posts, ("searchnotes.json",
            """{ "best_bets": { "Où commencer": ["plain.ines-falk", "Our rules </conduct/>", "gone.talk"] } }""")]);

        var answers = await NodeEngine.AskAsync(site.Out, "search", [new { q = "ou COMMENCER" }, new { q = "commencer" }, new { q = "ou commencer", page = 2 }]);

        var bets = answers[0].Answer!["best_bets"]!.AsArray();
        Assert.Equal(["Queues", "Our rules"], bets.Select(bet => (string?)bet!["title"]));
        Assert.EndsWith("/talks/plain.ines-falk/", (string?)bets[0]!["url"], StringComparison.Ordinal);
        Assert.Equal("/conduct/", (string?)bets[1]!["url"]);
        Assert.All(answers.Skip(1), answer => Assert.Empty(answer.Answer!["best_bets"]!.AsArray()));
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task A_best_bet_follows_the_id_that_a_talk_had_before_where_builds_keep_their_index()
    {
        const string Talk = "# Ada Quill on Moss\n\nMoss grows on stones.\n";
        await using var site = PublishedSite.Of([("moss.md", $"---\ntalks: headings\n---\n\n{Talk}"),
            ("searchnotes.json", """{ "best_bets": { "start": ["moss.ada-quill"] } }""")], "--index", "kept");
        site.Folder.Write("corpus/moss.md", $"---\ntitle: Moss\ntalks: one\nspeaker: Bo Reed\n---\n\n{Talk}");
        site.Export("--index", "kept");

        var answer = Assert.Single(await NodeEngine.AskAsync(site.Out, "search", [new { q = "start" }]));

        var bet = Assert.Single(answer.Answer!["best_bets"]!.AsArray());
        Assert.EndsWith("/talks/moss.bo-reed/", (string?)bet!["url"], StringComparison.Ordinal);
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task An_event_is_found_by_its_alias_in_a_field()
    {
        await using var site = PublishedSite.Of([.. Posts, ("events.yaml", "- name: Northern Lights Conference\n  aliases: [NoLiCo]\n"),
            ("north.md", "---\nevent: Northern Lights Conference 2019\n---\n\n# Cy Doe on Trees\n\nTrees.\n")]);

        var answer = Assert.Single(await NodeEngine.AskAsync(site.Out, "search", [new { q = "event:nolico" }]));

        Assert.Equal("Trees", (string?)Assert.Single(answer.Answer!["hits"]!.AsArray())!["topic"]);
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task A_name_leads_to_its_page_whatever_its_letters_or_to_a_search()
    {
        (string, string)[] posts = [("a.md", "# Ångström Élan on Light\n\nLight.\n"), ("b.md", "# Seán O'Neil on Dark\n\nDark.\n")];
        await using var site = PublishedSite.Of(posts);
        await using var without = PublishedSite.Of(posts, "--without", "speakers");
        object[] questions = [new { q = "Ångström Élan" }, new { q = "sean o'neil" }];

        var pages = (await NodeEngine.AskAsync(site.Out, "search", questions)).Select(PageOfName);
        var searches = (await NodeEngine.AskAsync(without.Out, "search", questions)).Select(PageOfName);

        Assert.All(pages, page => Assert.True(File.Exists(Path.Combine(new Uri(page).LocalPath, "index.html")), page));
        Assert.All(searches, page => Assert.Contains("/search/?q=speaker%3A%22", page, StringComparison.Ordinal));
    }

    private static string PageOfName(NodeAnswer answer) => (string)Assert.Single(answer.Answer!["names"]!.AsArray())!["page"]!;

    private static async Task<IReadOnlyList<JsonNode>> HitsAsync(PublishedSite site)
    {
        var answer = Assert.Single(await NodeEngine.AskAsync(site.Out, "search", [new { q = "queue", facets = false, per_page = 6 }]));
        return [.. answer.Answer!["hits"]!.AsArray().Select(hit => hit!)];
    }
}
