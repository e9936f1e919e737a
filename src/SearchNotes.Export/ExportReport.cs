namespace SearchNotes.Export;

/// <summary>The result of an export.</summary>
/// <param name="Generation">Generation of the export: equal for equal contents.</param>
/// <param name="Documents">Number of documents.</param>
/// <param name="Files">Number of files of this generation.</param>
/// <param name="Written">Number of files that were new or changed.</param>
/// <param name="Removed">Number of files of an older generation that were removed.</param>
/// <param name="Bytes">Total size of the files of this generation.</param>
public sealed record ExportReport(string Generation, int Documents, int Files, int Written, int Removed, long Bytes);
