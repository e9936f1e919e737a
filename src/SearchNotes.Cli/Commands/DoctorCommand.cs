using System.CommandLine;
using System.Text.Json;
using SearchNotes.Api.Reindexing;
using SearchNotes.Cli.Diagnosis;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes doctor</c>: checks everything that the other commands need and says what to do.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class DoctorCommand(CommandContext context, SharedOptions options)
{
    private readonly Option<string> site = new("--site")
    {
        HelpName = "DIR",
        Description = "Folder of the built blog: ten links are tried in it",
    };

    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command =
            new DocumentedCommand("doctor", "Check settings, posts, index, disk and address, and say what to do. Changes nothing.")
            {
                Examples =
                [
                    new("searchnotes doctor", "When something does not work"),
                    new("searchnotes doctor --site _site", "See whether links lead to pages and headings of the built blog"),
                    new("searchnotes doctor --strict", "In a script: exit with 1 on warnings, with 2 on failures"),
                    new("searchnotes doctor --json | jq -r '.checks[] | select(.status != \"ok\") | .message'", "Only what is wrong"),
                ],
            };
        foreach (var option in (Option[])[options.Corpus, options.Index, options.Urls, options.Drafts, options.Strict, options.Json,
            .. options.OfEngine, options.Settings, site])
        {
            command.Add(option);
        }
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var findings = await FindAsync(parsed, cancel);
        var worst = findings.Max(finding => finding.Status);
        if (parsed.GetValue(options.Json))
        {
            context.Out.WriteLine(Printable.Json(
                JsonSerializer.Serialize(new DiagnosisAnswer(worst, findings), DiagnosisJson.Readable.DiagnosisAnswer)));
        }
        else
        {
            new DiagnosisReport(Screen.Out(context)).Write(findings);
        }

        return worst switch
        {
            CheckStatus.Failed => ExitCode.Failed,
            CheckStatus.Warning when parsed.GetValue(options.Strict) => ExitCode.NothingFound,
            _ => ExitCode.Done,
        };
    }

    private async Task<IReadOnlyList<Finding>> FindAsync(ParseResult parsed, CancellationToken cancel)
    {
        ProgramSettings settings;
        try
        {
            settings = options.ReadSilently(parsed, context);
        }
        catch (SearchNotesException fault)
        {
            // All other checks depend on the settings.
            return [Finding.Failed("settings", fault)];
        }

        return
        [
            .. new SettingsDiagnosis(context).Of(settings),
            .. new CorpusDiagnosis(context).Of(settings),
            .. new SiteDiagnosis(context).Of(settings, parsed.GetValue(site)),
            .. await CloneAsync(settings, cancel),
            .. ClusterDiagnosis.Of(settings),
            .. new IndexDiagnosis(context).Of(settings, cancel),
            .. new QueryLogDiagnosis(context).Of(settings),
            .. await AddressDiagnosis.OfAsync(settings.Server.Urls, cancel),
        ];
    }

    private async Task<IReadOnlyList<Finding>> CloneAsync(ProgramSettings settings, CancellationToken cancel)
    {
        if (!settings.Server.GitPull)
            return [];
        try
        {
            var branch = await GitClone.Of(settings.ToServeOptions(), context.Time).FollowedBranchAsync(cancel);
            return [Finding.Ok("clone", $"the posts are in a clone that follows {branch}")];
        }
        catch (SearchNotesException fault)
        {
            return [Finding.Failed("clone", fault)];
        }
    }
}
