using System.Text.Json;
using SearchNotes.Cli.Settings;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>Who writes posts writes the <c>searchnotes.json</c> among them: it says how the blog is made, and nothing about this
/// machine.</summary>
public sealed class BlogSettingsTests : IDisposable
{
    private const string Everything = """
        {
          "event": "Lantern Days",
          "folders": { "talks/**": { "talks": "one" } },
          "corpus": "/etc", "index": "/tmp/elsewhere", "drafts": true, "git_pull": true, "reindex_key": "a key of somebody else's", "reindex_key_file": "key",
          "hook_secret": "a secret of somebody else's", "urls": "http://0.0.0.0:80", "public_url": "https://evil.example", "allowed_origins": ["https://evil.example"],
          "proxies": ["0.0.0.0/0"], "query_log": "log", "burst": 7
        }
        """;

    private readonly CliFolder _folder = new CliFolder().WithPosts();

    [Theory]
    [InlineData("corpus/searchnotes.json", null)]
    [InlineData("corpus/searchnotes.json", "corpus")]
    [InlineData("blog/posts/searchnotes.json", "blog/posts")]
    public void Of_a_file_in_the_corpus_only_what_it_says_about_the_blog_counts(string file, string? corpus)
    {
        _folder.Write(file, Everything);

        var settings = Read(corpus);

        AssertBlogAlone(settings, corpus ?? "corpus");
    }

    [Fact]
    public void Nor_does_more_count_of_a_file_here_that_lies_in_the_clone()
    {
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n").Write(".git/objects/keep", "").Write("searchnotes.json", Everything);

        AssertBlogAlone(Read(), "corpus");
        AssertBlogAlone(Read("posts/that/are/gone"), "posts/that/are/gone");
    }

    [Fact]
    public void Nor_of_one_here_that_is_a_link_into_the_corpus()
    {
        _folder.Write("corpus/searchnotes.json", Everything);
        File.CreateSymbolicLink(_folder.FullPath("searchnotes.json"), "corpus/searchnotes.json");

        AssertBlogAlone(Read(), "corpus");
    }

