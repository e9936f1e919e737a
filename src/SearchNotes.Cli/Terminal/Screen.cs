namespace SearchNotes.Cli.Terminal;

/// <summary>One place to write to: a terminal with colours, or a pipe that gets the same words as plain lines.</summary>
internal sealed class Screen
{
    private readonly TextWriter writer;

    private Screen(TextWriter writer, bool isTerminal, CommandContext context) =>
        (this.writer, Terminal) = (writer, isTerminal ? new TerminalWriter(writer, context) : null);

    /// <summary>The terminal, where a person watches.</summary>
    public TerminalWriter? Terminal { get; }

    /// <summary>The screen for results.</summary>
    public static Screen Out(CommandContext context) => new(context.Out, context.OutIsTerminal, context);

    /// <summary>The screen for errors and progress.</summary>
    public static Screen Error(CommandContext context) => new(context.Error, context.ErrorIsTerminal, context);

    /// <summary>Writes text in one tone, and a line end.</summary>
    public void Line(string text = "", TextStyle tone = TextStyle.Plain) => Line(new StyledText().Add(text, tone));

    /// <summary>Writes text, and a line end.</summary>
    /// <param name="words">The text. A terminal wraps it, a pipe gets its lines as they are.</param>
    /// <param name="indent">Columns in front of each line.</param>
    public void Line(StyledText words, int indent = 0)
    {
        if (Terminal is not null)
            Terminal.Line(words, indent);
        else
            Plain(words, new string(' ', indent), new string(' ', indent));
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

    private void Plain(StyledText words, string before, string beforeOthers)
    {
        foreach (var line in words.Text.Split('\n'))
        {
            writer.WriteLine(line.Length == 0 ? "" : before + line);
            before = beforeOthers;
        }
    }
}
