namespace SearchNotes.Indexing.Analysis;

/// <summary>A term as it stands in a text.</summary>
/// <param name="Term">The folded, lower-case term.</param>
/// <param name="Start">Index of its first character in the text (UTF-16).</param>
/// <param name="End">Index behind its last character.</param>
/// <param name="Position">Which word of the text it is, from 0. An identifier, its parts and the spellings of an umlaut
/// share positions: the whole stands where its first part does.</param>
internal readonly record struct Token(string Term, int Start, int End, int Position);