    [Fact]
    public void Nor_of_one_that_names_the_folder_around_it_as_the_corpus()
    {
        _folder.Write("searchnotes.json", """{ "corpus": ".", "title": "Notes", "event": "Lantern Days" }""");

        var settings = Read();

        Assert.Equal((_folder.FullPath("corpus"), "Lantern Days"), (settings.Corpus, settings.Everywhere.Event));
        Assert.Contains("not \"corpus\", \"title\"", Assert.Single(settings.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_here_is_the_operators_when_it_lies_in_a_clone_without_the_posts()
    {
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n").Write(".git/objects/keep", "")
            .Write("searchnotes.json", """{ "title": "Notes", "index": "kept" }""");
        using var blog = new CliFolder().WithPosts();

        var settings = Read(blog.FullPath("corpus"));

        Assert.Equal(("Notes", _folder.FullPath("kept")), (settings.Server.Title, settings.Index));
        Assert.Empty(settings.Warnings);
    }

    [Fact]
    public void A_file_that_is_named_is_the_operators_wherever_it_lies()
    {
        _folder.Write("corpus/searchnotes.json", """{ "title": "Notes" }""");

        Assert.Equal("Notes", new SettingsReader(_folder.Context())
            .Read(new Dictionary<string, string>(), "corpus/searchnotes.json").Server.Title);
        _folder.With("SEARCHNOTES_SETTINGS", "corpus/searchnotes.json");
        Assert.Equal("Notes", Read().Server.Title);
    }

    [Fact]
    public void One_that_appears_in_the_corpus_does_not_take_the_operators_place()
    {
        _folder.Write("searchnotes.json", """{ "title": "Notes", "event": "here", "permalink": "jekyll" }""")
            .Write("blog/searchnotes.json", """{ "title": "Evil", "event": "there" }""");

        var settings = Read("blog");

        Assert.Equal(("Notes", "there", null), (settings.Server.Title, settings.Everywhere.Event, settings.Everywhere.Permalink));
    }

    [Theory]
    [InlineData("[]", "the whole file is []")]
    [InlineData("{", "this is not JSON")]
    [InlineData("", "this is not JSON")]
    [InlineData("{ \"event\": \"a\", \"event\": \"b\" }", "this is not JSON")]
    [InlineData("{ \"event\": \"\\ud800\" }", "it contains invalid Unicode")]
    [InlineData("{ \"\\ud800\": 1 }", "it contains invalid Unicode")]
    [InlineData("{ \"talk_level\": 7 }", "\"talk_level\" is 7; it must be a whole number from 1 to 6")]
    [InlineData("{ \"talk_level\": 1e999 }", "\"talk_level\" is 1e999")]
    [InlineData("{ \"event\": null }", "\"event\" is null")]
    [InlineData("{ \"site_url\": \"javascript:alert(1)\" }", "it must be an address")]
    [InlineData("{ \"folders\": 1 }", "\"folders\" is 1")]
    [InlineData("{ \"folders\": { \"a/**\": [] } }", "\"folders.a/**\" is []")]
    [InlineData("{ \"folders\": { \"a/**\": { \"index\": \"x\" } } }", "there is no setting \"index\"")]
    [InlineData("{ \"nonsense\": 1 }", "there is no setting \"nonsense\"")]
    public void Nothing_in_it_stops_the_program(string file, string warning)
    {
        _folder.Write("corpus/searchnotes.json", file);

        var run = _folder.Run("check");

        Assert.Equal(0, run.Code);
        Assert.Contains(warning, run.Error, StringComparison.Ordinal);
        Assert.Contains("Ada Moth", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_makes_sense_beside_a_wrong_value_counts()
    {
        _folder.Write("corpus/searchnotes.json",
            """{ "talk_level": 0, "event": "Lantern Days", "folders": { "a/**": { "talks": "no", "talk_level": 2 }, "b/**": 1 } }""");

        var settings = Read();

        Assert.Equal(("Lantern Days", null, 2),
            (settings.Everywhere.Event, settings.Everywhere.TalkLevel, settings.Folders["a/**"].TalkLevel));
        Assert.Equal(3, settings.Warnings.Count);
    }

    [Fact]
    public void However_much_it_says_the_warnings_are_few_and_short()
    {
        var many = Enumerable.Range(0, 5000).Select(i => $"\"nonsense{i}\": 1").Append($"\"{new string('x', 100_000)}\": 1");
        var wrong = Enumerable.Range(0, 5000).Select(i => $"\"{i}/**\": 1");
        _folder.Write("corpus/searchnotes.json",
            $"{{ {string.Join(", ", many)}, \"site_url\": \"{new string('y', 100_000)}\", \"folders\": {{ {string.Join(", ", wrong)} }} }}");

        var settings = Read();

        Assert.InRange(settings.Warnings.Count, 3, 12);
        Assert.All(settings.Warnings, warning => Assert.InRange(warning.Length, 1, 600));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("../key")]
    public async Task A_link_out_of_the_posts_is_not_read(string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such files there.");
        _folder.Write("key", """{ "event": "secret" }""");
        File.CreateSymbolicLink(_folder.FullPath("corpus/searchnotes.json"), target);

        var settings = await Task.Run(() => Read(), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Null(settings.Everywhere.Event);
        Assert.EndsWith("is not read: it is a link that leads out of the posts.", Assert.Single(settings.Warnings),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_says_it_as_something_to_look_at()
    {
        _folder.WithIndex().Write("corpus/searchnotes.json", """{ "site_url": "https://blog.example", "git_pull": true }""")
            .With("SEARCHNOTES_URLS", "http://127.0.0.1:0");

        var run = _folder.Run("doctor", "--json");

        using var answer = JsonDocument.Parse(run.Out);
        var settings = answer.RootElement.GetProperty("checks").EnumerateArray()
            .Single(one => one.GetProperty("check").GetString() == "settings");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal("warning", settings.GetProperty("status").GetString());
        Assert.StartsWith("corpus/searchnotes.json is among the posts, so only its keys about the blog are used, not \"git_pull\"",
            settings.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_once_however_many_paths_are_checked()
    {
        _folder.Write("corpus/searchnotes.json", """{ "index": "x" }""");

        var run = _folder.Run("check", "corpus", "corpus");

        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => _folder.Dispose();

    private ProgramSettings Read(string? corpus = null) =>
        new SettingsReader(_folder.Context())
        .Read(corpus is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["corpus"] = corpus });

    private void AssertBlogAlone(ProgramSettings settings, string corpus)
    {
        var defaults = new ProgramSettings { Corpus = "", Index = "" }.Server;

        Assert.Equal(("Lantern Days", "one"), (settings.Everywhere.Event, settings.Folders["talks/**"].Talks));
        Assert.Equal((_folder.FullPath(corpus), _folder.FullPath("index"), false), (settings.Corpus, settings.Index, settings.Drafts));
        Assert.Equal((null, null, null, null),
            (settings.ReindexKeyFile, settings.Server.ReindexKey, settings.Server.HookSecret, settings.FileWithKey));
        Assert.Equal((false, null, null), (settings.Server.GitPull, settings.Server.PublicUrl, settings.Server.QueryLog));
        Assert.Equal((defaults.Urls.Single(), defaults.Burst), (settings.Server.Urls.Single(), settings.Server.Burst));
        Assert.Empty(settings.Server.AllowedOrigins.Concat(settings.Server.Proxies));
        var warning = Assert.Single(settings.Warnings);
        foreach (var key in new[] { "corpus", "index", "drafts", "git_pull", "reindex_key", "hook_secret", "urls", "public_url",
            "allowed_origins", "proxies", "query_log" })
        {
            Assert.Contains($"\"{key}\"", warning, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("somebody else's", warning, StringComparison.Ordinal);
    }
}
