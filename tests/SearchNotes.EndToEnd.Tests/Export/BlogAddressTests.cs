using SearchNotes.Export.Pages;
using Xunit;

namespace SearchNotes.Tests.Export;

public sealed class BlogAddressTests
{
    [Theory]
    [InlineData("https://blog.example/2013/x/#y")]
    [InlineData("/2013/x/#y")]
    [InlineData("/")]
    public void An_address_of_the_web_and_a_path_of_the_site_are_followed(string address) => Assert.Equal(address, BlogAddress.Of(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2013/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("/\n/evil.example/")]
    [InlineData("\\\\evil.example/")]
    public void What_a_browser_takes_for_something_else_is_not_a_link(string? address) => Assert.Null(BlogAddress.Of(address));
}
