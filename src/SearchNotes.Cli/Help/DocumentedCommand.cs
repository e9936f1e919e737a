using System.CommandLine;

namespace SearchNotes.Cli.Help;

/// <summary>A command whose help page ends with examples.</summary>
/// <param name="name">The name of the command.</param>
/// <param name="description">What the command does, in one sentence.</param>
internal sealed class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>The examples, in order.</summary>
    public required IReadOnlyList<Example> Examples { get; init; }
}
