using System.CommandLine;
using System.Diagnostics;
using SearchNotes.Cli.Help;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class ManPageTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public void The_page_has_every_command_with_its_options_and_examples()
    {
        var page = _folder.Run("man");

        Assert.Equal((0, ""), (page.Code, page.Error));
        foreach (var command in Commands())
            Assert.Contains($".SS \"searchnotes {command}", page.Out, StringComparison.Ordinal);
        Assert.Contains("\\fB\\-\\-corpus\\fR \\fIDIR\\fR", page.Out, StringComparison.Ordinal);
        Assert.Contains("searchnotes check corpus \\-\\-strict", page.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_never_read_as_a_request()
    {
        var root = new RootCommand("x") { Subcommands = { new Command("odd", ".so /etc/passwd 'a' \"b\" \\fB") } };

        var page = ManPage.Of(root, "1.0");

        Assert.Contains("\n\\&.so /etc/passwd \\(aqa\\(aq \\(dqb\\(dq \\efB\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groff_formats_the_page_without_a_warning()
    {
        var groff = "/usr/bin/groff";
        Assert.SkipUnless(File.Exists(groff), "There is no groff here.");
        var file = _folder.Write("searchnotes.1", _folder.Run("man").Out).FullPath("searchnotes.1");

        using var process = Process.Start(TestedProgram.Start([groff], ["-man", "-ww", "-Tutf8", file]))!; // Only a shell's verb starts none.
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await error);
        Assert.Contains("searchnotes", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string> Commands() => _folder.Run("--help").Out.Split("Commands:")[1].Split('\n')
        .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && char.IsAsciiLetter(line[2]))
        .Select(line => line.Trim().Split(' ')[0]);
}
