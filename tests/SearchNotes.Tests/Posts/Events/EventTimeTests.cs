using System.Globalization;
using Xunit;

namespace SearchNotes.Tests.Posts.Events;

public sealed class EventTimeTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.md", "Harbour Conf 2013, Day One", "2017-02-03", 2013, null)]
    [InlineData("a.md", "Harbour Conf, 6 July 2013", "2017-02-03", 2013, "2013-07-06")]
    [InlineData("a.md", "Harbour Conf (July 6th, 2013)", "2017-02-03", 2013, "2013-07-06")]
    [InlineData("a.md", "Harbour Conf 2013-07-06", "2017-02-03", 2013, "2013-07-06")]
    [InlineData("harbourconf-2013/a.md", "A day of talks", "2017-02-03", 2013, null)]
    [InlineData("2013-07-06-harbour/a.md", "A day of talks", "2017-02-03", 2013, "2013-07-06")]
    [InlineData("2013-07-06-harbour/index.md", "A day of talks", "2017-02-03", 2013, "2013-07-06")]
    [InlineData("talks/2013/a.md", "Harbour Conf", "2017-02-03", 2013, null)]
    // A folder of the year of the post says when it was published, and a bare year nothing of an ordinary post.
    [InlineData("2017-02-03-harbour/a.md", "A day of talks", "2017-02-03", null, null)]
    [InlineData("2013/a.md", "A day of talks", "2017-02-03", null, null)]
    [InlineData("a.md", "The best books of 2013", "2017-02-03", null, null)]
    [InlineData("a.md", "Harbour Conf", "2017-02-03", null, null)]
    [InlineData("a.md", "ES2015 at Harbour Conf", "2017-02-03", null, null)]
    // Notes are not older than the event.
    [InlineData("a.md", "Looking forward to Harbour Conf 2018", "2017-02-03", null, null)]
    public void An_event_belongs_to_the_year_that_title_or_folder_say(string path, string title, string date, int? year, string? day)
    {
        _folder.With(path, "---", $"title: {title}", $"date: {date}", "---", "Text.");

        var post = _folder.Read();

        Assert.Equal(year, post.EventYear);
        Assert.Equal(day, post.EventDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("event_date: 2013-07-06")]
    [InlineData("talk_date: 6 July 2013")]
    [InlineData("eventDate: 2013-07-06")]
    [InlineData("event:\n  name: Harbour Conf\n  date: 2013-07-06")]
    public void The_front_matter_gives_the_day(string line)
    {
        _folder.With("a.md", "---", "title: Harbour Conf 2012", "date: 2017-02-03", line, "---", "Text.");

        var post = _folder.Read();

        Assert.Equal(new DateOnly(2013, 7, 6), post.EventDate);
        Assert.Equal(2013, post.EventYear);
    }

    [Fact]
    public void The_event_in_the_front_matter_comes_before_the_title()
    {
        _folder.With("a.md", "---", "title: Harbour Conf 2013", "event: Harbour Conf 2014", "date: 2017-02-03", "---", "Text.");

        Assert.Equal(2014, _folder.Read().EventYear);
    }
}
