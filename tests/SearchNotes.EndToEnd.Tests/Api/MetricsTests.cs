using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Numbers of the metrics. They belong to the process, so no other service may run in it meanwhile.</summary>
[CollectionDefinition(nameof(MetricsTests), DisableParallelization = true)]
[Collection(nameof(MetricsTests))]
public sealed class MetricsTests
{
    [Fact]
    public async Task A_search_without_hits_counts_on_the_page_and_when_its_answer_was_kept_too()
    {
        await using var service = await RunningService.StartAsync();

        for (var times = 0; times < 3; times++)
            await service.PageAsync("/?q=xylophonist");

        await service.UntilAsync(async () => (await service.PageAsync("/metrics")).Split('\n')
            .Any(line => line.StartsWith("searchnotes_searches_without_hits_total", StringComparison.Ordinal) && line.EndsWith(" 3", StringComparison.Ordinal)));
    }
}
