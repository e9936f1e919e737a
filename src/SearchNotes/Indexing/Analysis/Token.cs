namespace SearchNotes.Indexing.Analysis;

/// <summary>A term and its place in a text.</summary>
/// <param name="Term">The folded, lower-case term.</param>
/// <param name="Start">Index of the first character in the text, in UTF-16 code units.</param>
/// <param name="End">Index after the last character.</param>
/// <param name="Position">Index of the word in the text, from 0. Both spellings of an umlaut share a position, and so do a whole identifier
/// and its first part.</param>
internal readonly record struct Token(string Term, int Start, int End, int Position);
