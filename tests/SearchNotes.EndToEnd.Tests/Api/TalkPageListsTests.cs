using SearchNotes.Api.Pages;
using SearchNotes.Highlighting;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>The page and the JSON of a talk keep lists and links.</summary>
public sealed class TalkPageListsTests
{
    [Fact]
    public async Task They_reach_readers_and_programs()
    {
        await using var service = await RunningService.StartAsync();
        service.Write("2021-03-04-ropes.md", "# Kites without tails - Nell Moth\n\nThey need\n\n1. a string, see [notes](https://a.example/notes/)\n2. wind, and "
            + "[code](javascript:alert(1))\n\n# Knots that hold - Jon Ash\n\nA knot holds.\n\n# Sails - Mia Hill\n\nSails turn.\n");
        service.Reindex();
        const string address = "/talks/2021-03-04-ropes.nell-moth";
        await service.UntilAsync(async () => (await service.GetAsync(address)).IsSuccessStatusCode);

        var page = await service.PageAsync(address);
        var json = await service.JsonAsync("/api" + address);

        Assert.Matches("""(?s)<ol><li><p[^>]*>a string, see <a href="https://a\.example/notes/" rel="noopener">notes</a></p></li>""", page);
        Assert.DoesNotContain("javascript", page, StringComparison.Ordinal);
        var item = json.GetProperty("passages")[1];
        Assert.Equal((1, "1."), (item.GetProperty("list_depth").GetInt32(), item.GetProperty("list_marker").GetString()));
        Assert.Equal("https://a.example/notes/", item.GetProperty("links")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void A_list_in_a_list_stays_one_with_its_links_and_code() => Assert.Equal(
        "<ul><li><p>Kites need <a href=\"https://a.example/s\" rel=\"noopener\">a <code>string</code></a></p>"
        + "<ol><li><p>flat ones</p><p>even without tails</p></li></ol></li><li><p>third</p></li></ul>",
        Body(TalkWithLists.Stored.Talk));

    [Fact]
    public void A_number_begins_where_the_post_begins() => Assert.Equal(
        "<ol start=\"3\"><li><p>three</p></li><li><p>four</p></li></ol><ul><li><p>bullet</p></li></ul><p>after</p>",
        Body(Of((1, "3.", "three"), (1, "4.", "four"), (1, "-", "bullet"), (0, null, "after"))));

    [Fact]
    public void An_item_may_begin_with_a_list_or_go_on_after_one() => Assert.Equal(
        "<ul><li><ul><li><p>deep</p></li></ul><p>on</p></li></ul>",
        Body(Of((2, "-", "deep"), (1, null, "on"))));

    [Fact]
    public void Words_that_are_flagged_are_flagged_in_links_and_code()
    {
        var passage = TalkWithLists.Stored.Talk.Passages[0];
        var runs = new Run[] { new("Kites ", false), new("need a str", true), new("ing", false) };

        var html = new PassageText(passage, passage.Links, runs).Html.ToString();

        Assert.Equal("Kites <mark>need </mark><a href=\"https://a.example/s\" rel=\"noopener\"><mark>a </mark><code dir=\"ltr\"><mark>str</mark>ing</code></a>", html);
    }

    private static Talk Of(params (int Depth, string? Marker, string Text)[] passages) => TalkWithLists.Stored.Talk with
    {
        Passages = [.. passages.Select(p => new Passage
        {
            Kind = PassageKind.Prose,
            Text = p.Text,
            FirstLine = 1,
            LastLine = 1,
            ListDepth = p.Depth,
            ListMarker = p.Marker,
        })],
    };

    private static string Body(Talk talk) => PassageBlocks.Of(talk.Passages.Select(passage => new PassageBlock(
        passage, $"<p>{new PassageText(passage, TalkWithLists.Stored.LinksOf(passage), []).Html}</p>"))).ToString()
        .Replace(" dir=\"ltr\"", "", StringComparison.Ordinal);
}
