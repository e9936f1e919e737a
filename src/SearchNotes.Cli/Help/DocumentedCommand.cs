using System.CommandLine;

namespace SearchNotes.Cli.Help;

/// <summary>A command whose help page ends with examples.</summary>
/// <param name="name">What is typed.</param>
/// <param name="description">What it does, in a sentence.</param>
internal sealed class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Lines to copy.</summary>
    public required IReadOnlyList<Example> Examples { get; init; }
}
