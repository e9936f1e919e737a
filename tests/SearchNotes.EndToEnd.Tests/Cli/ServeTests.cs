using System.Net;
using System.Net.Sockets;
using SearchNotes.Api;
using SearchNotes.Cli;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class ServeTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().WithPosts();

    [Fact]
    public async Task The_index_is_built_then_served_until_the_program_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var output = new Lines();
        var run = CommandLine.RunAsync(["serve", "--urls", "http://127.0.0.1:0"], _folder.Context(output), stop.Token);

        var address = (await output.WaitFor("Serving on ", run)).Split(' ', ';')[2];
        using var client = new HttpClient();
        var answer = await client.GetStringAsync(new Uri($"{address}/api/search?q=lighthouses"), stop.Token);
        await stop.CancelAsync();

        Assert.Contains("Lighthouses and load balancing", answer, StringComparison.Ordinal);
        Assert.Equal(0, await run);
        Assert.Contains(output.All, line => line.StartsWith("2 posts with 2 talks", StringComparison.Ordinal));
        Assert.Contains(output.All,
            line => line.Contains($"<script type=\"module\" src=\"{address}/search-box.js\">", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named_with_the_remedy()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var output = new Lines();
        var first = CommandLine.RunAsync(["serve", "--urls", "http://127.0.0.1:0"], _folder.Context(output), stop.Token);
        var address = (await output.WaitFor("Serving on ", first)).Split(' ', ';')[2];

        var second = _folder.Run("serve", "--urls", address);
        await stop.CancelAsync();

        Assert.Equal((2, 0), (second.Code, await first));
        Assert.StartsWith($"Cannot listen on {address}: ", second.Error, StringComparison.Ordinal);
        Assert.EndsWith("Choose another address with --urls.", second.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http", "Cannot listen on ")]
    [InlineData("https", "The setting urls is ")]
    public void A_server_that_cannot_listen_does_not_touch_the_index(string scheme, string sentence)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var run = _folder.Run("serve", "--urls", $"{scheme}://{other.LocalEndpoint}");

        Assert.Equal(2, run.Code);
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.FullPath("index")));
    }

    [Fact]
    public void A_server_that_finds_no_clone_to_pull_does_not_touch_the_index()
    {
        var run = _folder.With("SEARCHNOTES_GIT_PULL", "true").Run("serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.Code);
        Assert.False(Directory.Exists(_folder.FullPath("index")));
    }

    [Fact]
    public async Task While_the_index_is_built_everybody_is_told_to_come_again()
    {
        await using var waiting =
            WaitingHost.Create(
                new ServeOptions
                {
                    IndexFolder = _folder.FullPath("index"),
                    Corpus = new CorpusOptions { Root = _folder.FullPath("corpus") },
                    Urls = ["http://127.0.0.1:0"],
                });
        await waiting.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(waiting.Urls.Single()) };

        using var search = await client.GetAsync(new Uri("/api/search?q=queue", UriKind.Relative), TestContext.Current.CancellationToken);
        using var alive = await client.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (search.StatusCode, alive.StatusCode));
        Assert.NotNull(search.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_log_on_a_terminal_holds_no_escape_codes_of_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No file has such a name there.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (output, log) = (new Lines(), new Lines());
        _folder.Write("odd\u001b[31m\u202Eposts/meetup.md", CliPosts.Meetup).With("TERM", "dumb");
        var run = CommandLine.RunAsync(
            ["serve", "--watch", "--corpus", "odd\u001b[31m\u202Eposts", "--urls", "http://127.0.0.1:0"],
            _folder.Context(output, log) with { OutIsTerminal = true, ErrorIsTerminal = true, Width = 500 },
            stop.Token);

        await output.WaitFor("Serving on ", run);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!log.All.Any(line => line.Contains("Watching ", StringComparison.Ordinal)))
            await timer.WaitForNextTickAsync(stop.Token);
        await stop.CancelAsync();

        Assert.Equal(0, await run);
        Assert.All([.. log.All, .. output.All], line => Assert.Equal(Printable.Line(line), line));
        Assert.Contains(log.All, line => line.Contains("odd\uFFFD[31m\uFFFDposts", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_setting_of_the_server_is_named()
    {
        var run = _folder.With("SEARCHNOTES_BURST", "0").Run("serve");

        Assert.Equal((2, "SEARCHNOTES_BURST is \"0\"; it must be a whole number from 1 to 100000."), (run.Code, run.Error.TrimEnd()));
    }

    public void Dispose() => _folder.Dispose();
}
