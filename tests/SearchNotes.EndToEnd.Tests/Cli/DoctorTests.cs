using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class DoctorTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().With("SEARCHNOTES_URLS", "http://127.0.0.1:0");

    [Fact]
    public void What_works_is_said_in_a_line_each()
    {
        var run = _folder.WithIndex().Write("searchnotes.json", """{ "site_url": "https://blog.example", "permalink": "jekyll" }""")
            .Run("doctor", "--settings", "searchnotes.json");
        _folder.Run("reindex");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("ok       settings    searchnotes.json is valid\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("ok       corpus      3 posts with 2 talks in corpus, 1 of them left out; 1 warning\n", run.Out,
            StringComparison.Ordinal);
        Assert.Contains("ok       links       to https://blog.example, such as https://blog.example/2024/05/14/lantern-meetup.html\n",
            run.Out, StringComparison.Ordinal);
        Assert.Contains("ok       index       2 posts with 2 talks in index, intact, built ", run.Out, StringComparison.Ordinal);
        Assert.Contains("ok       disk        ", run.Out, StringComparison.Ordinal);
        Assert.Contains("ok       address     http://127.0.0.1:0 is free", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h1 id=\"ada-moth-on-lamps\">x</h1>",
        "ok       site        1 link tried, and all lead to a page and a heading of the site\n")]
    [InlineData("<h1 id='other'>x</h1>", "links to /2024/05/14/lantern.html#ada-moth-on-lamps, and the page has no such heading\n")]
    [InlineData(null, "links to /2024/05/14/lantern.html, which the site does not have\n")]
    public void Links_are_tried_in_the_built_blog(string? page, string expected)
    {
        _folder.Write("blog/_config.yml", "title: x\n").Write("site/index.html", "x").Write("blog/_posts/2024-05-14-lantern.md",
            "---\ntitle: Lantern Conf 2024\ntags: [conference]\n---\n# Ada Moth on Lamps\n\nText about lamps.\n\n"
            + "# Bo Reed on Moss\n\nIt grows.\n");
        if (page is not null)
            _folder.Write("site/2024/05/14/lantern.html", page);

        var run = _folder.Run("doctor", "--corpus", "blog", "--site", "site");

        Assert.Contains(expected, run.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_blogs_configuration_says_in_vain_is_named()
    {
        var run = _folder.WithPosts().Write("corpus/_config.yml", "permalink: /:year/:foo/\nurl: http://localhost:4000\n").Run("doctor");

        Assert.Contains(
            "warning  links       _config.yml: The pattern /:year/:foo/ holds :foo, which no post has a value for; pages by it get no link\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "warning  links       _config.yml: The address http://localhost:4000 is that of a test server or an example, and counts as not set\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_changed_since_the_index_was_built_are_noticed()
    {
        _folder.WithIndex();

        Assert.Equal("ok", StatusOf("up to date"));
        _folder.With("SEARCHNOTES_EVENT", "Lantern Days");
        Assert.Equal("warning", StatusOf("up to date"));
    }

    [Fact]
    public void Warnings_fail_only_when_asked_to()
    {
        _folder.WithPosts();

        Assert.Equal((0, 1), (_folder.Run("doctor").Code, _folder.Run("doctor", "--strict").Code));
    }

    [Fact]
    public void A_wrong_setting_is_said_alone_for_all_else_depends_on_it()
    {
        var run = _folder.Write("searchnotes.json", """{ "copus": "posts" }""").Run("doctor");

        Assert.Equal(2, run.Code);
        Assert.Equal("failed   settings    searchnotes.json: there is no setting \"copus\"; did you mean \"corpus\"?\n\n1 thing to fix.\n",
            run.Out);
    }

    [Fact]
    public void A_variable_that_nobody_reads_is_named_with_the_one_that_was_meant()
    {
        var run = _folder.WithIndex().With("SEARCHNOTES_SITEURL", "https://blog.example").Run("doctor");

        Assert.Contains(
            "warning  settings    nothing reads the variable SEARCHNOTES_SITEURL\n                     rename it to SEARCHNOTES_SITE_URL\n",
            run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_others_can_read_is_named_with_the_remedy()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are other ones there.");
        _folder.WithIndex().Write("key", "a key for tests, long enough").With("SEARCHNOTES_REINDEX_KEY_FILE", "key");

        Allow(UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600 key", _folder.Run("doctor").Out, StringComparison.Ordinal);
        Allow(UnixFileMode.UserRead);
        Assert.DoesNotContain("chmod 600 key", _folder.Run("doctor").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Proxies_without_a_public_address_are_named_with_the_remedy()
    {
        _folder.WithIndex().With("SEARCHNOTES_PROXIES", "10.0.0.5");

        const string warning =
            "warning  settings    proxies is set and public_url is not: links to this service carry the host of each request\n";
        Assert.Contains($"{warning}                     set public_url to", _folder.Run("doctor").Out, StringComparison.Ordinal);
        _folder.With("SEARCHNOTES_PUBLIC_URL", "https://notes.example");
        Assert.Equal("ok", StatusOf("settings"));
    }

    [Theory]
    [InlineData("SEARCHNOTES_REINDEX_KEY", "short", "settings")]
    [InlineData("SEARCHNOTES_CORPUS", "nowhere", "corpus")]
    [InlineData("SEARCHNOTES_GIT_PULL", "true", "clone")]
    [InlineData("SEARCHNOTES_QUERY_LOG", "corpus/2024-05-14-lantern-meetup.md", "query log")]
    [InlineData("SEARCHNOTES_URLS", "http://192.0.2.1:8080", "address")]
    public void What_does_not_work_is_found(string variable, string value, string check)
    {
        _folder.WithIndex().With(variable, value);

        Assert.Equal("failed", StatusOf(check));
        Assert.Equal(2, _folder.Run("doctor").Code);
    }

    [Fact]
    public void An_index_that_cannot_be_written_does_not_work()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there nobody may write in /sys.");
        _folder.WithIndex();
        File.Delete(_folder.FullPath("index/write.lock"));
        Directory.CreateDirectory(_folder.FullPath("index/write.lock"));

        Assert.Equal(("ok", "failed"), (StatusOf("index"), StatusOf("writing")));
        _folder.With("SEARCHNOTES_INDEX", "/sys/searchnotes");
        Assert.Equal("failed", StatusOf("writing"));
        Assert.Equal(2, _folder.Run("doctor").Code);
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_named_and_check_fails_only_when_asked_to()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The length of paths is another one elsewhere.");
        _folder.WithPosts().Write($"corpus/deep/{LongPath.Half}/day.md", "Text.");
        var far = LongPath.Bury(_folder.FullPath("corpus"), _folder.FullPath("below"));
        _folder.With("SEARCHNOTES_CORPUS", far);

        var codes = (StatusOf("folder"), _folder.Run("check").Code, _folder.Run("check", "--strict").Code);
        var said = _folder.Run("check", "--json").Out;
        Directory.Move(far, _folder.FullPath("corpus"));

        Assert.Equal(("warning", 0, 1), codes);
        Assert.Contains("no post in it is read", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_log_that_can_be_written_is_said_and_left_empty()
    {
        _folder.WithIndex().With("SEARCHNOTES_QUERY_LOG", "searched");

        Assert.Equal("ok", StatusOf("query log"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.FullPath("searched")));
    }

    [Fact]
    public void A_damaged_index_is_found()
    {
        _folder.WithIndex();
        var largest = Directory.EnumerateFiles(_folder.FullPath("index/current")).MaxBy(file => new FileInfo(file).Length)!;
        var bytes = File.ReadAllBytes(largest);
        bytes[bytes.Length / 2] ^= 0x55;
        File.WriteAllBytes(largest, bytes);

        Assert.Equal("failed", StatusOf("index"));
    }

    [Fact]
    public void A_writer_at_work_is_named()
    {
        _folder.WithIndex().Write("index/write.pid", "4711");
        using var held = new HeldLock(_folder.FullPath("index"));

        Assert.Contains("process 4711 is writing the index now", _folder.Run("doctor").Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_SearchNotes_that_listens_is_told_from_another_program()
    {
        await using var service = await RunningService.StartAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var answering = AnswerAsync(other);
        _folder.WithIndex();

        var ours = _folder.With("SEARCHNOTES_URLS", service.Address).Run("doctor").Out;
        var theirs = _folder.With("SEARCHNOTES_URLS", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}").Run("doctor");
        other.Stop();
        await answering;

        Assert.Contains($"SearchNotes answers on {service.Address} and is ready", ours, StringComparison.Ordinal);
        Assert.Equal(2, theirs.Code);
        Assert.Contains("is taken by another program", theirs.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Allow(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.FullPath("key"), mode);
    }

    private string? StatusOf(string check)
    {
        using var answer = JsonDocument.Parse(_folder.Run("doctor", "--json").Out);
        return answer.RootElement.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("check").GetString() == check)
            .GetProperty("status").GetString();
    }

    private static async Task AnswerAsync(TcpListener listener)
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            await client.GetStream()
                .WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"),
                    TestContext.Current.CancellationToken);
        }
        catch (SocketException)
        {
            // Stopped before anybody came.
        }
    }
}
