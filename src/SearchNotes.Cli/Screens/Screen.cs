using Spectre.Console;

namespace SearchNotes.Cli.Screens;

/// <summary>One place to write to: a terminal with colours, or a pipe that gets the same words as plain lines.</summary>
internal sealed class Screen
{
    /// <summary>Wide enough that nothing is ever wrapped in a pipe: lines are for other programs to cut.</summary>
    private const int PipeWidth = 100_000;

    private readonly Surroundings _surroundings;
    private IAnsiConsole? _console;

    private Screen(TextWriter writer, bool isTerminal, Surroundings surroundings)
        => (Writer, IsTerminal, _surroundings) = (writer, isTerminal, surroundings);

    /// <summary>Whether a person watches.</summary>
    public bool IsTerminal { get; }

    /// <summary>Where it ends up.</summary>
    public TextWriter Writer { get; }

    /// <summary>For output that is read by people. Made when first needed, for it costs a one-shot command some milliseconds.</summary>
    public IAnsiConsole Console => _console ??= Create();

    /// <summary>The screen for results.</summary>
    public static Screen Out(Surroundings surroundings) => new(surroundings.Out, surroundings.OutIsTerminal, surroundings);

    /// <summary>The screen for errors and progress.</summary>
    public static Screen Error(Surroundings surroundings) => new(surroundings.Error, surroundings.ErrorIsTerminal, surroundings);

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
        var isDumb = _surroundings.Variable("TERM") == "dumb";

        // https://no-color.org: set and not empty means no colour; bold stays, or flagged words would vanish.
        var noColor = !string.IsNullOrEmpty(_surroundings.Variable("NO_COLOR"));
        var created = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsTerminal && !isDumb ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = IsTerminal && !isDumb && !noColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = IsTerminal && !isDumb ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(Writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        created.Profile.Width = IsTerminal ? _surroundings.Width : PipeWidth;
        created.Profile.Capabilities.Unicode = true;
        return created;
    }
}
