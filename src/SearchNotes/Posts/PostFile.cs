namespace SearchNotes.Posts;

/// <summary>A file of the corpus that has not been read yet.</summary>
/// <param name="Path">Path below the corpus folder, with <c>/</c>.</param>
/// <param name="FullPath">Path for opening the file.</param>
/// <param name="Id">The post's part of its ids, unique within the listing.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="ModifiedTicks">Time of the last change, in UTC ticks.</param>
public sealed record PostFile(string Path, string FullPath, string Id, long Length, long ModifiedTicks);

/// <summary>A file of the corpus with its bytes, so that code that compares files need not read them twice.</summary>
/// <param name="File">The file.</param>
/// <param name="Bytes">The file's content; empty if it cannot be read.</param>
/// <param name="Problem">Why the file cannot be read, or <see langword="null"/>.</param>
public sealed record PostBytes(PostFile File, byte[] Bytes, string? Problem);
