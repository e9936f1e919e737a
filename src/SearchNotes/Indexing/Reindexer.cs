using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>Brings the index up to date with the corpus. The writing half of the tour.</summary>
public sealed class Reindexer
{
    private readonly Corpus corpus;
    private readonly IndexFolder folder;
    private readonly TimeProvider time;

    /// <summary>Prepares a run; nothing is read yet.</summary>
    /// <param name="corpus">The posts.</param>
    /// <param name="indexFolder">The index folder; made when missing.</param>
    /// <param name="time">The clock for the commit's time and the report's seconds.</param>
    public Reindexer(Corpus corpus, string indexFolder, TimeProvider time)
        : this(corpus, new IndexFolder(indexFolder), time)
    {
    }

    /// <summary>How many posts are read and split at a time, at least 1. Default: the number of cores.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    internal Reindexer(Corpus corpus, IndexFolder folder, TimeProvider time) =>
        (this.corpus, this.folder, this.time) = (corpus, folder, time);

    /// <summary>Runs: one atomic commit, or none when nothing changed.</summary>
    /// <param name="full">Rebuild everything.</param>
    /// <param name="progress">Told after each post, in order, from any thread and never from two at once.</param>
    /// <param name="cancel">Stops the run; the old index stays.</param>
    /// <exception cref="SearchNotesException">Corpus, lock, disk, or an index that a newer version wrote.</exception>
    public ReindexReport Run(bool full = false, IProgress<ReindexProgress>? progress = null, CancellationToken cancel = default) =>
        Run(full, heal: false, progress, cancel);

    /// <summary>Runs after something could not be read: compares the checksums of the whole index, moves it aside when it is
    /// damaged and builds it anew. One that turns out whole is brought up to date as ever.</summary>
    /// <inheritdoc cref="Run(bool, IProgress{ReindexProgress}?, CancellationToken)"/>
    public ReindexReport Heal(IProgress<ReindexProgress>? progress = null, CancellationToken cancel = default) =>
        Run(full: false, heal: true, progress, cancel);

    private ReindexReport Run(bool full, bool heal, IProgress<ReindexProgress>? progress, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        RequirePosts();
        using var held = IndexLock.Take(folder.Root);
        try
        {
            try
            {
                new FolderExchange(folder).Finish();
                return Run(started, full, heal, progress, cancel);
            }
            catch (Exception e) when (!heal && IndexFolder.IsDamage(e) && IsDamaged())
            {
                // Segments that were whole when they were last checked can rot; a merge notices.
                return Run(started, full, heal: true, progress, cancel);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Disk,
                $"The index in {folder.Root} could not be written: {e.Message.TrimEnd('.')}. The index from before is unchanged; free some space or check the folder's rights, and run again.", e);
        }
    }

    private ReindexReport Run(long started, bool full, bool heal, IProgress<ReindexProgress>? progress, CancellationToken cancel)
    {
        var files = corpus.Scan();
        var aliases = SpeakerAliases.Read(corpus);
        var settings = SettingsFingerprint.Of(corpus);
        var last = PreviousCommit.Read(folder, settings, full);
        var plan = ReindexPlan.Make(corpus, files, last.Posts);
        if (last.IsUsable)
            last = plan.IsEmpty && !heal ? last.Opened(folder) : last.Checked(folder, again: heal);
        if (last.IsUsable && plan.IsEmpty)
            return Report(plan, last, [], last.Record!, started); // IsUsable says there is a record.
        if (last.IsDamaged)
        {
            folder.MoveAside(time.GetUtcNow());
            plan = ReindexPlan.Make(corpus, files, last.Posts);
        }

        Directory.CreateDirectory(folder.Current);
        using var writer = new TalkWriter(folder, fromScratch: !last.IsUsable);
        var written = Write(writer, plan, aliases, progress, cancel);
        var record = Commit(writer, plan, written, last, settings);
        var report = Report(plan, last, written, record, started);

        // The aliases file is one of the settings: whenever it changed, everything is built anew.
        return report.Full
            ? report with { Warnings =
                [.. aliases.Warnings.Select(w => new PostWarning(SpeakerAliases.FileName, w.Line, w.Message)), .. report.Warnings] }
                : report;
    }

