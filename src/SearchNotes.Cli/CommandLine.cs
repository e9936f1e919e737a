using System.CommandLine;
using System.CommandLine.Help;
using SearchNotes.Cli.Commands;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Screens;

namespace SearchNotes.Cli;

/// <summary>Reads the arguments, runs one command, and turns what went wrong into a sentence and an exit code.</summary>
internal static class CommandLine
{
    // A query may hold @property and -word: neither a file of arguments nor a bundle of options is meant.
    private static readonly ParserConfiguration Parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs the program.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancel = default)
    {
        var screen = new Screen(surroundings.Error, surroundings.ErrorIsTerminal, surroundings);
        var parsed = Root(surroundings).Parse(arguments, Parser);
        if (parsed.Action is not HelpPage && parsed.Errors.Count > 0)
            return Fail(UsageError(parsed));

        try
        {
            return await parsed.InvokeAsync(Invocation(surroundings), cancel);
        }
        catch (SearchNotesException e)
        {
            return Fail(e.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped; nothing was changed.");
        }
        catch (Exception e)
        {
            return Fail($"This is a mistake in SearchNotes, please report it with the lines below.\n{e}");
        }

        int Fail(string sentence)
        {
            surroundings.Out.Flush();
            screen.Line(sentence, Styles.Error);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root(Surroundings surroundings)
    {
        var options = new SharedOptions();
        var root = new RootCommand("Makes the talk the thing that is found: search for blogs with conference notes.")
        {
            HelpName = "searchnotes",
            Subcommands =
            {
                new CheckCommand(surroundings, options).Create(),
            },
        };
        root.Options.OfType<HelpOption>().Single().Action = new HelpPage(surroundings.Width);
        return root;
    }

    private static InvocationConfiguration Invocation(Surroundings surroundings) => new()
    {
        Output = surroundings.Out,
        Error = surroundings.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
    };

    private static string UsageError(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "searchnotes" : $"searchnotes {command.Name}";
        var typed = parsed.UnmatchedTokens is [var first, ..] ? first : null;
        var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
        var sentence = typed is null ? parsed.Errors[0].Message
            : Nearest.To(typed, known) is { } meant ? $"There is no \"{typed}\" here; did you mean {meant}?"
            : $"There is no \"{typed}\" here.";
        return $"{sentence} Try: {name} --help";
    }
}
