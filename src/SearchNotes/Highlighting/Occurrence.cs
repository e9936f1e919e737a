namespace SearchNotes.Highlighting;

/// <summary>A match of the query at a place in a text.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="End">Index after the last character.</param>
/// <param name="Words">The words of the query that match there, as bits.</param>
internal readonly record struct Occurrence(int Start, int End, ulong Words);
