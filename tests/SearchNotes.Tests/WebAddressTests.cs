using Xunit;

namespace SearchNotes.Tests;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://ada.example/")]
    [InlineData("http://ada.example:8080/~ada?x=1#top")]
    [InlineData("HTTPS://ada.example")]
    public void What_is_of_the_web_stays_as_it_is(string address) => Assert.Equal(address, WebAddress.Of(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)//https://ada.example")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:ada@ada.example")]
    [InlineData("ms-settings:privacy")]
    [InlineData("//ada.example/")]
    [InlineData("/ada")]
    [InlineData("ada.example")]
    public void Everything_else_is_no_address(string? address) => Assert.Null(WebAddress.Of(address));

    [Theory]
    [InlineData("https://ada.example/x", "https://ada.example/x")]
    [InlineData("/notes/", "https://blog.example/notes/")]
    [InlineData("more", "https://blog.example/2020/more")]
    [InlineData("../about/#me", "https://blog.example/about/#me")]
    [InlineData("#top", "https://blog.example/2020/talks#top")]
    [InlineData("//ada.example/x", "https://ada.example/x")]
    public void A_link_of_a_page_leads_to(string target, string address) =>
        Assert.Equal(address, WebAddress.Resolve(target, "https://blog.example/2020/talks"));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("mailto:ada@ada.example")]
    [InlineData("{{ site.url }}/x")]
    [InlineData("{% post_url 2020-01-01-x %}")]
    [InlineData("other-post.md")]
    [InlineData("../other.mdx#part")]
    [InlineData("https://ada.example/\" onmouseover=\"x")]
    public void A_link_that_no_page_is_known_for_leads_nowhere(string target) =>
        Assert.Null(WebAddress.Resolve(target, "https://blog.example/2020/talks"));

    [Fact]
    public void A_relative_link_of_an_unknown_page_leads_nowhere() => Assert.Null(WebAddress.Resolve("/notes/", null));
}
