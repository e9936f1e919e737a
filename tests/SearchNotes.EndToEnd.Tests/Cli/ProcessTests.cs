using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SearchNotes.EndToEnd.Tests.Reliability;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class ProcessTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().WithPosts();

    [Fact]
    public async Task A_process_builds_on_the_index_of_the_one_before()
    {
        await CliProcess.Run(_folder.Root, "reindex");

        var second = await CliProcess.Run(_folder.Root, "reindex");

        Assert.Equal((0, ""), (second.Code, second.Error));
        Assert.Contains("nothing changed", second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exit_code_reaches_the_shell()
    {
        await CliProcess.Run(_folder.Root, "reindex");

        Assert.Equal(0, (await CliProcess.Run(_folder.Root, "search", "queue")).Code);
        Assert.Equal(1, (await CliProcess.Run(_folder.Root, "search", "zeppelin")).Code);
        Assert.Equal(2, (await CliProcess.Run(_folder.Root, "search", "--limit", "0")).Code);
    }

    [Fact]
    public async Task A_server_that_is_asked_to_stop_says_goodbye_without_a_word()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Only Unix has signals to send.");
        using var server = CliProcess.Start(_folder.Root, "serve", "--urls", "http://127.0.0.1:0");
        while (await server.Out.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            && !line.StartsWith("Serving on ", StringComparison.Ordinal))
        {
        }

        // At once: a supervisor may change its mind in the very moment in which the server comes up.
        Terminate(server);
        var run = await server.End();

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /api/search?q=x HTTP/1.1\r\nHo")]
    [InlineData("POST /api/reindex HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it")]
    [InlineData("")]
    public async Task A_server_that_is_asked_to_stop_does_not_wait_for_a_request_that_never_ends(string request)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Only Unix has signals to send.");
        using var server = CliProcess.Start(_folder.Root, "serve", "--urls", "http://127.0.0.1:0");
        var line = "";
        while (!line.StartsWith("Serving on ", StringComparison.Ordinal))
        {
            line = await server.Out.ReadLineAsync(TestContext.Current.CancellationToken)
                ?? throw new InvalidOperationException("The server ended before it served.");
        }
        using var client = await RawClient.ConnectAsync(line.Split(' ', ';')[2]);
        await client.SendAsync(Encoding.ASCII.GetBytes(request));

        var asked = Stopwatch.GetTimestamp();
        Terminate(server);
        var run = await server.End();

        // It takes three seconds and a bit, a busy machine longer, and half a minute where nothing limits it.
        Assert.Equal(0, run.Code);
        Assert.InRange(Stopwatch.GetElapsedTime(asked).TotalSeconds, 0, 20);
    }

    [Fact]
    public async Task A_run_that_is_asked_to_stop_leaves_the_index_as_it_was()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Only Unix has signals to send.");
        var posts = Directory.CreateDirectory(Path.Combine(_folder.Root, "corpus", "many")).FullName;
        for (var post = 0; post < 3000; post++)
        {
            await File.WriteAllTextAsync(Path.Combine(posts, $"{post}.md"), $"# Elin Frost on glaciers, part {post}\n\nThey move.\n",
                TestContext.Current.CancellationToken);
        }
        using var reindex = CliProcess.Start(_folder.Root, "reindex");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!File.Exists(Path.Combine(_folder.Root, "index", "write.lock")))
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);

        Terminate(reindex);
        var run = await reindex.End();

        Assert.Equal((2, true), (run.Code, run.Error.Contains("Stopped; nothing was changed.", StringComparison.Ordinal)));
        Assert.Equal(2, (await CliProcess.Run(_folder.Root, "search", "glaciers")).Code);
    }

    [Fact]
    public async Task A_log_for_collectors_holds_no_escape_codes_of_others()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux()
            || OperatingSystem.IsMacOS(), "Only Unix has such names of files, and signals to send.");
        _folder.Write("odd\u001b[31m\u202Eposts/meetup.md", CliPosts.Meetup);
        using var server = CliProcess.Start(
            _folder.Root, "serve", "--watch", "--corpus", "odd\u001b[31m\u202Eposts", "--urls", "http://127.0.0.1:0");
        await LineAsync(server.Out, "Serving on ");
        var logged = await LineAsync(server.Error, "Watching ");
        Terminate(server);

        Assert.Equal(0, (await server.End()).Code);
        Assert.Contains("\\u001B[31m\\u202E", logged, StringComparison.Ordinal);
        Assert.Equal(Printable.Line(logged), logged);
    }

    [Fact]
    public async Task A_taken_address_is_reported_without_a_stack()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await CliProcess.Run(_folder.Root, "serve", "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal(2, run.Code);
        Assert.Contains($"Cannot listen on http://{taken.LocalEndpoint}: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> LineAsync(StreamReader lines, string text)
    {
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        throw new EndOfStreamException($"It never said \"{text}\".");
    }

    private static void Terminate(CliProcess process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }
}
