namespace SearchNotes.Querying.Snapshots;

/// <summary>A document with its score, a candidate for the result page.</summary>
internal readonly record struct ScoredDocument(int Doc, float Score);
