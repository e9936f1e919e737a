using System.Diagnostics;
using System.Net.Sockets;
using SearchNotes.OpenSearch;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>Answers that no node would give.</summary>
public sealed class HostileNodeTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    [Fact]
    public void An_answer_that_is_cut_off_is_no_answer() =>
        Assert.Contains("broke off", Refusal(Cut), StringComparison.Ordinal);

    [Fact]
    public void An_answer_that_is_too_large_is_not_read_to_its_end() => Assert.Contains("broke off", Refusal(Endless), StringComparison.Ordinal);

    [Fact]
    public void An_answer_that_is_not_JSON_is_no_answer() =>
        Assert.Contains("not JSON", Refusal(Page), StringComparison.Ordinal);

    [Fact]
    public void An_answer_that_does_not_come_is_waited_for_only_so_long()
    {
        var began = Stopwatch.GetTimestamp();

        Assert.Contains("too long", Refusal(Silent), StringComparison.Ordinal);

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, ThreadCost.Patience);
    }

    private static async Task Cut(NetworkStream stream) =>
        await HostileNode.WriteAsync(stream, $"{Head}Content-Length: 1000\r\n\r\n{{\"found\": tr");

    private static async Task Page(NetworkStream stream) =>
        await HostileNode.WriteAsync(stream, $"{Head}Content-Length: 13\r\n\r\n<html></html>");

    private static async Task Endless(NetworkStream stream)
    {
        await HostileNode.WriteAsync(stream, $"{Head}\r\n");
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)' ');
        while (true)
            await stream.WriteAsync(block);
    }

    private static async Task Silent(NetworkStream stream)
    {
        await HostileNode.WriteAsync(stream, $"{Head}Content-Length: 1000\r\n\r\n{{");
        await stream.ReadExactlyAsync(new byte[1 << 20]); // The request is shorter: this waits for the client to leave.
    }

    private static string Refusal(Func<NetworkStream, Task> answer)
    {
        using var hostile = new HostileNode(answer);
        var engine = new OpenSearchEngine(new ClusterOptions { Urls = [hostile.Url] }, TimeProvider.System);

        var refused = Assert.Throws<SearchNotesException>(() => engine.Open());

        Assert.Equal(Fault.Unreachable, refused.Fault);
        Assert.DoesNotContain("127.0.0.1", refused.Message, StringComparison.Ordinal);
        return refused.Message;
    }
}
