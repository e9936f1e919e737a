using System.Globalization;
using SearchNotes.Api;
using SearchNotes.Cli.Settings;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class SettingsTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public void Without_any_setting_the_documented_defaults_hold()
    {
        var settings = Read();

        Assert.Equal((_folder.FullPath("corpus"), _folder.FullPath("index"), false), (settings.Corpus, settings.Index, settings.Drafts));
    }

    [Fact]
    public void Limits_of_posts_can_be_set()
    {
        var defaults = Read().ToCorpusOptions();
        _folder.With("SEARCHNOTES_MAX_POST_KILOBYTES", "2").With("SEARCHNOTES_MAX_FRONT_MATTER_KILOBYTES", "3");

        var options = Read().ToCorpusOptions();

        Assert.Equal((1024 * 1024, 64 * 1024), (defaults.MaxPostBytes, defaults.MaxFrontMatterCharacters));
        Assert.Equal((2 * 1024, 3 * 1024), (options.MaxPostBytes, options.MaxFrontMatterCharacters));
    }

    [Theory]
    [InlineData("""{ "postgres": ["pg", "post gres"], "golang": "> go" }""", "postgres = pg, postgres = post gres, golang > go")]
    [InlineData("{}", "")]
    public void Synonyms_are_read_from_a_file(string json, string rules)
    {
        _folder.Write("searchnotes.json", $$"""{ "synonyms": {{json}} }""").Write("blog/searchnotes.json", """{ "synonyms": { "a": ["b"] } }""");

        Assert.Equal(rules, string.Join(", ", Read().ToCorpusOptions().Synonyms));
        Assert.Equal("a = b", string.Join(", ", Read(("corpus", "blog")).ToCorpusOptions().Synonyms));
    }

    [Fact]
    public void Synonyms_are_read_from_the_environment()
    {
        _folder.With("SEARCHNOTES_SYNONYMS", "postgres = pg, golang > go");

        Assert.Equal("postgres = pg, golang > go", string.Join(", ", Read().ToCorpusOptions().Synonyms));
    }

    [Fact]
    public void Best_bets_are_read_from_a_file_and_from_the_environment()
    {
        const string rules = "code of conduct > Our rules </conduct/>, keynote > 2014-conf.one, keynote > 2015-conf.two";
        _folder.Write("searchnotes.json", """{ "best_bets": { "code of conduct": "Our rules </conduct/>", "keynote": ["2014-conf.one", "2015-conf.two"] } }""");

        var inFile = string.Join(", ", Read().ToCorpusOptions().BestBets);
        _folder.With("SEARCHNOTES_BEST_BETS", rules.Replace("Our", "The", StringComparison.Ordinal));

        Assert.Equal(rules, inFile);
        Assert.StartsWith("code of conduct > The rules", string.Join(", ", Read().ToCorpusOptions().BestBets), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "best_bets": { "conduct": "https://blog.example/conduct/" } }""")]
    [InlineData("""{ "best_bets": { "conduct": "Rules <javascript:alert(1)//>" } }""")]
    [InlineData("""{ "best_bets": { "conduct": [7] } }""")]
    [InlineData("""{ "best_bets": "conduct" }""")]
    public void A_wrong_best_bet_is_refused_with_a_sentence(string json)
    {
        _folder.Write("searchnotes.json", json);

        Assert.Contains("searchnotes.json: \"best_bets", Assert.Throws<SearchNotesException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "synonyms": { "one two three four five": ["x"] } }""")]
    [InlineData("""{ "synonyms": { "a": ["!"] } }""")]
    [InlineData("""{ "synonyms": { "a": [7] } }""")]
    [InlineData("""{ "synonyms": ["a"] }""")]
    public void A_wrong_synonym_is_refused_with_a_sentence(string json)
    {
        _folder.Write("searchnotes.json", json);

        Assert.Contains("searchnotes.json: \"synonyms", Assert.Throws<SearchNotesException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_is_stronger_than_the_environment_and_that_than_the_file()
    {
        _folder.Write("searchnotes.json", """{ "corpus": "from-file", "index": "from-file", "anchors": "hugo" }""")
            .With("SEARCHNOTES_CORPUS", "from-environment").With("SEARCHNOTES_INDEX", "from-environment");

        var settings = Read(("corpus", "from-flag"));

        Assert.Equal(_folder.FullPath("from-flag"), settings.Corpus);
        Assert.Equal(_folder.FullPath("from-environment"), settings.Index);
        Assert.Equal(AnchorStyle.Hugo, settings.Everywhere.Anchors);
    }

    [Fact]
    public void A_corpus_that_is_named_brings_its_own_file()
    {
        _folder.Write("searchnotes.json", """{ "event": "of the folder" }""")
            .Write("blog/searchnotes.json", """{ "event": "of the blog" }""");

        Assert.Equal("of the blog", Read(("corpus", "blog")).Everywhere.Event);
        Assert.Equal("of the folder", Read().Everywhere.Event);
    }

    [Fact]
    public void Paths_in_a_file_start_from_the_file()
    {
        _folder.Write("site/my.json", """{ "corpus": "posts", "index": "../index" }""");

        var settings = Read("site/my.json");

        Assert.Equal((_folder.FullPath("site/posts"), _folder.FullPath("index")), (settings.Corpus, settings.Index));
    }

    [Fact]
    public void Single_folders_have_settings_of_their_own()
    {
        _folder.Write("searchnotes.json", """
            {
              "site_url": "https://blog.example/", // comments and a last comma are fine
              "folders": {
                "talks/**": { "talks": "one", "speaker": ["Ada Moth", "Bo Reed"], "talk_level": 2 },
              }
            }
            """);

        var settings = Read();

        Assert.Equal("https://blog.example", settings.Everywhere.SiteUrl);
        var talks = settings.Folders["talks/**"];
        Assert.Equal(("one", 2), (talks.Talks, talks.TalkLevel));
        Assert.Equal(["Ada Moth", "Bo Reed"], talks.Speakers!);
    }

    [Theory]
    [InlineData("""{ "anchors": "pandock" }""",
        "searchnotes.json: \"anchors\" is \"pandock\"; it must be one of pandoc, github, kramdown, kramdown-gfm, hugo, hugo-0.144, hugo-any, hugo-ascii, hugo-blackfriday, redcarpet, hexo, none.")]
    [InlineData("""{ "talk_level": 7 }""", "searchnotes.json: \"talk_level\" is 7; it must be a whole number from 1 to 6.")]
    [InlineData("""{ "drafts": "maybe" }""", "searchnotes.json: \"drafts\" is \"maybe\"; it must be true or false.")]
    [InlineData("""{ "site_url": "blog" }""",
        "searchnotes.json: \"site_url\" is \"blog\"; it must be an address such as https://blog.example.")]
    [InlineData("""{ "sit_url": "https://blog.example" }""",
        "searchnotes.json: there is no setting \"sit_url\"; did you mean \"site_url\"?")]
    [InlineData("""{ "folders": { "a/**": { "index": "x" } } }""",
        "searchnotes.json, folder \"a/**\": there is no setting \"index\"; the keys are anchors, event, permalink, search, site_url, speaker, talk_level, talks, talks_only_in, without.")]
    [InlineData("[]", "searchnotes.json: the whole file is []; it must be an object in braces.")]
    [InlineData("{\n\"corpus\" \"x\" }", "searchnotes.json, line 2: this is not JSON; correct the line or delete the file.")]
    public void A_wrong_setting_stops_the_program_with_a_sentence(string file, string sentence)
    {
        _folder.Write("searchnotes.json", file);

        var run = _folder.Run("check");

        Assert.Equal((2, sentence), (run.Code, run.Error.TrimEnd()));
    }

    [Theory]
    [InlineData("SEARCHNOTES_DRAFTS", "perhaps", "SEARCHNOTES_DRAFTS is \"perhaps\"; it must be true or false.")]
    [InlineData("SEARCHNOTES_SETTINGS", "nowhere.json", "The settings file nowhere.json cannot be read; check its name and permissions.")]
    public void A_wrong_variable_is_named(string variable, string value, string sentence)
    {
        var run = _folder.With(variable, value).Run("check");

        Assert.Equal((2, sentence), (run.Code, run.Error.TrimEnd()));
    }

    [Fact]
    public void Keys_may_be_in_files_which_only_the_server_reads()
    {
        _folder.Write("run/key", "a key for tests, long enough\n").With("SEARCHNOTES_REINDEX_KEY_FILE", "run/key")
            .With("SEARCHNOTES_HOOK_SECRET_FILE", "run/none");

        var settings = Read();

        Assert.Equal("a key for tests, long enough", (settings with { HookSecretFile = null }).ToServeOptions().ReindexKey);
        Assert.Contains("hook_secret_file", Assert.Throws<SearchNotesException>(settings.ToServeOptions).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_lists_every_key_and_no_other()
    {
        var documented = File.ReadLines(Path.Combine(Repository.Root, "docs", "settings.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        Assert.Equal(SettingKeys.All.Order(), documented.Order());
    }

    [Fact]
    public void The_documentation_gives_the_range_of_every_number()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "settings.md")).ToList();

        Assert.All(SettingRange.All, range => Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{range.Min:N0} to {range.Max:N0}"),
            Assert.Single(rows, row => row.StartsWith($"| `{range.Key}` |", StringComparison.Ordinal)),
            StringComparison.Ordinal));
        Assert.Empty(SettingRange.All.Select(range => range.Key).Except(SettingKeys.All));
    }

    [Fact]
    public void A_renamed_setting_is_read_with_a_warning()
    {
        _folder.Write("searchnotes.json", """{ "look_milliseconds": 2000 }""");

        var settings = Read();

        Assert.Equal(TimeSpan.FromSeconds(2), settings.Server.RefreshInterval);
        Assert.Equal(
            ["searchnotes.json: the setting \"look_milliseconds\" is now called \"refresh_milliseconds\"; it is still read, rename it."],
            settings.Warnings);
    }

    [Fact]
    public void The_present_name_of_a_setting_beats_the_former_one()
    {
        _folder.Write("searchnotes.json", """{ "refresh_milliseconds": 3000, "look_milliseconds": 2000 }""");
        Assert.Equal(TimeSpan.FromSeconds(3), Read().Server.RefreshInterval);

        _folder.With("SEARCHNOTES_REFRESH_MILLISECONDS", "5000").With("SEARCHNOTES_LOOK_MILLISECONDS", "4000");

        Assert.Equal(TimeSpan.FromSeconds(5), Read().Server.RefreshInterval);
    }

    [Fact]
    public void A_variable_of_a_renamed_setting_is_read_with_a_warning()
    {
        _folder.Write("corpus/queues.md", "# Ann Lee on Queues\n\nA queue is a line.\n").With("SEARCHNOTES_LOOK_MILLISECONDS", "4000");

        var run = _folder.Run("check");

        Assert.Equal(TimeSpan.FromSeconds(4), Read().Server.RefreshInterval);
        Assert.Equal((0, "SEARCHNOTES_LOOK_MILLISECONDS is now called SEARCHNOTES_REFRESH_MILLISECONDS; it is still read, rename it."),
            (run.Code, run.Error.Trim()));
        Assert.DoesNotContain("nothing reads", _folder.Run("doctor").Out, StringComparison.Ordinal);
    }

    /// <summary>A key that was released is read for ever: a settings file must not stop the program after an update.</summary>
    [Fact]
    public void Every_key_that_was_ever_documented_is_read()
    {
        var known = File.ReadLines(Path.Combine(Repository.Root, "tests", "SearchNotes.EndToEnd.Tests", "Cli", "settings-ever.txt"));

        Assert.Empty(known.Select(FormerKeys.PresentName).Except(SettingKeys.All));
        Assert.Empty(SettingKeys.All.Except(known));
        Assert.Empty(FormerKeys.PresentNames.Keys.Intersect(SettingKeys.All));
    }

    public void Dispose() => _folder.Dispose();

    private ProgramSettings Read(params (string Key, string Text)[] flags) => Read(null, flags);

    private ProgramSettings Read(string? file, params (string Key, string Text)[] flags) =>
        new SettingsReader(_folder.Context()).Read(flags.ToDictionary(flag => flag.Key, flag => flag.Text), file);
}
