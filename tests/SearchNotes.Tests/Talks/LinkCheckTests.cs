using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class LinkCheckTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    public LinkCheckTests()
    {
        Directory.CreateDirectory(Path.Combine(root, "2019", "img"));
        File.WriteAllText(Path.Combine(root, "2019", "plan.md"), "x");
        File.WriteAllText(Path.Combine(root, "2019", "img", "my room.png"), "x");
    }

    [Theory]
    [InlineData("[x](http:/a.example)", "The link \"http:/a.example\" is no address: it must begin with https://.")]
    [InlineData("[x](https//a.example)", "The link \"https//a.example\" is no address: it must begin with https://.")]
    [InlineData("[x](htts://a.example)", "The link \"htts://a.example\" is no address: htts is not https.")]
    [InlineData("[x](https://https://a.example)", "The link \"https://https://a.example\" begins with https:// twice.")]
    [InlineData("[x](https:///slides)", "The link \"https:///slides\" names no site.")]
    [InlineData("[x](http://localhost:4000/2019/)", "The link \"http://localhost:4000/2019/\" leads to the computer of whoever reads it.")]
    [InlineData("[x](www.a.example)", "The link \"www.a.example\" lacks https:// in front and leads to a page of the blog.")]
    [InlineData("[x](http://a.example/y z and so on", "The link \"http://a.example/y\" is not closed, so its text is shown without it.")]
    [InlineData("See [the slides][slides].", "The link \"[slides]\" has no address: the post defines no [slides].")]
    [InlineData("[x](other.md)", "The link \"other.md\" leads to a file that is not there.")]
    [InlineData("![x](img/room.png)", "The link \"img/room.png\" leads to a file that is not there.")]
    [InlineData("[x](#questions)", "The link \"#questions\" leads to no heading of this page.")]
    public void A_link_that_leads_nowhere_is_told_with_its_line(string markdown, string expected)
    {
        var warning = Assert.Single(Check($"# Beans\n\nText that\ngoes on {markdown}\n"));

        Assert.Equal((4, expected), (warning.Line, warning.Message));
    }

    [Theory]
    [InlineData("[x](https://a.example/ \"A title\") (2019)")]
    [InlineData("[x](<https://a.example/a b>)")]
    [InlineData("[x](https://en.a.example/wiki/X_(Y))")]
    [InlineData("[![](https://a.example/a.png)](/b)")]
    [InlineData("[x](ftp://a.example) [x](mailto:ada@a.example) [x](httpd.html)")]
    [InlineData("[x](plan.md#beans) [x](../2019/plan.md) [x](/about/) [x](?page=2)")]
    [InlineData("[x](../../etc/secret.md)")]
    [InlineData("![x](img/my%20room.png) ![x](pictures/kept-elsewhere.png)")]
    [InlineData("[x]({{ site.url }}/x.md) [x]({% post_url 2019-01-01-x %})")]
    [InlineData("[x](#beans) [x](#own) <a id=\"own\"></a> [x](#top)")]
    [InlineData("See [the slides][slides].\n\n[slides]: https://a.example/")]
    [InlineData("`[x](http://a.example and more` and `m[i][j]`, m[i][j]")]
    [InlineData("x\n\n```\n[x](http:/a.example)\n[x](http://open\n```\n")]
    public void A_link_that_may_lead_somewhere_is_left_alone(string markdown) =>
        Assert.Empty(Check($"# Beans\n\n{markdown}\n"));

    public void Dispose() => Directory.Delete(root, recursive: true);

    private IReadOnlyList<Warning> Check(string text)
    {
        var post = new Post { Path = "2019/day-one.md", Id = "day-one", Title = "PyCon 2019", Text = text, Anchors = AnchorStyle.GitHub };
        return LinkCheck.Find(TalkSplitter.Split(post, SpeakerAliases.None), root);
    }
}
