using System.Diagnostics;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class CompletionTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public static bool HasBash => File.Exists("/bin/bash");

    [Theory]
    [InlineData("searchnotes ", "search", "serve", "reindex", "completion")]
    [InlineData("searchnotes se", "search", "serve")]
    [InlineData("searchnotes check --s", "--settings", "--strict")]
    [InlineData("searchnotes search redis --so", "--sort")]
    [InlineData("searchnotes search redis --sort ", "relevance", "date_desc", "date_asc")]
    [InlineData("searchnotes search --kind key", "keynote")]
    [InlineData("searchnotes check --anchors kram", "kramdown", "kramdown-gfm")]
    [InlineData("searchnotes completion ", "bash", "zsh", "fish", "powershell")]
    public void The_program_knows_the_words_that_complete_a_line(string line, params string[] words)
    {
        var run = _folder.Run($"[suggest:{line.Length}]", line);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Subset(run.Out.Split('\n').ToHashSet(), words.ToHashSet());
    }

    [Fact]
    public void A_typed_word_that_matches_no_option_is_completed_with_nothing() =>
        Assert.Equal("", _folder.Run("[suggest:24]", "searchnotes check zzzzzzz").Out.Trim());

    [Fact(Skip = "There is no bash here.", SkipUnless = nameof(HasBash))]
    public async Task Bash_completes_with_the_script()
    {
        var script = _folder.Run("completion", "bash").Out;
        var start = TestedProgram.Start(["/bin/bash"], ["-c", $$"""
            searchnotes() { ${TEST_HOST:+"$TEST_HOST"} "$TEST_PROGRAM" "$@"; }
            {{script}}
            COMP_LINE="searchnotes check --str" COMP_POINT=23 COMP_CWORD=2 COMP_WORDS=(searchnotes check --str)
            _searchnotes
            echo "${COMPREPLY[@]}"
            complete -p searchnotes
            """]);
        start.Environment["TEST_HOST"] = TestedProgram.Command is [var host, _] ? host : "";
        start.Environment["TEST_PROGRAM"] = TestedProgram.Command[^1];

        using var bash = Process.Start(start)!; // Only a shell's verb starts none.
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("--strict\ncomplete -o bashdefault -o default -F _searchnotes searchnotes", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shell_is_refused_with_the_ones_there_are()
    {
        var run = _folder.Run("completion", "tcsh");

        Assert.Equal(2, run.Code);
        Assert.Contains("bash", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
