namespace SearchNotes;

/// <summary>What went wrong outside of posts and queries.</summary>
public enum Fault
{
    /// <summary>The corpus folder is missing or cannot be read.</summary>
    Corpus,

    /// <summary>There is no index yet.</summary>
    NoIndex,

    /// <summary>The index cannot be opened or is damaged.</summary>
    DamagedIndex,

    /// <summary>The index was made by another version of SearchNotes.</summary>
    OtherSchema,

    /// <summary>Another process is writing the index.</summary>
    Locked,

    /// <summary>The disk refused (full, read-only).</summary>
    Disk,

    /// <summary>A setting makes no sense.</summary>
    Settings,

    /// <summary>A file is no backup of an index, or not a whole one.</summary>
    Backup,
}

/// <summary>The surroundings are broken. The message is a sentence with the remedy.</summary>
public sealed class SearchNotesException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <param name="message">A sentence that names the thing and the remedy.</param>
    /// <param name="inner">What the system said.</param>
    public SearchNotesException(Fault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What went wrong.</summary>
    public Fault Fault { get; }
}
