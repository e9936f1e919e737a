using SearchNotes.Api.Insights;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class QueryLogTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("searchnotes-log-").FullName;
    private readonly Clock _clock = new() { Now = Start };

    [Fact]
    public void Of_what_is_typed_letter_by_letter_the_longest_counts()
    {
        var typed = new TypedQueries();
        foreach (var query in (string[])["l", "lin", "python", "linear svc", "linear s"])
            typed.Add(new LoggedEvent(query, Hits: 1), Start);

        Assert.Empty(typed.Take(Start.AddSeconds(-1)));
        Assert.Equal(["python", "linear svc"], typed.Take(Start).Select(search => search.Q));
        Assert.Empty(typed.Take(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void A_query_that_is_asked_again_later_counts_again()
    {
        var typed = new TypedQueries();
        typed.Add(new LoggedEvent("linear svc", Hits: 1), Start);

        Assert.Single(typed.Take(Start));
        typed.Add(new LoggedEvent("linear", Hits: 1), Start.AddMinutes(1));
        Assert.Single(typed.Take(Start.AddMinutes(1)));
    }

    [Fact]
    public void The_files_never_take_more_than_they_may_and_the_oldest_go_first()
    {
        const int most = 4000;
        var files = new QueryLogFiles(_folder, _clock);

        for (var number = 0; number < 500; number++)
            files.Append([new LoggedEvent($"query number {number}", Hits: 1)], most, days: 10);

        Assert.InRange(new DirectoryInfo(_folder).EnumerateFiles().Sum(file => file.Length), most / 2, most);
        var kept = files.Read(1).Select(search => search.Q).ToList();
        Assert.Equal(Enumerable.Range(500 - kept.Count, kept.Count).Select(number => $"query number {number}"), kept);
    }

    [Fact]
    public void What_is_too_old_goes_and_a_period_reads_only_its_days()
    {
        var files = new QueryLogFiles(_folder, _clock);
        for (var day = 0; day < 5; day++)
        {
            _clock.Now = Start.AddDays(day);
            files.Append([new LoggedEvent($"day {day}", Hits: 1)], 1 << 20, days: 3);
        }

        Assert.Equal(["day 2", "day 3", "day 4"], files.Read(100).Select(search => search.Q));
        Assert.Equal(["day 4"], files.Read(1).Select(search => search.Q));
    }

    [Fact]
    public void A_line_that_was_cut_off_is_left_out()
    {
        var files = new QueryLogFiles(_folder, _clock);
        files.Append([new LoggedEvent("whole", Hits: 1)], 1 << 20, days: 3);
        File.AppendAllText(Directory.GetFiles(_folder).Single(), "{\"q\":\"ha");

        Assert.Equal(["whole"], files.Read(1).Select(search => search.Q));
    }

    [Fact]
    public void Capitals_and_spaces_make_no_other_query()
    {
        new QueryLogFiles(_folder, _clock)
            .Append([new("Linear SVC", Hits: 0), new("linear  svc", Hits: 3), new("LINEAR SVC", Opened: "a.b")], 1 << 20, days: 3);

        var report = QueryInsights.Read(_folder, 1, _clock);

        Assert.Equal([new QueryCount("Linear SVC", 2, 3, 1)], report.Top);
        Assert.Equal((1, 0, 0), (report.WithoutHits, report.FoundNothing.Count, report.NeverOpened.Count));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
