namespace SearchNotes.Cli.Help;

/// <summary>A line to copy from a help page.</summary>
/// <param name="Line">The command line.</param>
/// <param name="Purpose">What it is good for, in a few words.</param>
internal sealed record Example(string Line, string Purpose);
