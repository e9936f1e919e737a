using SearchNotes.Api.Pages;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onclick='alert(1)")]
    [InlineData("</title><svg/onload=alert(1)>")]
    [InlineData("&lt;b&gt;")]
    public void Text_never_becomes_markup(string hostile)
    {
        Html page = $"""<p title="{hostile}">{hostile}</p>""";

        var inside = page.ToString()["<p title=\"".Length..^"</p>".Length];
        Assert.DoesNotContain('<', inside);
        Assert.Equal(1, inside.Count(character => character == '>'));
        Assert.Equal(1, inside.Count(character => character == '"'));
        Assert.DoesNotContain('\'', inside);
    }

    [Fact]
    public void Pieces_go_into_pieces_as_they_are()
    {
        string[] names = ["a", "<b>"];

        Html list = $"<ul>{Html.Each(names, name => $"<li>{name}</li>")}</ul>{Html.If(false, $"<hr>")}";

        Assert.Equal("<ul><li>a</li><li>&lt;b&gt;</li></ul>", list.ToString());
    }

    [Fact]
    public void Letters_of_all_scripts_stay_readable()
    {
        Html text = $"{"Grüße, Ærøskøbing, 東京, עברית"}";

        Assert.Equal("Grüße, Ærøskøbing, 東京, עברית", text.ToString());
    }

    [Fact]
    public void Json_cannot_end_the_script_that_it_stands_in()
    {
        var json = new System.Text.Json.Nodes.JsonObject { ["name"] = "</script><script>alert(1)</script>&<!--" };

        var text = Html.OfJson(json).ToString();

        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain('&', text);
    }
}
