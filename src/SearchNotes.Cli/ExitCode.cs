namespace SearchNotes.Cli;

/// <summary>Exit codes of the program.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Done = 0;

    /// <summary>Nothing was found, or there were warnings under <c>--strict</c>.</summary>
    public const int NothingFound = 1;

    /// <summary>The command failed, or its arguments are invalid.</summary>
    public const int Failed = 2;
}
