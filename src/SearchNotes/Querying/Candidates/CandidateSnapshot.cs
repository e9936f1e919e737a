using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Candidates;

/// <summary>Makes a snapshot of the talks that another engine found, on which the scorer works as on a whole index.</summary>
internal static class CandidateSnapshot
{
    /// <summary>Returns the snapshot. It holds no resources.</summary>
    public static Snapshot Of(IReadOnlyList<CandidateTalk> talks, CollectionView collection)
    {
        var reader = new CandidateReader(talks);
        return new Snapshot(reader, new DocumentValues(reader, [.. talks.Select(talk => talk.IsRemainder)]),
            new TalkStore(doc => (talks[doc].Stored, 1)), collection);
    }
}
