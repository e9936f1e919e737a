namespace SearchNotes.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Nothing was found, or there were warnings under <c>--strict</c>.</summary>
    public const int NothingFound = 1;

    /// <summary>The command failed or was typed wrong.</summary>
    public const int Failed = 2;
}
