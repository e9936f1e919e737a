using System.CommandLine;
using System.Globalization;
using SearchNotes.Api.Responses;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Terminal;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes stats</c>: shows statistics of the index.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class StatsCommand(CommandContext context, SharedOptions options)
{
    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("stats", "Show statistics of the index.")
        {
            Examples = [new("searchnotes stats", "Counts, years, languages and size"),
                new("searchnotes stats --json | jq .talks", "One number for a script")],
        };
        foreach (var option in (Option[])[options.Corpus, options.Index, options.Json, .. options.OfEngine, options.Settings])
            command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var settings = options.Read(parsed, context);
        using var searcher = settings.OpenEngine().Open();
        var stats = searcher.Stats();

        if (parsed.GetValue(options.Json))
            context.Out.WriteLine(AnswerJson.Of(stats));
        else
            Write(stats);
        return ExitCode.Done;
    }

    private void Write(IndexStats stats)
    {
        var screen = Screen.Out(context);
        foreach (var (name, value) in Rows(stats))
            screen.Line($"{name,-12}{value}");
    }

    private static IEnumerable<(string Name, string Value)> Rows(IndexStats stats) =>
    [
        ("posts", Count.Of(stats.Posts)),
        ("talks", Count.Of(stats.Talks)),
        ("documents", Count.Of(stats.Documents)),
        ("speakers", Count.Of(stats.Speakers)),
        ("events", Count.Of(stats.Events)),
        ("tags", Count.Of(stats.Tags)),
        ("code blocks", Count.Of(stats.CodeBlocks)),
        ("years", stats.Years is var (first, last) ? $"{first} to {last}" : "none dated"),
        ("languages", string.Join(", ", stats.Languages.Select(language => $"{language.Value} {Count.Of(language.Count)}"))),
        ("size", $"{Count.Of((stats.Bytes + 1023) / 1024)} KiB"),
        ("built", stats.BuiltAt.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
        ("generation", Count.Of(stats.Generation)),
    ];
}
