using System.CommandLine;
using System.Globalization;
using SearchNotes.Api.Insights;
using SearchNotes.Api.Responses;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes insights</c>: shows what readers searched for, from the query log.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class InsightsCommand(CommandContext context, SharedOptions options)
{
    private const int MaxDays = 3650;

    private readonly Option<int> days =
        new("--days") { HelpName = "N", Description = $"Number of days, including today, 1 to {MaxDays}", DefaultValueFactory = _ => 30 };

    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command =
            new DocumentedCommand("insights",
                "Show what readers searched for, what they did not find, and what they did not open. Needs the setting query_log.")
            {
                Examples =
                [
                    new("searchnotes insights --days 7", "The last week"),
                    new("searchnotes insights --json | jq -r '.found_nothing[].query'", "What to write about next"),
                ],
            };
        days.Validators.Add(result =>
        {
            // Getting the value of an option that is not a number would throw instead of reporting an error.
            if (result.Tokens is [.., var typed] && !IsNumberOfDays(typed.Value))
                result.AddError($"--days must be a number from 1 to {MaxDays}.");
        });
        foreach (var option in new Option[] { days, options.Json, options.Settings })
            command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static bool IsNumberOfDays(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxDays;

    private int Run(ParseResult parsed)
    {
        var folder = options.Read(parsed, context).Server.QueryLog
            ?? throw new SearchNotesException(Fault.Settings,
                "There is no query log; set query_log to a folder, and restart the server.");
        var report = QueryInsights.Read(folder, parsed.GetValue(days), context.Time);

        if (parsed.GetValue(options.Json))
            context.Out.WriteLine(AnswerJson.Of(report));
        else
            Write(report);
        return report.Searches == 0 ? ExitCode.NothingFound : ExitCode.Done;
    }

    private void Write(InsightsReport report)
    {
        var screen = Screen.Out(context);
        screen.Line($"{Count.Of(report.Days, "day")}: {Count.Of(report.Searches)} {(report.Searches == 1 ? "search" : "searches")}, "
            + $"{Count.Of(report.WithoutHits)} without a hit; {Count.Of(report.Opened, "hit")} opened.", TextStyle.Title);
        Write(screen, "Top queries", report.Top, count => $"{Count.Of(count.Hits, "hit")}, {Count.Of(count.Opened)} opened");
        Write(screen, "Found nothing", report.FoundNothing, _ => "");
        Write(screen, "Found, but not opened", report.NeverOpened, count => Count.Of(count.Hits, "hit"));
    }

    private static void Write(Screen screen, string title, IReadOnlyList<QueryCount> queries, Func<QueryCount, string> detail)
    {
        if (queries.Count == 0)
            return;
        screen.Line();
        screen.Line(title, TextStyle.Title);
        foreach (var query in queries)
        {
            screen.Line(new StyledText().Add($"{Count.Of(query.Searches),7}  ").Add(query.Query, TextStyle.Match)
                .Add($"  {detail(query)}".TrimEnd(), TextStyle.Secondary));
        }
    }
}
