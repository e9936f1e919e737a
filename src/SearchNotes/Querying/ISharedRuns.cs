namespace SearchNotes.Querying;

/// <summary>Records of the reindex runs of all servers over one index, so that each server can be asked about each run.</summary>
public interface ISharedRuns
{
    /// <summary>Writes the record of a run, replacing an earlier one. Records of old runs are lost in time.</summary>
    /// <param name="id">The id of the run: 16 lower-case hexadecimal digits.</param>
    /// <param name="record">The record, as text.</param>
    /// <exception cref="SearchNotesException">The cluster does not answer.</exception>
    void Write(string id, string record);

    /// <summary>Returns the record of a run; <see langword="null"/> when there is none.</summary>
    /// <param name="id">The id of the run, as somebody sent it.</param>
    /// <exception cref="SearchNotesException">The cluster does not answer.</exception>
    string? Read(string id);
}
