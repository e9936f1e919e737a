using Lucene.Net.Index;

namespace SearchNotes.Indexing;

/// <summary>The commit of the last run, and whether the next run can build on it.</summary>
internal sealed class PreviousCommit
{
    private const string Damaged = "the index was damaged";
    private static readonly Dictionary<string, ManifestPost> NoPosts = [];

    /// <summary>The commit; <see langword="null"/> when there is none or it cannot be read.</summary>
    public CommitRecord? Record { get; private init; }

    /// <summary>Posts of the commit by path; empty when all posts have to be read again.</summary>
    public IReadOnlyDictionary<string, ManifestPost> Posts { get; private init; } = NoPosts;

    /// <summary>Posts of the commit by path, even when all posts have to be read again, because they contain the ids that talks
    /// had.</summary>
    public IReadOnlyDictionary<string, ManifestPost> Known { get; private init; } = NoPosts;

    /// <summary>Segments whose checksums were verified, including those verified in this run.</summary>
    public IReadOnlySet<string> CheckedSegments { get; private init; } = new HashSet<string>();

    /// <summary>Reason for a rebuild, as shown to users; <see langword="null"/> when none is needed or the caller asked for it.</summary>
    public string? RebuildReason { get; private init; }

    /// <summary>Whether the next run can build on the commit.</summary>
    public bool IsUsable { get; private init; }

    /// <summary>Whether files of the commit are damaged.</summary>
    public bool IsDamaged { get; private init; }

    /// <summary>Reads the newest commit of an index folder.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="settings">Fingerprint of the current settings.</param>
    /// <param name="full">Whether the caller wants a rebuild from scratch.</param>
    /// <exception cref="SearchNotesException">A newer version wrote the index: a rebuild would destroy its work.</exception>
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

        if (record?.Schema > Schema.Version)
            folder.RequireSchema(record);
        return Of(record, record is null ? null : Manifest.Read(folder.Current, record.Manifest), settings, full);
    }

    /// <summary>Returns the commit with a record and a manifest.</summary>
    /// <param name="record">The record; <see langword="null"/> when there is no commit.</param>
    /// <param name="manifest">The manifest; <see langword="null"/> when it is damaged.</param>
    /// <param name="settings">Fingerprint of the current settings.</param>
    /// <param name="full">Whether the caller wants a rebuild from scratch.</param>
    public static PreviousCommit Of(CommitRecord? record, Manifest? manifest, string settings, bool full)
    {
        if (record is null)
            return new PreviousCommit { RebuildReason = "there was no index yet" };
        if (record.Schema < Schema.Version)
            return new PreviousCommit { RebuildReason = "another version of SearchNotes wrote the index" };
        var known = manifest?.Posts ?? NoPosts;
        if (full)
            return new PreviousCommit { Record = record, Known = known };
        if (record.Settings != settings)
            return new PreviousCommit { Record = record, RebuildReason = "settings or the program changed", Known = known };

        return manifest is null
            ? new PreviousCommit { RebuildReason = "the list of posts was damaged", IsDamaged = true }
            : new PreviousCommit
            {
                Record = record,
                Posts = known,
                Known = known,
                CheckedSegments = manifest.CheckedSegments,
                IsUsable = true,
            };
    }

    /// <summary>Verifies the checksums of segments that have not been verified since they were written. A run that builds on a
    /// damaged segment would carry the damage along.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="again">Whether to verify all segments, because of a read error since.</param>
    /// <returns>This commit with its segments marked as verified, or a damaged one.</returns>
    public PreviousCommit Checked(IndexFolder folder, bool again = false)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return IsReadable(folder, segment =>
        {
            if (again || !CheckedSegments.Contains(segment.SegmentName))
                segment.CheckIntegrity();
            names.Add(segment.SegmentName);
        })
            ? new PreviousCommit { Record = Record, Posts = Posts, Known = Known, CheckedSegments = names, IsUsable = true }
            : new PreviousCommit { RebuildReason = Damaged, IsDamaged = true, Known = Known };
    }

    /// <summary>Opens the index as a reader does, without verifying checksums. A run without other work has to rebuild an index
    /// that readers cannot open.</summary>
    /// <returns>This commit, or a damaged one.</returns>
    public PreviousCommit Opened(IndexFolder folder) =>
        IsReadable(folder, static _ => { }) ? this : new PreviousCommit { RebuildReason = Damaged, IsDamaged = true, Known = Known };

    private bool IsReadable(IndexFolder folder, Action<SegmentReader> check)
    {
        try
        {
            using var directory = folder.Open();
            using var reader = DirectoryReader.Open(directory);
            // When a file of the newest commit is missing or truncated, Lucene silently opens the previous commit.
            if (Record is not null && CommitRecord.Read(reader.IndexCommit.UserData) != Record)
                return false;

            foreach (var leaf in reader.Leaves)
                check((SegmentReader)leaf.AtomicReader);
            return true;
        }
        catch (Exception e) when (IndexFolder.IsDamage(e))
        {
            return false;
        }
    }
}
