using System.Net;
using System.Text.RegularExpressions;
using SearchNotes.Api;
using SearchNotes.Api.Insights;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class InsightsTests : IDisposable
{
    private const string Talk = "2013-07-07-notes-conf-day-two.ada-quill";

    private readonly string _log = Path.Combine(Directory.CreateTempSubdirectory("searchnotes-log-").FullName, "queries");

    [Fact]
    public async Task What_is_searched_and_opened_is_told_by_query()
    {
        await using (var service = await RunningService.StartAsync(WithLog))
        {
            await AskAsync(service, "/api/search?q=newspapers", "/api/search?q=xylophonist", "/?q=queue", "/api/search?q=queue&page=2",
                "/api/search?q=");
            using var opened = await service.SendAsync(HttpMethod.Post, $"/api/opened?q=queue&id={Talk}");
            Assert.Equal(HttpStatusCode.NoContent, opened.StatusCode);
        }

        var report = QueryInsights.Read(_log, 1, TimeProvider.System);

        Assert.Equal((3, 1, 1), (report.Searches, report.WithoutHits, report.Opened));
        Assert.Equal(["newspapers", "queue", "xylophonist"], report.Top.Select(count => count.Query));
        Assert.Equal(["xylophonist"], report.FoundNothing.Select(count => count.Query));
        Assert.Equal(["newspapers"], report.NeverOpened.Select(count => count.Query));
    }

    [Fact]
    public async Task An_answer_that_was_kept_counts_as_well()
    {
        await using (var service = await RunningService.StartAsync(WithLog))
        {
            await AskAsync(service, "/api/search?q=newspapers", "/api/search?q=newspapers", "/api/search?q=queue");
            using var unchanged = await service.GetAsync("/api/search?q=newspapers");
            Assert.Contains("kept", Assert.Single(unchanged.Headers.GetValues("Server-Timing")), StringComparison.Ordinal);
        }

        Assert.Equal(2, QueryInsights.Read(_log, 1, TimeProvider.System).Searches);
    }

    [Fact]
    public async Task The_log_holds_nothing_about_readers_and_nothing_of_those_who_do_not_want_it()
    {
        await using (var service = await RunningService.StartAsync(WithLog))
        {
            using (await service.GetAsync("/api/search?q=newspapers", ("Cookie", "reader=4711"), ("Referer", "https://blog.example/diary"),
                ("Accept-Language", "is")))
            using (await service.GetAsync("/api/search?q=semicolons", ("Sec-GPC", "1")))
            using (await service.GetAsync("/api/search?q=rivers", ("DNT", "1")))
            { }
        }

        var file = Assert.Single(Directory.GetFiles(_log));
        Assert.Matches(@"^\{""q"":""newspapers"",""hits"":[1-9]\d*\}\n$",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task The_report_is_for_whoever_has_the_key()
    {
        await using var service = await RunningService.StartAsync(WithLog);

        using var without = await service.GetAsync("/api/insights");
        using var with = await service.GetAsync("/api/insights?days=7", ("Authorization", $"Bearer {RunningService.Key}"));
        using var wrong = await service.GetAsync("/api/insights?days=0", ("Authorization", $"Bearer {RunningService.Key}"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.BadRequest),
            (without.StatusCode, with.StatusCode, wrong.StatusCode));
        Assert.Equal(7, (await RunningService.ReadAsync(with)).GetProperty("days").GetInt32());
    }

    [Fact]
    public async Task Without_a_log_nothing_is_noted_and_no_link_reports()
    {
        await using var service = await RunningService.StartAsync();

        using var insights = await service.GetAsync("/api/insights", ("Authorization", $"Bearer {RunningService.Key}"));
        using var opened = await service.SendAsync(HttpMethod.Post, $"/api/opened?q=queue&id={Talk}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (insights.StatusCode, opened.StatusCode));
        Assert.DoesNotContain("ping=", await service.PageAsync("/?q=queue"), StringComparison.Ordinal);
        Assert.DoesNotContain("count", Regex.Match(await service.PageAsync("/docs/embed"), "search-notes endpoint=[^\n]*").Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_talks_that_exist_are_opened()
    {
        await using var service = await RunningService.StartAsync(WithLog);

        using var opened = await service.SendAsync(HttpMethod.Post, "/api/opened?q=queue&id=nothing");

        Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_log)!, recursive: true);

    private ServeOptions WithLog(ServeOptions options) => options with { QueryLog = _log };

    private static async Task AskAsync(RunningService service, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            using var response = await service.GetAsync(address, ("Accept", "text/html"));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }
}
