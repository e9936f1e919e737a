using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using SearchNotes.Api.Reindexing;
using SearchNotes.EndToEnd.Tests.Reliability;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Bodies that are too long are refused so that their sender sees it, even one that reads no answer before all is sent.</summary>
public sealed class LongBodyTests : IAsyncLifetime
{
    private const int TooLong = 30 << 20;

    private RunningService _service = null!; // Set before each test.

    public async ValueTask InitializeAsync() =>
        _service = await RunningService.StartAsync(options => options with { HookSecret = "shared with the forge" });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("/api/hooks/push", TooLong)]
    [InlineData("/api/hooks/push", (int)HookBody.MaxBytes + 1)]
    [InlineData("/api/reindex", 1 << 20)]
    [InlineData("/api/search", (64 << 10) + 1)]
    public async Task Who_sends_all_of_it_first_sees_413(string address, int length)
    {
        using var client = await RawClient.ConnectAsync(_service.Address);

        await client.SendAsync(Head(address, $"Content-Length: {length}"));
        await client.SendAsync(new byte[length]);

        Assert.Equal(413, await client.StatusAsync());
    }

    [Fact]
    public async Task Who_does_not_say_how_long_it_is_sees_413_too()
    {
        using var client = await RawClient.ConnectAsync(_service.Address);

        await client.SendAsync(Head("/api/hooks/push", "Transfer-Encoding: chunked"));
        for (var sent = 0; sent < TooLong; sent += 1 << 20)
        {
            await client.SendAsync(Encoding.ASCII.GetBytes($"{1 << 20:x}\r\n"));
            await client.SendAsync([.. new byte[1 << 20], (byte)'\r', (byte)'\n']);
        }
        await client.SendAsync("0\r\n\r\n"u8.ToArray());

        Assert.Equal(413, await client.StatusAsync());
    }

    [Fact]
    public async Task Who_asks_before_sending_is_told_at_once()
    {
        using var client = await RawClient.ConnectAsync(_service.Address);

        await client.SendAsync(Head("/api/hooks/push", $"Content-Length: {TooLong}\r\nExpect: 100-continue"));

        Assert.Equal(413, await client.StatusAsync());
    }

    [Fact]
    public async Task A_body_without_a_proof_is_401_for_who_sends_all_of_it_first()
    {
        using var client = await RawClient.ConnectAsync(_service.Address);

        await client.SendAsync(Encoding.ASCII.GetBytes($"POST /api/hooks/push HTTP/1.1\r\nHost: x\r\nContent-Length: {10 << 20}\r\n\r\n"));
        await client.SendAsync(new byte[10 << 20]);

        Assert.Equal(401, await client.StatusAsync());
    }

    [Fact]
    public async Task An_answer_on_the_same_connection_follows()
    {
        using var content = new ByteArrayContent(new byte[TooLong]);
        using var refused =
            await _service.Client.PostAsync($"{_service.Address}/api/hooks/push", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains($"{HookBody.MaxBytes}", (await RunningService.ReadAsync(refused)).GetProperty("detail").GetString(),
            StringComparison.Ordinal);
        using var next = await _service.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    /// <summary>The clients of others, where they are installed.</summary>
    [Theory]
    [InlineData("python3", "-c", """
        import sys, urllib.request, urllib.error
        request = urllib.request.Request(sys.argv[1], data=b"x" * int(sys.argv[2]), headers={"X-Hub-Signature-256": "sha256=00"})
        try: print(urllib.request.urlopen(request).status)
        except urllib.error.HTTPError as refused: print(refused.code)
        """)]
    [InlineData("node", "-e", """
        const [, address, length] = process.argv;
        fetch(address, { method: 'POST', body: 'x'.repeat(length), headers: { 'X-Hub-Signature-256': 'sha256=00' } }).then(answer => console.log(answer.status));
        """)]
    public async Task Clients_of_other_languages_see_413(string program, string option, string script)
    {
        Assert.SkipUnless(IsThere(program), $"There is no {program} here.");

        using var client =
            Process.Start(
                new ProcessStartInfo(program,
                    [option, script, $"{_service.Address}/api/hooks/push", TooLong.ToString(CultureInfo.InvariantCulture)])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!; // Returns null only when a shell reuses a process.
        var errors = client.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("413", ""),
            ((await client.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim(), await errors));
    }

    private static byte[] Head(string address, string fields) =>
        Encoding.ASCII.GetBytes($"POST {address} HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: sha256=00\r\n{fields}\r\n\r\n");

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
