using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Export;

/// <summary>Input of an export's page writers.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Searcher">The index.</param>
/// <param name="Talks">All documents, undated ones first, then oldest first; documents of one day by id in reverse.</param>
internal sealed record ExportContext(ExportOptions Options, TalkSearcher Searcher, IReadOnlyList<StoredTalk> Talks);
