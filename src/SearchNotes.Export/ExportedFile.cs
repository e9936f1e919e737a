namespace SearchNotes.Export;

/// <summary>A file of the export.</summary>
/// <param name="Path">Path below the output folder, with <c>/</c>.</param>
/// <param name="Content">The content.</param>
internal sealed record ExportedFile(string Path, ReadOnlyMemory<byte> Content);
