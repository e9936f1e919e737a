using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SearchNotes.Cli.Help;

/// <summary>The page of <c>--help</c>: the library's standard page, then the command's examples.</summary>
/// <param name="width">Maximum width, in columns.</param>
internal sealed class HelpPage(int width) : SynchronousCommandLineAction
{
    private readonly HelpAction standard = new() { MaxWidth = width };

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        standard.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand { Examples: var examples })
            WriteExamples(examples, parseResult.InvocationConfiguration.Output);

        return ExitCode.Done;
    }

    private static void WriteExamples(IReadOnlyList<Example> examples, TextWriter output)
    {
        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  # {example.Purpose}");
            output.WriteLine($"  {example.Line}");
        }

        output.WriteLine();
    }
}
