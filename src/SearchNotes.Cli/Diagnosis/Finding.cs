namespace SearchNotes.Cli.Diagnosis;

/// <summary>How a thing is.</summary>
internal enum CheckStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, and somebody should look at it.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,
}

/// <summary>What <c>doctor</c> found out about one thing.</summary>
/// <param name="Check">What was looked at, in a word.</param>
/// <param name="Status">How it is.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What to do; <see langword="null"/> when nothing has to be done.</param>
internal sealed record Finding(string Check, CheckStatus Status, string Message, string? Remedy)
{
    /// <summary>All is well with it.</summary>
    public static Finding Ok(string check, string message) => new(check, CheckStatus.Ok, message, null);

    /// <summary>It deserves a look.</summary>
    public static Finding Warning(string check, string message, string remedy) => new(check, CheckStatus.Warning, message, remedy);

    /// <summary>It does not work.</summary>
    public static Finding Failed(string check, string message, string remedy) => new(check, CheckStatus.Failed, message, remedy);

    /// <summary>It does not work, for a reason that brings its own remedy.</summary>
    public static Finding Failed(string check, SearchNotesException fault) => new(check, CheckStatus.Failed, fault.Message, null);
}
