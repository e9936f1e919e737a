using System.Text.RegularExpressions;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>What the documentation and the help pages print can be typed in the clone. The reader's own blog, at <c>~/blog</c>,
/// is a copy of the sample posts here.</summary>
public sealed partial class PrintedCommandsTests : IAsyncLifetime
{
    private static readonly string[] Commands =
    [
        "init", "serve", "reindex", "search", "check", "talk", "stats", "export", "doctor", "insights", "mcp", "backup", "restore",
        "completion", "man",
    ];

    private readonly CliFolder _folder = new();

    public static bool HasShell => File.Exists("/bin/bash");

    [Fact(Skip = "There is no bash here.", SkipUnless = nameof(HasShell))]
    public async Task Every_printed_command_runs_in_the_clone()
    {
        var printed = All().Where(command => command.IsOurs && !command.HasPlaceholder).DistinctBy(command => command.Typed).ToList();
        var faults = new List<string>();

        await using (var server = await PrintedShell.ServeAsync(_folder.Root, "searchnotes serve"))
        {
            foreach (var command in printed.Where(command => command.Typed.StartsWith("curl", StringComparison.Ordinal)))
                await RunAsync(command with { Line = Address().Replace(command.Line, server.Address) }, faults);
        }
        foreach (var command in printed.Where(command => !command.Typed.StartsWith("curl", StringComparison.Ordinal)))
            await RunAsync(command, faults);

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.InRange(printed.Count, 40, 1000);
    }

    [Fact]
    public void What_is_run_with_the_sources_is_there()
    {
        var projects = All().SelectMany(command => Project().Matches(command.Line)).Select(match => match.Groups["path"].Value).Distinct()
            .ToList();

        Assert.Contains("src/SearchNotes.Cli", projects);
        Assert.All(projects, project => Assert.True(Directory.Exists(Path.Combine(Repository.Root, project)), project));
    }

    public ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Root, "*", SearchOption.TopDirectoryOnly)
            .Concat(Below("corpus")).Concat(Below("docs")))
        {
            Copy(file, Path.GetRelativePath(Repository.Root, file));
        }

        foreach (var file in Below("corpus"))
            Copy(file, Path.Combine("home/blog/_posts", Path.GetRelativePath(Path.Combine(Repository.Root, "corpus"), file)));
        Directory.CreateDirectory(_folder.FullPath("home/backups"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private List<PrintedCommand> All() =>
        [.. PrintedCommand.InDocumentation(),
            .. Commands.SelectMany(command => PrintedCommand.InHelp(command, _folder.Run(command, "--help").Out))];

    private async Task RunAsync(PrintedCommand command, List<string> faults)
    {
        // A settings file at the top of the clone would change what the other commands mean.
        var folder = command.Typed.StartsWith("searchnotes init", StringComparison.Ordinal)
            || command.Typed.Contains("--settings searchnotes.json", StringComparison.Ordinal) ? _folder.FullPath("home/blog") : _folder.Root;
        var run = command.Serves
            ? await PrintedShell.ServeAndStopAsync(folder, Address().Replace(command.Typed, "http://127.0.0.1:0"))
            : await PrintedShell.RunAsync(folder, command.Typed);

        // Under --strict and --check a warning is a failure, as the help says.
        if (run.Code != 0 && !(run.Code == 1 && Fails().IsMatch(command.Typed)))
            faults.Add($"{command.Where}: {command.Typed}\n  exit code {run.Code}: {run.Out.Split('\n')[0]} {run.Error}");
        else if (run.Out.Contains("\"total\":0,", StringComparison.Ordinal))
            faults.Add($"{command.Where}: {command.Typed}\n  finds nothing");
    }

    private void Copy(string from, string to)
    {
        var target = _folder.FullPath(to);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // Below the folder of the test.
        File.Copy(from, target, overwrite: true);
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories);

    [GeneratedRegex(@"http://(localhost|127\.0\.0\.1):\d+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@" --(strict|check)( |$)", RegexOptions.None, 1000)]
    private static partial Regex Fails();

    [GeneratedRegex(@"(--project|dotnet publish|dotnet build) (?<path>[\w./]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Project();
}
