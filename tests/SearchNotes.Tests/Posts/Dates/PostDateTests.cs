using System.Globalization;
using SearchNotes.Posts;
using SearchNotes.Posts.Dates;
using Xunit;

namespace SearchNotes.Tests.Posts.Dates;

public sealed class PostDateTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2016-10-07", "2016-10-07")]
    [InlineData("2014-11-15T20:55", "2014-11-15")]
    [InlineData("2015-02-02T22:28:05+01:00", "2015-02-02")]
    [InlineData("2011-11-18 15:07:00 +0900", "2011-11-18")]
    [InlineData("2013/7/7", "2013-07-07")]
    [InlineData("2013.07.07.", "2013-07-07")]
    [InlineData("20130707", "2013-07-07")]
    [InlineData("20130707101500", "2013-07-07")]
    [InlineData("7.7.2013", "2013-07-07")]
    [InlineData("25/12/2013", "2013-12-25")]
    [InlineData("12/25/2013", "2013-12-25")]
    [InlineData("7 July 2013", "2013-07-07")]
    [InlineData("July 7th, 2013", "2013-07-07")]
    [InlineData("Sun Jul  7 10:00:00 2013", "2013-07-07")]
    [InlineData("Sunday, 7 July 2013 10:00", "2013-07-07")]
    [InlineData("7 août 2013", "2013-08-07")]
    [InlineData("7. März 2013", "2013-03-07")]
    [InlineData("2013年7月7日", "2013-07-07")]
    [InlineData("2013 July 7", "2013-07-07")]
    [InlineData("1373155200", "2013-07-07")]
    [InlineData("2013-13-01", null)]
    [InlineData("2013-02-30", null)]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("soon", null)]
    [InlineData("{{ date }}", null)]
    [InlineData("2013", null)]
    [InlineData("", null)]
    public void Dates_come_in_many_shapes(string text, string? expected)
    {
        var date = PostDate.Read(text);

        Assert.Equal(expected, date.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Null(date.Doubt);
    }

    [Theory]
    [InlineData("07/08/2013", "2013-07-08")]
    [InlineData("2013-07", "2013-07-01")]
    [InlineData("July 2013", "2013-07-01")]
    public void A_date_that_leaves_a_doubt_says_so(string text, string expected)
    {
        var date = PostDate.Read(text);

        Assert.Equal(expected, date.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.NotNull(date.Doubt);
    }

    [Theory]
    [InlineData("2013-07-07-name.md", "2013-07-07")]
    [InlineData("20130707-name.md", "2013-07-07")]
    [InlineData("2013_07_07 name.md", "2013-07-07")]
    [InlineData("name 2013-07-07.md", "2013-07-07")]
    [InlineData("2012-04-23/2-apis.md", "2012-04-23")]
    [InlineData("2012-04-23-faves/index.md", "2012-04-23")]
    [InlineData("posts/2012/04/23/apis.md", "2012-04-23")]
    [InlineData("2012/09/name.md", "2012-09-01")]
    [InlineData("2012/2013-07-07-name.md", "2013-07-07")]
    [InlineData("2012/name.md", null)]
    [InlineData("201307071-name.md", null)]
    [InlineData("name.md", null)]
    public void A_path_tells_the_date_when_the_front_matter_does_not(string path, string? expected)
    {
        _folder.With(path);

        Assert.Equal(expected, _folder.Read().Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("name.md", "date \"2013-13-01\" is not a date; the post is indexed without one.")]
    [InlineData("2013-07-07-name.md", "date \"2013-13-01\" is not a date; the post takes the one in its path.")]
    public void An_impossible_date_is_warned_of_with_its_line(string path, string message)
    {
        _folder.With(path, "---", "title: T", "date: 2013-13-01", "---", "Text.");

        Assert.Equal(new Warning(3, message), Assert.Single(_folder.Read().Warnings));
    }
}
