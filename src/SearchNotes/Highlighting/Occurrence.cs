namespace SearchNotes.Highlighting;

/// <summary>A place in a text where something wanted stands.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index behind its last one.</param>
/// <param name="Words">The words of the query that stand there, as bits.</param>
internal readonly record struct Occurrence(int Start, int End, ulong Words);
