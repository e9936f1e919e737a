namespace SearchNotes.Cli.Terminal;

/// <summary>An output for text: a terminal with colors, or a pipe that gets the same text as plain lines.</summary>
internal sealed class Screen
{
    private readonly TextWriter writer;

    private Screen(TextWriter writer, bool isTerminal, CommandContext context) =>
        (this.writer, Terminal) = (writer, isTerminal ? new TerminalWriter(writer, context) : null);

    /// <summary>The terminal, or <see langword="null"/> when the output is a pipe.</summary>
    public TerminalWriter? Terminal { get; }

    /// <summary>Creates the screen for results.</summary>
    public static Screen Out(CommandContext context) => new(context.Out, context.OutIsTerminal, context);

    /// <summary>Creates the screen for errors and progress.</summary>
    public static Screen Error(CommandContext context) => new(context.Error, context.ErrorIsTerminal, context);

    /// <summary>Writes text in one style and a line break.</summary>
    public void Line(string text = "", TextStyle style = TextStyle.Plain) => Line(new StyledText().Add(text, style));

    /// <summary>Writes text and a line break.</summary>
    /// <param name="text">The text. A terminal wraps it; a pipe gets its lines unchanged.</param>
    /// <param name="indent">Indentation of each line, in columns.</param>
    public void Line(StyledText text, int indent = 0)
    {
        if (Terminal is not null)
            Terminal.Line(text, indent);
        else
            Plain(text, new string(' ', indent), new string(' ', indent));
    }

    /// <summary>Writes a tree of one level.</summary>
    public void Tree(StyledText root, IReadOnlyList<StyledText> branches)
    {
        if (Terminal is not null)
        {
            Terminal.Tree(root, branches);
            return;
        }

        Line(root);
        for (var i = 0; i < branches.Count; i++)
        {
            var isLast = i == branches.Count - 1;
            Plain(branches[i], isLast ? "└── " : "├── ", isLast ? "    " : "│   ");
        }
    }

    private void Plain(StyledText text, string prefix, string nextPrefix)
    {
        foreach (var line in text.Text.Split('\n'))
        {
            writer.WriteLine(line.Length == 0 ? "" : prefix + line);
            prefix = nextPrefix;
        }
    }
}
