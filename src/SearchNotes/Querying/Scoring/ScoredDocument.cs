namespace SearchNotes.Querying.Scoring;

/// <summary>A document that may be shown.</summary>
internal readonly record struct ScoredDocument(int Doc, float Score);
