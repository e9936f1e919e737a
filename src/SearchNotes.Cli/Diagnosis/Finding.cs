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
/// <param name="Message">The finding, in words.</param>
/// <param name="Remedy">The action to take; <see langword="null"/> when none is needed or the message contains it.</param>
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
