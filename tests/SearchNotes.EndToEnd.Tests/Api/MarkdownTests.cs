using SearchNotes.Api.Talks;
using SearchNotes.Indexing;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class MarkdownTests(SharedService shared) : IClassFixture<SharedService>
{
    [Fact]
    public async Task A_talk_is_Markdown_with_its_facts_sections_and_code()
    {
        using var answer = await shared.Service.GetAsync("/talks/2013-07-07-notes-conf-day-two.boris-lang/notes.md");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/markdown; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("# Queues that forgive\n\n- Speaker: Boris Lang\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- Source: 2013-07-07-notes-conf-day-two.md, lines ", text, StringComparison.Ordinal);
        Assert.Contains("\n## Retrying\n", text, StringComparison.Ordinal);
        Assert.Contains("Call `q.enqueue` with a deadline.", text, StringComparison.Ordinal);
        Assert.Contains("q.enqueue(resize, image, retry=3)\n```\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contents_for_language_models_lead_to_the_talks()
    {
        using var answer = await shared.Service.GetAsync("/llms.txt");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Contains($"[Queues that forgive]({shared.Service.Address}/talks/2013-07-07-notes-conf-day-two.boris-lang/notes.md): Boris Lang, ",
            text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# not a heading", "\\# not a heading")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("<script>alert(1)</script>", "\\<script>alert(1)\\</script>")]
    [InlineData("[x](javascript:alert(1)) *a* _b_ `c`", "\\[x\\](javascript:alert(1)) \\*a\\* \\_b\\_ \\`c\\`")]
    [InlineData("a\u001b[31mb\u202Ec", "a\uFFFD\\[31mb\uFFFDc")]
    public void Text_of_a_post_stays_text(string text, string markdown)
    {
        var talk = new Talk
        {
            Id = "post.talk",
            Kind = TalkKind.Talk,
            Topic = "Topic",
            Lines = [new LineRange(1, 2)],
            Passages = [new Passage { Kind = PassageKind.Prose, Text = text, FirstLine = 1, LastLine = 1, Section = -1 }],
        };

        var written = TalkMarkdown.Of(new StoredTalk { Talk = talk, Path = "post.md", PostId = "post", PostTitle = "Post" });

        Assert.EndsWith($"\n\n{markdown}\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_links_of_a_post_stay_lists_and_links()
    {
        Assert.EndsWith("""
            -   Kites need [a `string`](<https://a.example/s>)

                1.  flat ones

                    even without tails

            -   third

            """.ReplaceLineEndings("\n"), TalkMarkdown.Of(TalkWithLists.Stored), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fence_is_longer_than_any_in_the_code()
    {
        var talk = new Talk
        {
            Id = "post.talk",
            Kind = TalkKind.Talk,
            Topic = "Topic",
            Lines = [new LineRange(1, 2)],
            Passages = [new Passage { Kind = PassageKind.Code, Text = "````\nx", FirstLine = 1, LastLine = 1, Section = -1, CodeLanguage = "md" }],
        };

        var written = TalkMarkdown.Of(new StoredTalk { Talk = talk, Path = "post.md", PostId = "post", PostTitle = "Post" });

        Assert.EndsWith("\n\n`````md\n````\nx\n`````\n", written, StringComparison.Ordinal);
    }
}
