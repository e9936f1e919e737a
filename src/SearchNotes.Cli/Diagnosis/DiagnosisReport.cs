using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Writes the result of <c>doctor</c> as text: a line per check, the remedy below it, and a summary.</summary>
/// <param name="screen">The screen to write to.</param>
internal sealed class DiagnosisReport(Screen screen)
{
    private const int Indent = 21;

    /// <summary>Writes the report.</summary>
    public void Write(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            screen.Line(new StyledText().Add($"{WordOf(finding.Status),-9}", StyleOf(finding.Status))
                .Add($"{finding.Check,-12}", TextStyle.Title).Add(finding.Message));
            if (finding.Remedy is not null)
                screen.Line(new StyledText().Add(finding.Remedy, TextStyle.Secondary), Indent);
        }

        screen.Line();
        screen.Line(Summary(findings), TextStyle.Title);
    }

    private static string Summary(IReadOnlyList<Finding> findings)
    {
        var failed = findings.Count(finding => finding.Status == CheckStatus.Failed);
        var warnings = findings.Count(finding => finding.Status == CheckStatus.Warning);
        return (failed, warnings) switch
        {
            (0, 0) => "All is well.",
            (0, _) => $"It works; {Count.Of(warnings, "thing")} to look at.",
            _ => $"{Count.Of(failed, "thing")} to fix{(warnings > 0 ? $", {Count.Of(warnings)} to look at" : "")}.",
        };
    }

    private static string WordOf(CheckStatus status) =>
        status switch { CheckStatus.Ok => "ok", CheckStatus.Warning => "warning", _ => "failed" };

    private static TextStyle StyleOf(CheckStatus status) =>
        status switch { CheckStatus.Ok => TextStyle.Secondary, CheckStatus.Warning => TextStyle.Warning, _ => TextStyle.Error };
}
