using Spectre.Console;

namespace SearchNotes.Cli.Screens;

/// <summary>One place to write to: a terminal with colours, or a pipe that gets the same words as plain lines.</summary>
/// <param name="writer">Where it ends up.</param>
/// <param name="isTerminal">Whether a person watches.</param>
/// <param name="surroundings">Width and NO_COLOR.</param>
internal sealed class Screen(TextWriter writer, bool isTerminal, Surroundings surroundings)
{
    /// <summary>Wide enough that nothing is ever wrapped in a pipe: lines are for other programs to cut.</summary>
    private const int PipeWidth = 100_000;

    private IAnsiConsole? _console;

    /// <summary>Whether a person watches.</summary>
    public bool IsTerminal => isTerminal;

    /// <summary>For output that is data, such as JSON.</summary>
    public TextWriter Writer => writer;

    /// <summary>For output that is read by people. Made when first needed, for it costs a one-shot command some milliseconds.</summary>
    public IAnsiConsole Console => _console ??= Create();

    /// <summary>Writes a line in one style.</summary>
    public void Line(string text = "", Style? style = null) => Line(new Paragraph().Add(text, style));

    /// <summary>Writes a line in several styles.</summary>
    public void Line(Paragraph paragraph)
    {
        Console.Write(paragraph);
        Console.WriteLine();
    }

    private IAnsiConsole Create()
    {
        // https://no-color.org: set and not empty means no colour; bold and underlined stay, or flagged words would vanish.
        var noColor = !string.IsNullOrEmpty(surroundings.Variable("NO_COLOR")) || surroundings.Variable("TERM") == "dumb";
        var created = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = !isTerminal || noColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        created.Profile.Width = isTerminal ? surroundings.Width : PipeWidth;
        created.Profile.Capabilities.Unicode = true;
        return created;
    }
}
