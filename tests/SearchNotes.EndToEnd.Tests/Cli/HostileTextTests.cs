using System.Text.Json;
using SearchNotes.Cli;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>What posts, names of files and arguments hold, as it reaches terminal and pipe.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Code = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202Egnp\u2066\u200F";

    private readonly CliFolder _folder = new CliFolder()
        .With("TERM", "dumb")
        .With("SEARCHNOTES_URLS", "http://127.0.0.1:0")
        .Write(
            $"corpus/odd{Code}.md",
            $"---\ntitle: X\ndate: 2013-99-99{Code}\nevent: \"Odd \\e[2J\\u202E\"\n---\n\n# Ada Moth on {Code} glaciers\n\n"
            + $"Glaciers {Code} move.\n\n```\nglaciers {Code}\n```\n")
        .Write("corpus/forged\nok: all is well.md", "---\ndate: x\n---\n\n# Bo Reed on Harbours\n\nNotes.\n")
        .Write("corpus/speakers.yaml", $"- name: \"Ada \\e[2J\\u202E\"\n  url: \"x:\\e[2J\\u202E\"\n")
        .Write("ice.zip", "none");

    [Theory]
    [InlineData("reindex", "--full")]
    [InlineData("reindex", "--full", "--json")]
    [InlineData("check")]
    [InlineData("check", "--json")]
    [InlineData("check", Code)]
    [InlineData("check", "ice.zip")]
    [InlineData("search", "glaciers")]
    [InlineData("search", "glaciers", "--json", "--explain")]
    [InlineData("search", "harbours")]
    [InlineData("search", Code)]
    [InlineData("search", "nothing" + Code, "--json")]
    [InlineData("search", "--limit", Code)]
    [InlineData("search", "--sort", Code)]
    [InlineData("search", "x", "--index", Code)]
    [InlineData("talk", Code)]
    [InlineData("stats")]
    [InlineData("stats", "--json")]
    [InlineData("stats", "--settings", Code)]
    [InlineData("doctor")]
    [InlineData("doctor", "--json")]
    [InlineData("backup", Code)]
    [InlineData("restore", $"a{Code}.zip")]
    [InlineData("restore", "ice.zip")]
    [InlineData("insights", "--days", Code)]
    [InlineData(Code)]
    [InlineData("--" + Code)]
    public async Task Nothing_commands_a_terminal_or_turns_a_line_around(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No file has such a name there.");
        _folder.Run("reindex");

        foreach (var isTerminal in (bool[])[false, true])
        {
            using var output = new StringWriter();
            var context = _folder.Context(output, output) with { OutIsTerminal = isTerminal, ErrorIsTerminal = isTerminal };
            await CommandLine.RunAsync(arguments, context, TestContext.Current.CancellationToken);

            Assert.NotEmpty(output.ToString());
            Assert.Equal(Printable.Text(output.ToString()), output.ToString());
            Assert.DoesNotContain(output.ToString().Split('\n'), line => line.StartsWith("ok: all is well", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_talk_is_printable_in_both_forms()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No file has such a name there.");
        _folder.Run("reindex");
        using var found = JsonDocument.Parse(_folder.Run("search", "glaciers", "--json").Out);
        var id = found.RootElement.GetProperty("hits")[0].GetProperty("id").GetString()!;

        foreach (var run in (CliRun[])[_folder.Run("talk", id), _folder.Run("talk", id, "--json")])
        {
            Assert.Equal(0, run.Code);
            Assert.Equal(Printable.Text(run.Out), run.Out);
        }
    }

    public void Dispose() => _folder.Dispose();
}
