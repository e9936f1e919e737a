using Spectre.Console;
using Spectre.Console.Rendering;

namespace SearchNotes.Cli.Terminal;

/// <summary>Writes to a terminal. The console is created on first use, because it costs a short command several milliseconds.</summary>
/// <param name="writer">The underlying writer.</param>
/// <param name="context">The environment, for width, TERM and NO_COLOR.</param>
internal sealed class TerminalWriter(TextWriter writer, CommandContext context)
{
    // https://no-color.org: set and not empty means no color.
    private readonly bool hasColour = string.IsNullOrEmpty(context.Variable("NO_COLOR"));

    private IAnsiConsole? console;

    private IAnsiConsole Console => console ??= Create();

    /// <summary>Writes text, wrapped, and a line break.</summary>
    public void Line(StyledText text, int indent) => Console.Write(new Rows(new Padder(Paragraph(text), new Padding(indent, 0, 0, 0))));

    /// <summary>Writes a tree of one level, wrapped.</summary>
    public void Tree(StyledText root, IReadOnlyList<StyledText> branches)
    {
        var tree = new Tree(Paragraph(root)).Style(Style(TextStyle.Secondary));
        tree.AddNodes(branches.Select(IRenderable (text) => Paragraph(text)));
        Console.Write(tree);
    }

    /// <summary>Shows a progress bar while work is in progress.</summary>
    /// <param name="name">The label of the bar.</param>
    /// <param name="work">The work; it reports how much is done, and the total.</param>
    public T WithBar<T>(string name, Func<Action<int, int>, T> work) => Console.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask(name);
            return work((done, total) => (task.MaxValue, task.Value) = (Math.Max(1, total), done));
        });

    private Paragraph Paragraph(StyledText text)
    {
        var paragraph = new Paragraph();
        foreach (var span in text.Spans)
            paragraph.Append(span.Text, Style(span.Style));

        return paragraph;
    }

    // Only the sixteen colors that terminal themes define.
    private Style Style(TextStyle style) => style switch
    {
        TextStyle.Title => new Style(decoration: Decoration.Bold),
        TextStyle.Match => new Style(Color.Olive, decoration: hasColour ? Decoration.Bold : Decoration.Bold | Decoration.Underline),
        TextStyle.Location => new Style(Color.Teal),
        TextStyle.Secondary => new Style(decoration: Decoration.Dim),
        TextStyle.Warning => new Style(Color.Olive),
        TextStyle.Error => new Style(Color.Maroon, decoration: Decoration.Bold),
        _ => Spectre.Console.Style.Plain,
    };

    private IAnsiConsole Create()
    {
        var isDumb = context.Variable("TERM") == "dumb";
        var created = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isDumb ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = isDumb || !hasColour ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Interactive = isDumb ? InteractionSupport.No : InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        created.Profile.Width = context.Width;
        created.Profile.Capabilities.Unicode = true;
        return created;
    }
}
