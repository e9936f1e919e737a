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
}
