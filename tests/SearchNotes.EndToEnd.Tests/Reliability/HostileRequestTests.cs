using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.EndToEnd.Tests.Reliability;

/// <summary>Requests that no browser sends. <c>SEARCHNOTES_FUZZ_MINUTES</c> sets for how long they are spoilt.</summary>
public sealed class HostileRequestTests(SharedService shared) : IClassFixture<SharedService>
{
    private const int ShortForm = 400;

    private static readonly string[] Targets =
        ["/api/search?q=queue", "/api/search?q=%22a&tag=x&tag=y&page=1000&per_page=1", "/api/suggest?q=qu", "/?q=queue", "/talks/x",
            "/api/talks/%2e%2e%2f", "/feed.atom?q=", "/search-box.js", "/docs/index.html", "/api/tasks/x", "/api/reindex", "/%00",
            "/api/search?q=%ED%A0%BD", "//", "*", "http://a.example/api/search", "/speakers/a?page=-1"];

    private static readonly string[] Fields =
        ["Accept: text/html;q=x,*/*;q=9", "Accept-Encoding: br;q=,gzip", "If-None-Match: W/\"", "If-Modified-Since: never", "Origin: null",
            "Authorization: Bearer ", "Authorization: Basic =", "X-Forwarded-For: 1.2.3.4, ::1, x", "X-Forwarded-Proto: javascript",
            "traceparent: 00-xyz", "Range: bytes=9-1", "Cookie: a=b; ;=;", "Content-Length: -1", "Content-Length: 5",
            "Transfer-Encoding: chunked", "Expect: 100-continue", "Upgrade: h2c", "Host: b.example", "Accept-Language: ar, de;q=0.1, *;q=",
            "Content-Type: text/\u00E4"];

    private static readonly string[] Pieces =
        ["\0", "\r", "\n", "\r\n", "%", "%00", "%ED%A0%80", "\u00FF", "&", "=", "?", "#", "../", "(((((((((", "q=", "page=", "\"", "%22",
            ":", " ", "speaker%3A", "\t", ";", "{", "%E2%80%AE", "a"];

    [Fact]
    public async Task A_spoilt_request_is_answered_or_refused_and_none_is_a_fault_of_ours()
    {
        var minutes = double.Parse(Environment.GetEnvironmentVariable("SEARCHNOTES_FUZZ_MINUTES") ?? "0", CultureInfo.InvariantCulture);
        var started = Stopwatch.GetTimestamp();
        var statuses = new SortedDictionary<int, int>();
        for (var seed = 1; seed <= ShortForm || Stopwatch.GetElapsedTime(started).TotalMinutes < minutes; seed++)
        {
            var request = Spoilt(new Random(seed));
            using var client = await RawClient.ConnectAsync(shared.Service.Address);
            await client.SendAsync(request);

            var status = await client.StatusAsync();

            Assert.True(status is 0 or (>= 200 and < 500) or 505, $"{status} for seed {seed}: {Encoding.Latin1.GetString(request)}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(", ", statuses.Select(s => $"{s.Value} times {(s.Key == 0 ? "hung up" : s.Key)}")));
        Assert.True(shared.Service.Log.Count("Error: ") == 0, shared.Service.Log.ToString());
        Assert.True(statuses.ContainsKey(200) && statuses.ContainsKey(400));
        using var health = await shared.Service.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Clients_that_never_finish_asking_keep_nobody_waiting_and_are_hung_up_on()
    {
        var slow = new List<RawClient>();
        for (var i = 0; i < 100; i++)
        {
            slow.Add(await RawClient.ConnectAsync(shared.Service.Address));
            await slow[i].SendAsync("GET /api/search?q=queue HTTP/1.1\r\nHo"u8.ToArray());
        }

        using var other = await shared.Service.GetAsync("/api/search?q=queue");
        var ends = await Task.WhenAll(slow.Select(client => client.StatusAsync()));

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.All(ends, status => Assert.True(status is 0 or 408, $"{status}"));
        slow.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData("/?q=queue")]
    [InlineData("/talks/nowhere")]
    [InlineData("/feed.atom?q=queue")]
    [InlineData("/opensearch.xml")]
    [InlineData("/docs/embed")]
    public async Task A_host_that_is_none_is_no_fault_of_ours(string target)
    {
        foreach (var host in (string[])["", "x" + new string('(', 100), new string('a', 300), "a..b", "[::1", "a:b:c", "x:99999"])
        {
            using var client = await RawClient.ConnectAsync(shared.Service.Address);

            await client.SendAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.0\r\nHost: {host}\r\n\r\n"));

            Assert.InRange(await client.StatusAsync(), 200, 499);
        }
    }

    [Theory]
    [InlineData(20_000, 0, 414)]
    [InlineData(10, 30_000, 431)]
    [InlineData(600, 0, 400)]
    public async Task What_is_too_long_is_refused(int query, int field, int status)
    {
        using var client = await RawClient.ConnectAsync(shared.Service.Address);

        await client.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET /api/search?q={new string('a', query)} HTTP/1.1\r\nHost: x\r\nX-Long: {new string('b', field)}\r\n\r\n"));

        Assert.Equal(status, await client.StatusAsync());
    }

    private static byte[] Spoilt(Random random)
    {
        var method = random.Next(8) switch { 0 => "HEAD", 1 => "OPTIONS", 2 => "DELETE", 3 => "PROPFIND", 4 => "POST", _ => "GET" };
        var request =
            new StringBuilder(
                $"{method} {Targets[random.Next(Targets.Length)]} HTTP/1.{random.Next(2)}\r\nHost: {(random.Next(9) == 0 ? "a b" : "x")}\r\n");
        for (var left = random.Next(4); left > 0; left--)
            request.Append(Fields[random.Next(Fields.Length)]).Append("\r\n");
        request.Append("Connection: close\r\n\r\n");
        for (var left = random.Next(4); left > 0; left--)
        {
            var piece = Pieces[random.Next(Pieces.Length)];
            // Mostly inside the address, where we read ourselves what comes.
            request.Insert(random.Next(3) > 0
                ? Math.Min(request.Length, 20 + random.Next(25))
                : random.Next(request.Length), string.Concat(Enumerable.Repeat(piece, random.Next(5) == 0 ? 1 + random.Next(300) : 1)));
        }

        return Encoding.Latin1.GetBytes(request.ToString());
    }
}
