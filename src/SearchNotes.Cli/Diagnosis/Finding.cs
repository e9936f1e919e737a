namespace SearchNotes.Cli.Diagnosis;

/// <summary>The status of a check.</summary>
internal enum CheckStatus
{
    /// <summary>No problem was found.</summary>
    Ok,

    /// <summary>It works, but needs attention.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,
}

/// <summary>The result of one check of <c>doctor</c>.</summary>
/// <param name="Check">The name of the check, such as <c>index</c>.</param>
/// <param name="Status">The status.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What to do; <see langword="null"/> when nothing has to be done or the message says it.</param>
internal sealed record Finding(string Check, CheckStatus Status, string Message, string? Remedy)
{
    /// <summary>Creates a finding with the status <see cref="CheckStatus.Ok"/>.</summary>
    public static Finding Ok(string check, string message) => new(check, CheckStatus.Ok, message, null);

    /// <summary>Creates a finding with the status <see cref="CheckStatus.Warning"/>.</summary>
    public static Finding Warning(string check, string message, string remedy) => new(check, CheckStatus.Warning, message, remedy);

    /// <summary>Creates a finding with the status <see cref="CheckStatus.Failed"/>.</summary>
    public static Finding Failed(string check, string message, string remedy) => new(check, CheckStatus.Failed, message, remedy);

    /// <summary>Creates a failed finding from an exception whose message includes the remedy.</summary>
    public static Finding Failed(string check, SearchNotesException fault) => new(check, CheckStatus.Failed, fault.Message, null);
}
