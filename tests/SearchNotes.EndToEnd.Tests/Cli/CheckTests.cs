using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed partial class CheckTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().WithPosts();

    [Fact]
    public void Each_post_is_shown_with_its_talks_the_reason_and_the_warnings()
    {
        var run = _folder.Run("check");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Approved.Matches(WithoutConfidence(run.Out));
    }

    [Fact]
    public void The_same_as_JSON_is_one_array_over_all_files()
    {
        var run = _folder.With("SEARCHNOTES_SITE_URL", "https://blog.example").With("SEARCHNOTES_PERMALINK", "/:year/:title/")
            .Run("check", "corpus", "--anchors", "pandoc", "--json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Approved.Matches(WithoutConfidence(run.Out));
    }

    [Fact]
    public void A_blog_begins_with_a_summary_that_names_what_deserves_a_look()
    {
        WriteMany();

        var lines = Lines(_folder.Run("check", "corpus/many"));

        Assert.Equal("13 posts: 7 talks in 4 posts, 9 ordinary posts, 0 left out; 6 warnings.", lines[0]);
        var where = Array.IndexOf(lines, "Where the talks are:");
        Assert.Equal(["  .  6 talks in 3 of 12 posts", "  days  1 talk in 1 of 1 post", ""], lines[(where + 1)..(where + 4)]);
        var look = Array.FindIndex(lines, line => line.StartsWith("Worth a look", StringComparison.Ordinal));
        Assert.Equal(["  12.md  2 warnings", "  4.md  2 warnings", "  8.md  2 warnings", ""], lines[(look + 1)..(look + 5)]);
    }

    [Fact]
    public void Ordinary_posts_are_shown_when_asked_for()
    {
        WriteMany();

        var (few, all) = (Lines(_folder.Run("check", "corpus/many")), Lines(_folder.Run("check", "corpus/many", "--verbose")));

        Assert.DoesNotContain(few, line => line.StartsWith("1.md", StringComparison.Ordinal));
        Assert.Equal("9 ordinary posts not shown; --verbose shows every post.", few[^2]);
        Assert.Contains(all, line => line.StartsWith("1.md", StringComparison.Ordinal));
        Assert.DoesNotContain(all, line => line.Contains("--verbose", StringComparison.Ordinal));
    }

    /// <summary>Which of them the model is unsure of is its own matter; over so many steps it is of one.</summary>
    [Fact]
    public void A_post_that_may_tell_of_talks_is_listed_with_what_to_write_in_it()
    {
        for (var n = 0; n < Steps.Length; n++)
            _folder.Write($"corpus/perhaps/step{(char)('a' + n)}.md", string.Concat(Steps[..(n + 1)]));

        var unsure = Lines(_folder.Run("check", "corpus/perhaps")).Select(line => UnsureLine().Match(line)).First(match => match.Success);

        var path = $"corpus/perhaps/{unsure.Groups["path"].Value}";
        Assert.Empty(Talks(path));
        var text = File.ReadAllText(_folder.FullPath(path));
        _folder.Write(path, text.Replace("---\n\n", $"{unsure.Groups["line"].Value}\n---\n\n", StringComparison.Ordinal));
        Assert.NotEmpty(Talks(path));

        IEnumerable<JsonElement> Talks(string post) =>
            JsonDocument.Parse(_folder.Run("check", post, "--json").Out).RootElement[0].GetProperty("talks").EnumerateArray();
    }

    private static readonly string[] Steps =
    [
        "---\ntitle: An evening about moss\n---\n\nLast night I was out late.\n\n",
        "There was somebody who spoke of moss.\n\n",
        "It was at the meetup.\n\n",
        "Afterwards we talked about lichen.\n\n",
        "The talk was good.\n\n",
        "The slides were green.\n\n",
        "The speaker answered questions.\n\n",
        "It was the best session of the conference.\n\n",
        "Ada Moth gave another talk about ferns.\n\n",
        "The keynote was about stones.\n\n",
    ];

    private const string Ordinary =
        "---\ntitle: How I mend the fence\n---\n\nTake a hammer, then configure the nails:\n\n```\nnails = 4\n```\n\nInstall them one by one.\n";

    [GeneratedRegex("""^  (?<path>step.\.md)  may tell of talks \(\d+ %\); if it does, write "(?<line>talks: \w+)" in its front matter$""",
        RegexOptions.None, 1000)]
    private static partial Regex UnsureLine();

    private static string[] Lines(CliRun run) => run.Out.ReplaceLineEndings("\n").Split('\n');

    private void WriteMany()
    {
        for (var n = 1; n <= 12; n++)
        {
            _folder.Write($"corpus/many/{n}.md", n % 4 == 0
                ? "# Ada Moth on\n\nShe began.\n\n# Bo Reed on [Moss](htts://moss.example)\n\nIt grows.\n" : Ordinary);
        }

        _folder.Write("corpus/many/days/talk.md", "---\ntalks: one\nspeaker: Ada Moth\n---\n\nMoss grows on trees.\n");
    }

    [Fact]
    public void Files_that_are_passed_over_are_named_in_a_line_each()
    {
        _folder.Write("corpus/other/a.rst", "A").Write("corpus/other/b.rst", "B").Write("corpus/other/c.org", "C")
            .Write("corpus/other/d.md", "---\ndraft: true\n---\nText.\n");

        var run = _folder.Run("check", "corpus/other");

        Assert.Contains(
            "All posts are drafts; --drafts takes them.\n1 .org file is not read, such as c.org.\n2 .rst files are not read, such as a.rst.\n",
            run.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Under_strict_a_warning_is_a_failure()
    {
        Assert.Equal(1, _folder.Run("check", "--strict").Code);
        Assert.Equal(0, _folder.Run("check", "corpus/2024-06-01-tomatoes.md", "--strict").Code);
    }

    [Fact]
    public void Drafts_are_left_out_with_the_reason_and_taken_when_asked_for()
    {
        Assert.Equal("its front matter says draft: true", LeftOut(_folder.Run("check", "--json")));
        Assert.Null(LeftOut(_folder.Run("check", "--json", "--drafts")));
    }

    [Fact]
    public void The_path_of_a_file_is_relative_to_its_folder_and_of_a_folder_to_that()
    {
        _folder.Write("corpus/deep/2024-07-01-more.md", CliPosts.Garden);

        var paths = Paths(_folder.Run("check", "corpus/deep/2024-07-01-more.md", "corpus/deep", "corpus", "--json"));

        Assert.Equal(
            ["2024-07-01-more.md", "2024-07-01-more.md", "2024-05-14-lantern-meetup.md", "2024-06-01-tomatoes.md", "2024-06-02-not-yet.md",
                "deep/2024-07-01-more.md"], paths);
    }

    [Theory]
    [InlineData("nowhere", "There is no file or folder nowhere; check the path.")]
    [InlineData("corpus/photo.png",
        "corpus/photo.png is not a post; posts end in .md, .markdown, .mdown, .mkdn, .mkdown, .mkd or .mdx, or in .txt with front matter or headings.")]
    public void A_path_that_is_no_post_is_named(string path, string sentence)
    {
        var run = _folder.Write("corpus/photo.png", "").Run("check", path);

        Assert.Equal((2, sentence), (run.Code, run.Error.TrimEnd()));
    }

    [Fact]
    public void A_folder_without_posts_has_nothing_to_show()
    {
        Directory.CreateDirectory(_folder.FullPath("empty"));

        var run = _folder.Run("check", "empty", "--json");

        Assert.Equal((1, "[]"), (run.Code, run.Out.TrimEnd()));
    }

    [Fact]
    public void A_post_cannot_reach_the_terminal_with_control_codes()
    {
        _folder.Write("corpus/hostile.md", "# Ada Moth on \u001b[2J\u001b]0;owned\u0007 \u202Eevil\n\nText.\n");

        foreach (var run in (CliRun[])[_folder.Run("check", "corpus/hostile.md"), _folder.Run("check", "corpus/hostile.md", "--json")])
        {
            Assert.Contains("evil", run.Out, StringComparison.Ordinal);
            Assert.Equal(Printable.Text(run.Out), run.Out);
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>How sure the splitter is belongs to its own tests.</summary>
    private static string WithoutConfidence(string text) => Confidence().Replace(text, "N");

    [GeneratedRegex("""\d+ %(?= sure)|(?<="confidence": )[\d.]+""", RegexOptions.None, 1000)]
    private static partial Regex Confidence();

    private static string? LeftOut(CliRun run) =>
        Posts(run).Single(post => post.GetProperty("path").GetString() == "2024-06-02-not-yet.md").GetProperty("left_out").GetString();

    private static IEnumerable<string?> Paths(CliRun run) => Posts(run).Select(post => post.GetProperty("path").GetString());

    private static List<JsonElement> Posts(CliRun run) => [.. JsonDocument.Parse(run.Out).RootElement.EnumerateArray()];
}
