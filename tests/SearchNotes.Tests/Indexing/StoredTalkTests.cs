using Xunit;

namespace SearchNotes.Tests.Indexing;

public sealed class StoredTalkTests
{
    [Theory]
    [InlineData("2017-02-03", null, null, "2017-02-03", "2017-02-03")]
    [InlineData("2017-02-03", null, 2017, "2017-02-03", "2017-02-03")]
    [InlineData("2017-02-03", null, 2013, "2013-01-01", "2013")]
    [InlineData("2017-02-03", "2013-07-06", 2013, "2013-07-06", "2013-07-06")]
    [InlineData(null, null, 2013, "2013-01-01", "2013")]
    [InlineData(null, null, null, null, null)]
    public void The_event_decides_which_day_counts_and_which_date_is_shown(
        string? post, string? day, int? year, string? counted, string? shown)
    {
        var talk = SampleIndex.Talk("Clocks") with { Date = Day(post), EventDate = Day(day), EventYear = year };

        Assert.Equal(Day(counted), talk.Day);
        Assert.Equal(shown, talk.ShownDate);
        Assert.Equal(shown is { Length: > 4 } ? Day(shown) : null, talk.ShownDay);
    }

    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
}