    /// <summary>Reads, splits and writes posts on several cores; the writer takes whole posts from any thread.</summary>
    private ConcurrentBag<WrittenPost> Write(TalkWriter writer, ReindexPlan plan, SpeakerAliases aliases,
        IProgress<ReindexProgress>? progress, CancellationToken cancel)
    {
        foreach (var id in plan.ToRemove)
            writer.Remove(id);

        var counting = new Lock();
        var done = 0;
        var written = new ConcurrentBag<WrittenPost>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancel };
        try
        {
            Parallel.ForEach(Partitioner.Create(plan.ToWrite, EnumerablePartitionerOptions.NoBuffering), parallel, file =>
            {
                written.Add(Write(writer, file, aliases));
                // Counted and told in one step, so that nobody sees a run go backwards.
                lock (counting)
                    progress?.Report(new ReindexProgress(++done, plan.ToWrite.Count, file.Path));
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.FirstOrDefault(x => x is SearchNotesException
            || IndexFolder.IsDamage(x)) is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
        }

        return written;
    }

    private WrittenPost Write(TalkWriter writer, PostFile file, SpeakerAliases aliases)
    {
        var bytes = corpus.ReadBytes(file);
        var split = TalkSplitter.Split(corpus, bytes, aliases);
        var post = split.Post;
        var talks = post.SkipReason is null ? split.Documents.Select(talk => Store(post, talk)).ToList() : [];
        writer.Replace(file.Id, talks);

        var talkCount = talks.Count(stored => stored.Talk.Kind != TalkKind.Post);
        var codeBlocks = talks.Sum(stored => stored.Talk.Passages.Count(p => p.Kind == PassageKind.Code));
        var entry =
            new ManifestPost(file.Path, file.Id, bytes.Bytes.Length, ReindexPlan.SettledTicks(file, time.GetUtcNow()),
                SHA256.HashData(bytes.Bytes), talkCount, talks.Count, codeBlocks, post.SkipReason);
        return new WrittenPost(entry, split.Warnings, [.. SpeakerCheck.Appearances(split)]);
    }

    private static StoredTalk Store(Post post, Talk talk) => new()
    {
        Talk = talk,
        Path = post.Path,
        PostId = post.Id,
        PostTitle = post.Title,
        EventTitle = post.EventTitle,
        Location = post.FrontMatter.Location,
        Date = post.Date,
        Language = post.Language,
        Tags = post.FrontMatter.Tags,
        PageUrl = post.Url,
    };

    /// <summary>The list of posts goes to the disk first; the commit that names it makes both valid in one step.</summary>
    private CommitRecord Commit(TalkWriter writer, ReindexPlan plan, IReadOnlyCollection<WrittenPost> written, PreviousCommit last,
        string settings)
    {
        var posts = plan.Unchanged.Concat(written.Select(w => w.Entry)).ToDictionary(p => p.Path, StringComparer.Ordinal);
        var manifest = new Manifest { Posts = posts, CheckedSegments = last.CheckedSegments };
        var record = new CommitRecord
        {
            Schema = Schema.Version,
            Lineage = last.Record?.Lineage ?? Guid.NewGuid().ToString("N"),
            Settings = settings,
            Corpus = manifest.Fingerprint(),
            Manifest = manifest.Write(folder.Current),
            Posts = posts.Values.Count(p => p.SkipReason is null),
            Talks = posts.Values.Sum(p => p.Talks),
            Documents = posts.Values.Sum(p => p.Documents),
            CodeBlocks = posts.Values.Sum(p => p.CodeBlocks),
            BuiltAt = time.GetUtcNow(),
        };
        writer.Commit(record);
        Manifest.DeleteOthers(folder.Current, writer.ManifestsInUse());
        return record;
    }

    private ReindexReport Report(ReindexPlan plan, PreviousCommit last, IReadOnlyCollection<WrittenPost> written, CommitRecord record,
        long started) => new()
    {
        Full = !last.IsUsable,
        FullBecause = last.RebuildReason,
        Posts = record.Posts,
        Talks = record.Talks,
        Added = plan.Added,
        Changed = plan.Changed,
        Moved = plan.Moved,
        Deleted = plan.Deleted,
        Unchanged = plan.Unchanged.Count,
        Skipped = [.. plan.Unchanged.Concat(written.Select(w => w.Entry)).Where(p => p.SkipReason is not null)
            .OrderBy(p => p.Path, StringComparer.Ordinal).Select(p => new SkippedPost(p.Path, p.SkipReason!))], // Filtered just above.
        Warnings = [.. plan.Warnings, .. Warnings([.. written.OrderBy(w => w.Entry.Path, StringComparer.Ordinal)])],
        Took = time.GetElapsedTime(started),
        Generation = folder.Generation(),
    };

    /// <summary>What is odd in the posts that were read, names among them that are probably one person.</summary>
    private static IReadOnlyList<PostWarning> Warnings(IReadOnlyList<WrittenPost> written)
    {
        var doubts = SpeakerCheck.Find(written.SelectMany(w => w.Appearances))
            .ToLookup(doubt => doubt.Path, doubt => doubt.Warning, StringComparer.Ordinal);
        return [.. written.SelectMany(w => w.Warnings.Concat(doubts[w.Entry.Path]).OrderBy(warning => warning.Line)
            .Select(warning => new PostWarning(w.Entry.Path, warning.Line, warning.Message)))];
    }

    /// <summary>Whether the index is missing or differs from the corpus, by sizes and times where those tell.</summary>
    /// <exception cref="SearchNotesException">The corpus cannot be read.</exception>
    public bool IsBehind()
    {
        var settings = SettingsFingerprint.Of(corpus);
        var last = PreviousCommit.Read(folder, settings, full: false);
        return !last.IsUsable || !ReindexPlan.Make(corpus, corpus.Scan(), last.Posts).IsEmpty;
    }

    /// <summary>Who writes the index now, in words; <see langword="null"/> when nobody does.</summary>
    public string? WrittenBy() => IndexLock.HolderNow(folder.Root);

    /// <summary>Tries whether a run could write the index, and leaves nothing behind.</summary>
    /// <exception cref="SearchNotesException">It could not: disk, rights, or another process that writes.</exception>
    public void CheckWritable() => WriteTest.Run(folder);

    /// <summary>Where there is neither an index nor a post the folder is another than was meant: nothing is made there.</summary>
    private void RequirePosts()
    {
        if (!Directory.Exists(folder.Current) && !new FolderExchange(folder).HasCommit() && corpus.List().Count == 0)
            throw new SearchNotesException(Fault.Corpus,
                $"There are no posts in \"{corpus.Options.Root}\", and no index was made; name the folder of the posts with --corpus. Posts end in .md, .markdown, .mdown or .mkd, or in .txt with front matter or headings.");
    }

    private bool IsDamaged()
    {
        var last = PreviousCommit.Read(folder, SettingsFingerprint.Of(corpus), full: true);
        return last.IsDamaged || (folder.HasCommit && last.Checked(folder, again: true).IsDamaged);
    }

    private sealed record WrittenPost(ManifestPost Entry, IReadOnlyList<Warning> Warnings, IReadOnlyList<Appearance> Appearances);
}
