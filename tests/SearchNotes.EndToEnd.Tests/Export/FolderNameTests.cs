using System.Text;
using SearchNotes.Export.Pages;
using Xunit;

namespace SearchNotes.Tests.Export;

public sealed class FolderNameTests
{
    [Theory]
    [InlineData("ada-quill", "ada-quill")]
    [InlineData("2013-07-07-day-two.ada-quill", "2013-07-07-day-two.ada-quill")]
    [InlineData("日本語", "日本語")]
    [InlineData("c#", "c=23")]
    [InlineData("ci/cd", "ci=2fcd")]
    [InlineData("node.js", "node.js")]
    [InlineData(".net", "=2enet")]
    [InlineData("..", "=2e=2e")]
    [InlineData("e\u0301", "e=cc=81")]
    [InlineData("A=b", "=41=3db")]
    [InlineData("aux", "=61ux")]
    [InlineData("con.ada", "=63on.ada")]
    [InlineData("index.html", "=69ndex.html")]
    public void A_key_becomes_a_name_that_every_file_system_takes(string key, string name) => Assert.Equal(name, FolderName.Of(key));

    [Fact]
    public void A_long_key_is_cut_and_stays_different_from_others()
    {
        string[] keys = [new('x', 400), new('x', 401), new('語', 200), new('語', 201)];
        var names = keys.Select(FolderName.Of).ToArray();

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 120));
    }
}
