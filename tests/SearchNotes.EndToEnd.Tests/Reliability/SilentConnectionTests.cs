using SearchNotes.Api.Middleware;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.EndToEnd.Tests.Reliability;

public sealed class SilentConnectionTests
{
    private readonly HeldTimers time = new(due => due == Limits.FirstByte);

    [Fact]
    public async Task A_connection_that_never_sends_a_byte_is_ended_and_one_that_does_is_answered()
    {
        await using var service = await RunningService.StartAsync(time: time);
        using var silent = await RawClient.ConnectAsync(service.Address);
        using var late = await RawClient.ConnectAsync(service.Address);
        await service.UntilAsync(() => Task.FromResult(time.Count == 2));

        await late.SendAsync("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());
        var answered = await late.StatusAsync();
        time.Fire();

        Assert.Equal((200, 0), (answered, await silent.StatusAsync()));
        Assert.Equal(0, service.Log.Count("Error: "));
    }
}
