namespace SearchNotes.Indexing;

/// <summary>The place where a talk began when it had an id.</summary>
/// <param name="Id">The id.</param>
/// <param name="Line">The first line, from 1.</param>
/// <param name="Hash">The hash of that line.</param>
internal readonly record struct TalkPlace(string Id, int Line, ulong Hash);
