namespace SearchNotes.Cli.Help;

/// <summary>An example on a help page.</summary>
/// <param name="Line">The command line.</param>
/// <param name="Purpose">The purpose of the command line, in a few words.</param>
internal sealed record Example(string Line, string Purpose);
