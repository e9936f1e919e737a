using System.Security.Cryptography;
using SearchNotes.Posts;

namespace SearchNotes.Indexing;

/// <summary>The work of one run: the difference between the corpus folder and the posts of the last commit.</summary>
internal sealed class ReindexPlan(Corpus corpus)
{
    /// <summary>Files younger than this may change again within the resolution of the file time.</summary>
    private static readonly TimeSpan TooYoung = TimeSpan.FromSeconds(2);

    /// <summary>Posts to read and write.</summary>
    public List<PostFile> ToWrite { get; } = [];

    /// <summary>Posts that did not change.</summary>
    public List<ManifestPost> Unchanged { get; } = [];

    /// <summary>Ids in the index that no longer belong to a post.</summary>
    public List<string> ToRemove { get; } = [];

    /// <summary>Number of posts that are new.</summary>
    public int Added { get; private set; }

    /// <summary>Number of posts whose content changed.</summary>
    public int Changed { get; private set; }

    /// <summary>Number of posts that have a new path and the same content.</summary>
    public int Moved { get; private set; }

    /// <summary>Number of posts that were deleted.</summary>
    public int Deleted { get; private set; }

    /// <summary>Number of posts that did not change and are split again.</summary>
    public int SplitAgainCount { get; private set; }

    /// <summary>Warnings about folders that could not be listed.</summary>
    public List<PostWarning> Warnings { get; } = [];

    /// <summary>Whether the index is already up to date. A post that is gone can matter to the others even where none of it was
    /// indexed: fewer posts may share a folder.</summary>
    public bool IsEmpty => ToWrite.Count == 0 && ToRemove.Count == 0 && Deleted == 0;

    /// <summary>Makes the plan. Compares files by size and time first, and reads a file only when its size is unchanged but its
    /// modification time is not. Posts in a folder that cannot be listed stay in the index, because they may still exist.</summary>
    /// <param name="corpus">The corpus, for reading files.</param>
    /// <param name="listing">The files of the corpus.</param>
    /// <param name="before">Posts of the last commit by path; empty for a full build.</param>
    public static ReindexPlan Make(Corpus corpus, CorpusListing listing, IReadOnlyDictionary<string, ManifestPost> before)
    {
        var plan = new ReindexPlan(corpus);
        var unseen = listing.Unlisted.Count == 0
            ? [] : before.Values.Where(post => listing.Unlisted.Any(folder => folder.Holds(post.Path))).ToList();
        var files = listing.FilesBeside([.. unseen.Select(post => post.Path)]);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var added = new List<PostFile>();
        foreach (var file in files)
        {
            paths.Add(file.Path);
            ids.Add(file.Id);
            if (!before.TryGetValue(file.Path, out var post))
                added.Add(file);
            else if (post.Id == file.Id && !plan.HasCome(post.ChangesAtTicks) && plan.IsSame(file, post))
                plan.Unchanged.Add(post);
            else
                plan.Change(file);
        }

        plan.KeepUnlisted([.. unseen.Where(post => paths.Add(post.Path) && ids.Add(post.Id))], listing.Unlisted);
        var gone = before.Values.Where(post => !paths.Contains(post.Path)).ToList();
        plan.ToRemove.AddRange(before.Values.Where(post => post.Documents > 0 && !ids.Contains(post.Id)).Select(post => post.Id)
            .Distinct(StringComparer.Ordinal));
        plan.CountMoves(added, gone);
        return plan;
    }

    /// <summary>The modification time to record for a file, in UTC ticks; 0 when the file is so young that a later change could have the
    /// same time.</summary>
    public static long SettledTicks(PostFile file, DateTimeOffset now) =>
        file.ModifiedTicks < (now - TooYoung).UtcTicks ? file.ModifiedTicks : 0;

    /// <summary>Moves unchanged posts to the posts to write, because other posts of their series have changed.</summary>
    /// <param name="files">The posts.</param>
    public void SplitAgain(IReadOnlyList<PostFile> files)
    {
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        Unchanged.RemoveAll(post => paths.Contains(post.Path));
        ToWrite.AddRange(files);
        SplitAgainCount += files.Count;
    }

    private void KeepUnlisted(IReadOnlyCollection<ManifestPost> unseen, IReadOnlyList<UnlistedFolder> unlisted)
    {
        Unchanged.AddRange(unseen);
        Warnings.AddRange(unlisted.Select(folder => Warning(folder, unseen.Count(post => folder.Holds(post.Path)))));
    }

    private static PostWarning Warning(UnlistedFolder folder, int kept) =>
        new(folder.Path, 0, $"The folder cannot be listed ({folder.Reason}); "
        + kept switch
        {
            0 => "no post in it is indexed.",
            1 => "its 1 indexed post stays unchanged.",
            _ => $"its {kept} indexed posts stay unchanged.",
        });

    private void Change(PostFile file)
    {
        ToWrite.Add(file);
        Changed++;
    }

    private void CountMoves(List<PostFile> added, List<ManifestPost> gone)
    {
        ToWrite.AddRange(added);
        if (added.Count > 0 && gone.Count > 0)
        {
            var goneByLength = gone.ToLookup(post => post.Length);
            Moved = added.Count(file => goneByLength[file.Length].Any(post => HasHash(file, post.Hash)));
        }

        Added = added.Count - Moved;

        Deleted = Math.Max(gone.Count - Moved, 0);
    }

    // A post that was to be published later, or for some time only.
    private bool HasCome(long ticks) => ticks > 0 && ticks <= corpus.Options.Clock.GetUtcNow().UtcTicks;

    private bool IsSame(PostFile file, ManifestPost post) =>
        file.Length == post.Length && (file.ModifiedTicks == post.ModifiedTicks || HasHash(file, post.Hash));

    /// <summary>Whether a file has this hash. A file that cannot be read does not; the run then reports the problem.</summary>
    private bool HasHash(PostFile file, byte[] hash) =>
        corpus.ReadBytes(file) is { Problem: null } read && SHA256.HashData(read.Bytes).AsSpan().SequenceEqual(hash);
}
