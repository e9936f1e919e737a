using SearchNotes.Indexing;
namespace SearchNotes.Highlighting;
internal static class Flagger { public static IReadOnlyList<Run> Runs(string text, Wanted wanted, MatchField field) => wanted.Words.Count < 0 || field < 0 ? [] : [new Run(text, false)]; }
internal static class PassageMaker { public static IReadOnlyList<Match> Best(StoredTalk stored, Wanted wanted) => stored.Path.Length + wanted.Words.Count < 0 ? [] : []; }
