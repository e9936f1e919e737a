using SearchNotes.Cli.Help;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class VersionTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public void The_version_is_printed_with_the_commit()
    {
        var run = _folder.Run("--version");

        Assert.Equal((0, ""), (run.Code, run.Error));
        // Sources without their history have no commit.
        Assert.Matches(Path.Exists(Path.Combine(Repository.Root, ".git"))
            ? @"^searchnotes \d+\.\d+\.\d+\S* \(commit [0-9a-f]{12}\)\n$" : @"^searchnotes \d+\.\d+\.\d+\S*\n$", run.Out);
    }

    [Theory]
    [InlineData("0.2.0+0123456789abcdef0123456789abcdef01234567", "searchnotes 0.2.0 (commit 0123456789ab)")]
    [InlineData("0.2.0-alpha.0.3+0123456", "searchnotes 0.2.0-alpha.0.3 (commit 0123456)")]
    [InlineData("0.2.0", "searchnotes 0.2.0")]
    public void The_line_names_twelve_characters_of_the_commit(string informational, string line) =>
        Assert.Equal(line, VersionLine.Of(informational));

    public void Dispose() => _folder.Dispose();
}
