using SearchNotes.Tests.Api;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Examples;

/// <summary>The C# client and the shell script of <c>docs/examples</c> against a live service.</summary>
public sealed class ProgramExampleTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string NoShell = "There is no /bin/bash or no curl here.";

    public static bool HasShell => File.Exists("/bin/bash") && File.Exists("/usr/bin/curl");

    [Fact]
    public async Task The_client_prints_hits_with_their_matches_marked()
    {
        var run = await ClientAsync("forgives");

        Assert.True(run.Code == 0, run.Error + run.Out);
        Assert.Contains("forgives: 1 found", run.Out, StringComparison.Ordinal);
        Assert.Contains("Queues that forgive (Boris Lang)", run.Out, StringComparison.Ordinal);
        Assert.Contains("https://blog.example/2013/notes-conf-day-two/#", run.Out, StringComparison.Ordinal);
        Assert.Contains("*forgives*", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_prints_why_the_service_refused()
    {
        var run = await ClientAsync(new string('x', 600));

        Assert.Equal(2, run.Code);
        Assert.StartsWith("400: ", run.Error, StringComparison.Ordinal);
    }

    [Fact(Skip = NoShell, SkipUnless = nameof(HasShell))]
    public async Task The_script_reindexes_and_waits_for_the_end()
    {
        var run = await ScriptAsync(RunningService.Key);

        Assert.True(run.Code == 0, run.Error + run.Out);
        Assert.Contains("\"status\":\"done\"", run.Out, StringComparison.Ordinal);
    }

    [Fact(Skip = NoShell, SkipUnless = nameof(HasShell))]
    public async Task The_script_fails_with_a_wrong_key()
    {
        var run = await ScriptAsync("another key, long enough too");

        Assert.Equal(2, run.Code);
        Assert.Contains("401", run.Error, StringComparison.Ordinal);
    }

    private Task<CliRun> ClientAsync(string query) =>
        ExampleProgram.RunAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["run", "client.cs", "--", shared.Service.Address, query]);

    private Task<CliRun> ScriptAsync(string key) =>
        ExampleProgram.RunAsync("/bin/bash", ["reindex.sh", shared.Service.Address], ("SEARCHNOTES_REINDEX_KEY", key));
}
