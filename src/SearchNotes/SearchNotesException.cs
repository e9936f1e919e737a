namespace SearchNotes;

/// <summary>Category of a failure outside posts and queries.</summary>
public enum Fault
{
    /// <summary>The corpus folder is missing or cannot be read.</summary>
    Corpus,

    /// <summary>No index exists yet.</summary>
    NoIndex,

    /// <summary>The index cannot be opened or is damaged.</summary>
    DamagedIndex,

    /// <summary>The index was built by another version of SearchNotes.</summary>
    OtherSchema,

    /// <summary>Another process is writing to the index.</summary>
    Locked,

    /// <summary>A disk operation failed, for example because the disk is full or read-only.</summary>
    Disk,

    /// <summary>A setting is invalid.</summary>
    Settings,

    /// <summary>A file is not an index backup, or is incomplete.</summary>
    Backup,

    /// <summary>The cluster that holds the index does not answer.</summary>
    Unreachable,
}

/// <summary>The exception for environment failures (disk, index, settings). The message states the problem and the remedy.</summary>
public sealed class SearchNotesException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">Category of the failure.</param>
    /// <param name="message">A sentence that names the cause and the remedy.</param>
    /// <param name="inner">The underlying exception, if any.</param>
    public SearchNotesException(Fault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>Category of the failure.</summary>
    public Fault Fault { get; }
}
