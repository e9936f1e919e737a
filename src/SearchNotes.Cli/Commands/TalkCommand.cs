using System.CommandLine;
using SearchNotes.Api.Responses;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Searching;
using SearchNotes.Cli.Terminal;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes talk</c>: shows the notes of one talk.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class TalkCommand(CommandContext context, SharedOptions options)
{
    private readonly Argument<string> id = new("ID") { Description = "Id of the talk, as shown by search and check" };

    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("talk", "Show the notes of one talk.")
        {
            Examples =
            [
                new("searchnotes talk 2013-07-07-pycon-australia-retold.andrew-walker", "Read a talk"),
                new("searchnotes talk 2013-07-07-pycon-australia-retold", "Read what the post says outside its talks"),
                new("searchnotes talk 2013-07-07-pycon-australia-retold.andrew-walker --json", "For a program"),
            ],
        };
        command.Add(id);
        foreach (var option in (Option[])[options.Json, options.Corpus, options.Index, .. options.OfEngine, options.Settings])
            command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var settings = options.Read(parsed, context);
        var id = parsed.GetRequiredValue(this.id);
        using var searcher = settings.OpenEngine().Open();
        if (searcher.Find(id) is not { } talk)
            return NotFound(id, searcher);

        if (parsed.GetValue(options.Json))
            context.Out.WriteLine(AnswerJson.Of(talk));
        else
            new TalkNotes(Screen.Out(context), context.ShortPath(settings.Corpus)).Write(talk);
        return ExitCode.Done;
    }

    private int NotFound(string id, ITalkSearcher searcher)
    {
        var errors = Screen.Error(context);
        errors.Line($"There is no talk {id}; searchnotes search shows the ids of talks.", TextStyle.Error);
        foreach (var sibling in searcher.DocumentsOfPost(id.Split('.')[0]))
            errors.Line($"  {sibling.Talk.Id}", TextStyle.Secondary);
        return ExitCode.NothingFound;
    }
}
