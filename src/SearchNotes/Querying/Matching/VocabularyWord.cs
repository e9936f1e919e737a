namespace SearchNotes.Querying.Matching;

/// <summary>A word of the vocabulary.</summary>
/// <param name="Word">The folded word.</param>
/// <param name="Count">Approximate number of documents that contain the word.</param>
/// <param name="IsName">Whether the word is part of a speaker's name.</param>
/// <param name="Edits">Edit distance to the word that was searched for.</param>
internal readonly record struct VocabularyWord(string Word, int Count, bool IsName, int Edits);
