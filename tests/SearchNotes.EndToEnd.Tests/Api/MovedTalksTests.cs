using System.Net;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class MovedTalksTests(ContractServices services) : IClassFixture<ContractServices>
{
    [Theory]
    [InlineData("/talks/")]
    [InlineData("/api/talks/")]
    public async Task An_id_that_a_talk_had_before_leads_to_the_talk(string folder)
    {
        var service = await services.MovedAsync();

        using var answer = await service.GetAsync(folder + ContractServices.FormerId);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(folder + "2019-09-09-moss.bo-reed", answer.Headers.Location?.OriginalString);
        Assert.Contains("no-cache", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        using var there = await service.GetAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    [Fact]
    public async Task An_id_that_no_talk_ever_had_is_not_found()
    {
        using var answer = await (await services.MovedAsync()).GetAsync("/api/talks/2019-09-09-moss.cyd-ellis");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
