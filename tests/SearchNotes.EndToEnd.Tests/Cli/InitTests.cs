using SearchNotes.Cli;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class InitTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public void A_blog_of_Jekyll_is_recognised_and_gets_a_settings_file_that_works()
    {
        WriteJekyll();

        var run = _folder.Run("init");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("generator  Jekyll (../_config.yml)", run.Out, StringComparison.Ordinal);
        Assert.Contains("address    https://blog.example", run.Out, StringComparison.Ordinal);
        Assert.Contains("language   en", run.Out, StringComparison.Ordinal);
        Assert.Contains("{% include search-notes.html %}", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"corpus\": \"_posts\"", Settings(), StringComparison.Ordinal);
        Assert.Contains("\"site_url\": \"https://blog.example\"", Settings(), StringComparison.Ordinal);
        Assert.Equal(0, _folder.Run("reindex", "--settings", "searchnotes.json").Code);
        Assert.True(Directory.Exists(_folder.FullPath(".searchnotes")));
    }

    [Fact]
    public void The_command_that_is_printed_works_in_a_clone_too()
    {
        WriteJekyll();
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n").Write(".git/objects/x", "");

        var run = _folder.Run("init");

        Assert.Contains("searchnotes serve --settings searchnotes.json", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unknown_stands_in_the_file_as_a_comment()
    {
        _folder.Write("posts/2020-01-02-meetup.md", CliPosts.Meetup).Write("posts/recipes/soup.md", "# Soup\n\nBoil water.\n");

        _folder.Run("init", "--yes");

        Assert.Contains("  // \"site_url\": \"https://blog.example\",", Settings(), StringComparison.Ordinal);
        Assert.Contains("  //   \"recipes/**\": { \"talks\": \"none\" },", Settings(), StringComparison.Ordinal);
        Assert.Equal(0, _folder.Run("check", "--settings", "searchnotes.json").Code);
    }

    [Fact]
    public void A_settings_file_stays_as_it_is()
    {
        WriteJekyll();
        _folder.Write("searchnotes.json", "{ \"title\": \"Mine\" }");

        var run = _folder.Run("init");

        Assert.Equal(0, run.Code);
        Assert.Contains("searchnotes.json is there already and stays as it is.", run.Out, StringComparison.Ordinal);
        Assert.Equal("{ \"title\": \"Mine\" }", Settings());
    }

    [Fact]
    public async Task At_most_three_questions_are_asked_on_a_terminal()
    {
        WriteJekyll();

        var said = await AnswerAsync("\nnot an address\nhttps://other.example\nhttps://notes.example\n", "init");

        Assert.Contains("Folder of posts [_posts]: ", said, StringComparison.Ordinal);
        Assert.Contains("\"site_url\": \"https://other.example\"", Settings(), StringComparison.Ordinal);
        Assert.Contains("\"public_url\": \"https://notes.example\"", Settings(), StringComparison.Ordinal);
        Assert.Contains("https://notes.example/search-box.js", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_is_asked_with_yes()
    {
        WriteJekyll();

        var said = await AnswerAsync("", "init", "--yes");

        Assert.DoesNotContain("]: ", said, StringComparison.Ordinal);
        Assert.Contains("\"site_url\": \"https://blog.example\"", Settings(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_posts_is_a_failure_and_nothing_is_written()
    {
        var run = _folder.Run("init");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("There are no posts in this folder;", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.FullPath("searchnotes.json")));
    }

    [Fact]
    public void A_folder_of_any_name_leaves_the_file_readable()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        _folder.Write("posts/2020-01-02-meetup.md", CliPosts.Meetup).Write("posts/so\"up\n\\x/soup.md", "# Soup\n\nBoil water.\n");

        _folder.Run("init");

        Assert.Equal(0, _folder.Run("check", "--settings", "searchnotes.json").Code);
    }

    public void Dispose() => _folder.Dispose();

    private string Settings() => File.ReadAllText(_folder.FullPath("searchnotes.json"));

    private void WriteJekyll() => _folder
        .Write("_config.yml", "url: https://blog.example\npermalink: /:year/:title/\nmarkdown: kramdown\n")
        .Write("_posts/2020-01-02-meetup.md", CliPosts.Meetup);

    private async Task<string> AnswerAsync(string answers, params string[] arguments)
    {
        using var output = new StringWriter();
        var context = _folder.Context(output, output) with { In = new StringReader(answers), OutIsTerminal = true, Variable = NoColour };
        await CommandLine.RunAsync(arguments, context, TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private static string? NoColour(string name) => name == "TERM" ? "dumb" : null;
}
