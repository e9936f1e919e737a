using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public void Every_command_explains_itself_with_examples()
    {
        string[] commands =
        [
            "", "init", "serve", "reindex", "search", "check", "talk", "stats", "export", "doctor", "insights", "mcp", "backup", "restore",
            "completion", "man",
        ];

        var pages = commands.Select(command => _folder.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]))
            .ToList();

        Assert.All(pages, page => Assert.Equal(0, page.Code));
        Approved.Matches(string.Join("\n========\n\n", pages.Select(page => page.Out)));
    }

    [Fact]
    public void Without_a_command_the_help_is_shown_and_the_run_has_failed()
    {
        var run = _folder.Run();

        Assert.Equal(2, run.Code);
        Assert.StartsWith("Description:", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serch", "Unrecognized command or argument serch; did you mean search? Try: searchnotes --help")]
    [InlineData("check --jsno", "Unrecognized command or argument --jsno; did you mean --json? Try: searchnotes check --help")]
    [InlineData("search redis --limt 3", "Unrecognized command or argument --limt; did you mean --limit? Try: searchnotes search --help")]
    [InlineData("search redis --limit 101", "--limit must be a number from 1 to 100. Try: searchnotes search --help")]
    [InlineData("search redis --sort up", "--sort must be one of relevance, date_desc, date_asc. Try: searchnotes search --help")]
    [InlineData("search redis --year 20x3",
        "--year must be a year or a range of years, such as 2013 or 2012..2014. Try: searchnotes search --help")]
    [InlineData("search --kind nonsense",
        "--kind must be one of talk, keynote, lightning_talk, panel, workshop, q_and_a, post. Try: searchnotes search --help")]
    [InlineData("search --language english",
        "--language must be a language code of two or three letters, such as en. Try: searchnotes search --help")]
    [InlineData("search --has code --has slides", "--has must be one of code, qa, quote, video. Try: searchnotes search --help")]
    [InlineData("search --has code --has qa --has quote --has video --has code", "--has must be given at most 4 times. Try: searchnotes search --help")]
    [InlineData("reindex now", "Unrecognized command or argument now. Try: searchnotes reindex --help")]
    [InlineData("talk", "Required argument 'ID' missing for command: 'talk'. Try: searchnotes talk --help")]
    public void What_is_typed_wrong_is_named_with_a_remedy(string typed, string sentence)
    {
        var run = _folder.Run(typed.Split(' '));

        Assert.Equal((2, "", sentence), (run.Code, run.Out, run.Error.TrimEnd()));
    }

    public void Dispose() => _folder.Dispose();
}
