using Lucene.Net.Index;

namespace SearchNotes.Indexing;

/// <summary>What the last run left, and whether the next can build on it.</summary>
internal sealed class PreviousCommit
{
    private const string Damaged = "the index was damaged";
    private static readonly Dictionary<string, ManifestPost> NoPosts = [];

    /// <summary>The commit; <see langword="null"/> when there is none, or none that can be read.</summary>
    public CommitRecord? Record { get; private init; }

    /// <summary>Its posts by path; empty when everything has to be read again.</summary>
    public IReadOnlyDictionary<string, ManifestPost> Posts { get; private init; } = NoPosts;

    /// <summary>Segments whose checksums were compared, this run's included.</summary>
    public IReadOnlySet<string> CheckedSegments { get; private init; } = new HashSet<string>();

    /// <summary>Why everything is built anew, in words; <see langword="null"/> when nothing is, or when that was asked for.</summary>
    public string? RebuildReason { get; private init; }

    /// <summary>Whether the next run can build on it.</summary>
    public bool IsUsable { get; private init; }

    /// <summary>Whether its files cannot be read.</summary>
    public bool IsDamaged { get; private init; }

    /// <summary>Looks at the index folder.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="settings">Fingerprint of the settings now.</param>
    /// <param name="full">Whether the caller wants everything built anew.</param>
    /// <exception cref="SearchNotesException">A newer version wrote it: building anew would take its work away.</exception>
    public static PreviousCommit Read(IndexFolder folder, string settings, bool full)
    {
        CommitRecord? record;
        try
        {
            record = new FolderExchange(folder).HasCommit() ? folder.ReadCommit() : null;
        }
        catch (SearchNotesException e) when (e.Fault == Fault.DamagedIndex)
        {
            return new PreviousCommit { RebuildReason = Damaged, IsDamaged = true };
        }

        if (record is null)
            return new PreviousCommit { RebuildReason = "there was no index yet" };
        if (record.Schema > Schema.Version)
            folder.Accept(record);
        if (record.Schema < Schema.Version)
            return new PreviousCommit { RebuildReason = "another version of SearchNotes wrote the index" };
        if (full)
            return new PreviousCommit { Record = record };
        if (record.Settings != settings)
            return new PreviousCommit { Record = record, RebuildReason = "settings or the program changed" };

        var manifest = Manifest.Read(folder.Current, record.Manifest);
        return manifest is null
            ? new PreviousCommit { RebuildReason = "the list of posts was damaged", IsDamaged = true }
            : new PreviousCommit { Record = record, Posts = manifest.Posts, CheckedSegments = manifest.CheckedSegments, IsUsable = true };
    }

    /// <summary>Compares the checksums of segments that nobody compared since they were written: building on a damaged one
    /// would carry the damage along.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="again">Compares those of all others too: something has come up since.</param>
    /// <returns>This run with the segments ticked off, or one that is damaged.</returns>
    public PreviousCommit Checked(IndexFolder folder, bool again = false)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return IsWhole(folder, segment =>
        {
            if (again || !CheckedSegments.Contains(segment.SegmentName))
                segment.CheckIntegrity();
            names.Add(segment.SegmentName);
        })
            ? new PreviousCommit { Record = Record, Posts = Posts, CheckedSegments = names, IsUsable = true }
            : new PreviousCommit { RebuildReason = Damaged, IsDamaged = true };
    }

    /// <summary>Opens the index as a reader does, without comparing checksums: what a reader cannot open, a run that finds nothing
    /// else to do has to build anew.</summary>
    /// <returns>This run, or one that is damaged.</returns>
    public PreviousCommit Opened(IndexFolder folder) =>
        IsWhole(folder, static _ => { }) ? this : new PreviousCommit { RebuildReason = Damaged, IsDamaged = true };

    private bool IsWhole(IndexFolder folder, Action<SegmentReader> look)
    {
        try
        {
            using var directory = folder.Open();
            using var reader = DirectoryReader.Open(directory);
            // When a file of the newest commit is missing or cut, Lucene opens the one before without a word.
            if (Record is not null && CommitRecord.Read(reader.IndexCommit.UserData) != Record)
                return false;

            foreach (var leaf in reader.Leaves)
                look((SegmentReader)leaf.AtomicReader);
            return true;
        }
        catch (Exception e) when (IndexFolder.IsDamage(e))
        {
            return false;
        }
    }
}
