using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>What <c>doctor</c> shows to a person: a line per check, the remedy below it, and a sum.</summary>
/// <param name="screen">Where it goes.</param>
internal sealed class DiagnosisReport(Screen screen)
{
    private const int Indent = 21;

    /// <summary>Writes the report.</summary>
    public void Write(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            screen.Line(new StyledText().Add($"{WordOf(finding.Status),-9}", ToneOf(finding.Status))
                .Add($"{finding.Check,-12}", TextStyle.Title).Add(finding.Message));
            if (finding.Remedy is not null)
                screen.Line(new StyledText().Add(finding.Remedy, TextStyle.Aside), Indent);
        }

        screen.Line();
        screen.Line(Sum(findings), TextStyle.Title);
    }

    private static string Sum(IReadOnlyList<Finding> findings)
    {
        var failed = findings.Count(finding => finding.Status == CheckStatus.Failed);
        var warnings = findings.Count(finding => finding.Status == CheckStatus.Warning);
        return (failed, warnings) switch
        {
            (0, 0) => "All is well.",
            (0, _) => $"It works; {Count.Of(warnings, "thing")} to look at.",
            _ => $"{Count.Of(failed, "thing")} to mend{(warnings > 0 ? $", {Count.Of(warnings)} to look at" : "")}.",
        };
    }

    private static string WordOf(CheckStatus condition) =>
        condition switch { CheckStatus.Ok => "ok", CheckStatus.Warning => "warning", _ => "failed" };

    private static TextStyle ToneOf(CheckStatus condition) =>
        condition switch { CheckStatus.Ok => TextStyle.Aside, CheckStatus.Warning => TextStyle.Warning, _ => TextStyle.Error };
}
