using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Middleware;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class OperatorKeyTests
{
    private const string Key = "a key for tests, long enough";

    [Theory]
    [InlineData($"Bearer {Key}", true)]
    [InlineData($"bearer {Key}", true)]
    [InlineData($"Bearer  {Key} ", true)]
    [InlineData($"Bearer {Key}x", false)]
    [InlineData("Bearer a key for tests, long", false)]
    [InlineData("Bearer A KEY FOR TESTS, LONG ENOUGH", false)]
    [InlineData($"Bearer{Key}", false)]
    [InlineData($"Basic {Key}", false)]
    [InlineData(Key, false)]
    [InlineData("Bearer ", false)]
    [InlineData("", false)]
    public void Only_the_whole_key_after_its_scheme_is_the_key(string field, bool isKey)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = field;

        Assert.Equal(isKey, OperatorKey.IsSent(http.Request, ["another key for tests, long enough", Key]));
    }

    [Fact]
    public async Task During_a_change_both_keys_reindex_and_insights_have_their_own()
    {
        await using var service = await RunningService.StartAsync(options => options with
        {
            OldReindexKey = "the old key for tests, long enough",
            InsightsKey = "a key for insights alone, long enough",
            QueryLog = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        });

        Assert.Equal(404, await AskAsync("/api/tasks/none", RunningService.Key));
        Assert.Equal(404, await AskAsync("/api/tasks/none", "the old key for tests, long enough"));
        Assert.Equal(401, await AskAsync("/api/tasks/none", "a key for insights alone, long enough"));
        Assert.Equal(401, await AskAsync("/api/insights", RunningService.Key));
        Assert.Equal(200, await AskAsync("/api/insights", "a key for insights alone, long enough"));

        async Task<int> AskAsync(string address, string key)
        {
            using var answer = await service.GetAsync(address, ("Authorization", $"Bearer {key}"));
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public void A_line_end_after_a_key_in_a_file_does_not_belong_to_it() => Assert.True(OperatorKey.IsSame(Key, $"{Key}\n"));
}
