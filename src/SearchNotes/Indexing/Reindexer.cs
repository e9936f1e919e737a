using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>Updates the index from the corpus. This is the entry point of the write path.</summary>
/// <remarks>A run compares the corpus with the last commit, reads and splits the posts that differ, writes their talks, and makes
/// one commit.</remarks>
public sealed class Reindexer
{
    private readonly Corpus corpus;
    private readonly IIndexStore store;
    private readonly TimeProvider time;

    /// <summary>Creates a reindexer. Does not read anything yet.</summary>
    /// <param name="corpus">The posts.</param>
    /// <param name="indexFolder">The index folder. A run creates it when it is missing.</param>
    /// <param name="time">The clock for the time of the commit and the duration in the report.</param>
    public Reindexer(Corpus corpus, string indexFolder, TimeProvider time)
        : this(corpus, new IndexFolder(indexFolder), time)
    {
    }

    internal Reindexer(Corpus corpus, IndexFolder folder, TimeProvider time)
        : this(corpus, new FolderStore(folder), time)
    {
    }

    internal Reindexer(Corpus corpus, IIndexStore store, TimeProvider time) =>
        (this.corpus, this.store, this.time) = (corpus, store, time);

    /// <summary>Maximum number of posts that are read and split in parallel; at least 1. Default: the number of processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Updates the index in one atomic commit. Makes no commit when nothing changed.</summary>
    /// <param name="full">Whether to rebuild the index from scratch.</param>
    /// <param name="progress">Receives the progress after each post, in order. Called from any thread, but never concurrently.</param>
    /// <param name="cancel">Cancels the run; the index stays unchanged.</param>
    /// <exception cref="SearchNotesException">The corpus cannot be read, another process is writing the index, the disk fails,
    /// or a newer version wrote the index.</exception>
    public ReindexReport Run(bool full = false, IProgress<ReindexProgress>? progress = null, CancellationToken cancel = default) =>
        RunLocked(full, repair: false, progress, cancel);

    /// <summary>Runs after a read error: verifies the checksums of the whole index and, when it is damaged, moves it aside and
    /// rebuilds it. An intact index is updated as in <see cref="Run(bool, IProgress{ReindexProgress}?, CancellationToken)"/>.</summary>
    /// <inheritdoc cref="Run(bool, IProgress{ReindexProgress}?, CancellationToken)"/>
    public ReindexReport Repair(IProgress<ReindexProgress>? progress = null, CancellationToken cancel = default) =>
        RunLocked(full: false, repair: true, progress, cancel);

    /// <summary>Holds the write lock during the run, and repeats the run once when it fails on damaged files.</summary>
    private ReindexReport RunLocked(bool full, bool repair, IProgress<ReindexProgress>? progress, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        RequirePosts();
        using var writeLock = Lock();
        try
        {
            try
            {
                return Update(started, full, repair, progress, cancel);
            }
            catch (Exception e) when (!repair && store.IsDamaged(e, () => SettingsFingerprint.Of(corpus)))
            {
                // Segments can become damaged after their last check; a merge detects that.
                return Update(started, full, repair: true, progress, cancel);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw store.Unwritten(e);
        }
    }

    private IDisposable Lock()
    {
        try
        {
            return store.Lock();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw store.Unwritten(e);
        }
    }

    /// <summary>Performs the steps of a run. The caller must hold the write lock.</summary>
    private ReindexReport Update(long started, bool full, bool repair, IProgress<ReindexProgress>? progress, CancellationToken cancel)
    {
        var files = corpus.Scan();
        var aliases = SpeakerAliases.Read(corpus);
        var settings = SettingsFingerprint.Of(corpus);
        var previous = store.Read(settings, full);
        var plan = ReindexPlan.Make(corpus, files, previous.Posts);
        if (previous.IsUsable)
            previous = store.Verify(previous, plan.IsEmpty, repair);
        if (previous.IsUsable && plan.IsEmpty)
            return Report(plan, previous, [], previous.Record!, started); // A usable commit has a record.
        if (previous.IsDamaged)
        {
            store.MoveAside(time.GetUtcNow());
            plan = ReindexPlan.Make(corpus, files, previous.Posts);
        }

        var priors = SeriesPlan.Extend(corpus, files.Files, plan);
        using var writer = store.Write(previous);
        var written = WritePosts(writer, plan, new PostContext(aliases, priors, previous.Known), progress, cancel);
        var record = Commit(writer, plan, written, previous, settings);
        var report = Report(plan, previous, written, record, started);

        // The aliases files are part of the settings: a change to one of them causes a full run, so only full runs report their warnings.
        return report.Full
            ? report with
            {
                Warnings =
                [
                    .. aliases.Warnings.Select(w => new PostWarning(SpeakerAliases.FileName, w.Line, w.Message)),
                    .. corpus.EventAliases.Warnings.Select(w => new PostWarning(AliasesFile.Events.Name, w.Line, w.Message)),
                    .. report.Warnings,
                ],
            }
            : report;
    }

    /// <summary>Removes the documents of deleted posts. Then reads, splits and writes the posts of the plan in parallel.</summary>
    private ConcurrentBag<WrittenPost> WritePosts(IIndexWriter writer, ReindexPlan plan, PostContext context,
        IProgress<ReindexProgress>? progress, CancellationToken cancel)
    {
        foreach (var id in plan.ToRemove)
            writer.Remove(id);

        var progressLock = new Lock();
        var done = 0;
        var written = new ConcurrentBag<WrittenPost>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancel };
        try
        {
            Parallel.ForEach(Partitioner.Create(plan.ToWrite, EnumerablePartitionerOptions.NoBuffering), parallel, file =>
            {
                written.Add(WritePost(writer, file, context));
                // Counted and reported under one lock, so that progress never goes backwards.
                lock (progressLock)
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

    /// <summary>Reads, splits and writes one post. A skipped post gets a manifest entry but no documents.</summary>
    private WrittenPost WritePost(IIndexWriter writer, PostFile file, PostContext context)
    {
        var bytes = corpus.ReadBytes(file);
        var split = TalkSplitter.Split(corpus, bytes, context.Aliases, context.Priors);
        var post = split.Post;
        List<Talk> documents = post.SkipReason is null ? [.. split.Documents] : [];
        var phrases = post.Url is not null ? PagePhrases.Repeated(documents, post.Title) : [];
        var former = FormerTalks.Of(context.Known.GetValueOrDefault(file.Path)?.AllPlaces ?? [], post, documents);
        var formerIds = former.Targets.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var media = documents.ConvertAll(talk => TalkMedia.Of(post, talk, isAlone: documents.Count == 1));
        var talks = documents.Select((talk, i) => ToStored(post, talk) with
        {
            RepeatedPhrases = phrases.Count > 0 ? phrases[i] : [],
            FormerIds = [.. formerIds[talk.Id]],
            VideoUrl = media[i].Video,
            SlidesUrl = media[i].Slides,
        }).ToList();
        writer.Replace(file.Id, talks);

        var talkCount = talks.Count(stored => stored.Talk.Kind != TalkKind.Post);
        var codeBlocks = talks.Sum(stored => stored.Talk.Passages.Count(p => p.Kind == PassageKind.Code));
        var entry =
            new ManifestPost(file.Path, file.Id, bytes.Bytes.Length, ReindexPlan.SettledTicks(file, time.GetUtcNow()),
                SHA256.HashData(bytes.Bytes), talkCount, talks.Count, codeBlocks, post.SkipReason, post.ChangesAt?.UtcTicks ?? 0,
                (sbyte)split.Opinion, split.Prior.Packed(), former.Places, former.Former);
        return new WrittenPost(entry, split.Warnings, [.. SpeakerCheck.Appearances(split)]);
    }

    internal static StoredTalk ToStored(Post post, Talk talk) => new()
    {
        Talk = talk,
        Path = post.Path,
        PostId = post.Id,
        PostTitle = post.Title,
        EventTitle = post.EventTitle,
        Location = post.FrontMatter.Location,
        Date = post.Date,
        EventDate = post.EventDate,
        EventYear = post.EventYear,
        Language = post.Language,
        Tags = post.FrontMatter.Tags,
        PageUrl = post.Url,
    };

    private CommitRecord Commit(IIndexWriter writer, ReindexPlan plan, IReadOnlyCollection<WrittenPost> written, PreviousCommit previous,
        string settings)
    {
        var posts = plan.Unchanged.Concat(written.Select(w => w.Entry)).ToDictionary(p => p.Path, StringComparer.Ordinal);
        var manifest = new Manifest { Posts = posts, CheckedSegments = previous.CheckedSegments };
        var record = new CommitRecord
        {
            Schema = Schema.Version,
            Lineage = previous.Record?.Lineage ?? Guid.NewGuid().ToString("N"),
            Settings = settings,
            Corpus = manifest.Fingerprint(),
            Manifest = "",
            Posts = posts.Values.Count(p => p.SkipReason is null),
            Talks = posts.Values.Sum(p => p.Talks),
            Documents = posts.Values.Sum(p => p.Documents),
            CodeBlocks = posts.Values.Sum(p => p.CodeBlocks),
            Synonyms = string.Join('\n', corpus.Options.Synonyms.Concat(EventSynonyms())),
            EventAliases = string.Join('\n', corpus.EventAliases.Entries.Select(entry => string.Join('\t', entry.Aliases.Prepend(entry.Name)))),
            BestBets = string.Join('\n', corpus.Options.BestBets.Select(rule => rule.On(corpus.Options.Defaults.SiteUrl))),
            BuiltAt = time.GetUtcNow(),
        };
        return writer.Commit(record, manifest);
    }

    private ReindexReport Report(ReindexPlan plan, PreviousCommit previous, IReadOnlyCollection<WrittenPost> written, CommitRecord record,
        long started) => new()
        {
            Full = !previous.IsUsable,
            RebuildReason = previous.RebuildReason,
            Posts = record.Posts,
            Talks = record.Talks,
            Added = plan.Added,
            Changed = plan.Changed,
            Moved = plan.Moved,
            Deleted = plan.Deleted,
            Unchanged = plan.Unchanged.Count + plan.SplitAgainCount,
            Skipped = [.. plan.Unchanged.Concat(written.Select(w => w.Entry)).Where(p => p.SkipReason is not null)
                .OrderBy(p => p.Path, StringComparer.Ordinal).Select(p => new SkippedPost(p.Path, p.SkipReason!))],
            // Not null: filtered above.
            Warnings = [.. plan.Warnings, .. CollectWarnings([.. written.OrderBy(w => w.Entry.Path, StringComparer.Ordinal)])],
            Took = time.GetElapsedTime(started),
            Generation = store.Generation(),
        };

    /// <summary>Returns two-way synonym rules between the name of each event and its aliases. Without them, an alias that does not occur in
    /// the notes would not find the talks of the event.</summary>
    private IEnumerable<SynonymRule> EventSynonyms() => corpus.EventAliases.Entries
        .SelectMany(entry => entry.Aliases.Select(alias => SynonymRule.Of(alias, entry.Name, isTwoWay: true))).OfType<SynonymRule>();

    /// <summary>Returns the warnings of the posts that were read, including those about speaker names that probably mean the same
    /// person.</summary>
    private static IReadOnlyList<PostWarning> CollectWarnings(IReadOnlyList<WrittenPost> written)
    {
        var ofSpeakers = SpeakerCheck.Find(written.SelectMany(w => w.Appearances))
            .ToLookup(found => found.Path, found => found.Warning, StringComparer.Ordinal);
        return [.. written.SelectMany(w => w.Warnings.Concat(ofSpeakers[w.Entry.Path]).OrderBy(warning => warning.Line)
            .Select(warning => new PostWarning(w.Entry.Path, warning.Line, warning.Message)))];
    }

    /// <summary>Returns whether the index is missing or out of date. Reads a post only when its modification time has changed but its size
    /// has not.</summary>
    /// <exception cref="SearchNotesException">The corpus cannot be read.</exception>
    public bool IsBehind()
    {
        var settings = SettingsFingerprint.Of(corpus);
        var previous = store.Read(settings, full: false);
        return !previous.IsUsable || !ReindexPlan.Make(corpus, corpus.Scan(), previous.Posts).IsEmpty;
    }

    /// <summary>The process that is writing the index, such as "process 4711"; <see langword="null"/> when there is none.</summary>
    public string? WrittenBy() => store.WrittenBy();

    /// <summary>Checks whether a run could write the index. Leaves no files behind.</summary>
    /// <exception cref="SearchNotesException">The disk or its permissions prevent writing, or another process is writing the
    /// index.</exception>
    public void CheckWritable() => store.CheckWritable();

    /// <summary>Throws when there is neither an index nor a post, because the folder is then probably the wrong one.</summary>
    private void RequirePosts()
    {
        if (!store.Exists() && corpus.List().Count == 0)
        {
            throw new SearchNotesException(Fault.Corpus,
                $"There are no posts in \"{corpus.Options.Root}\", and no index was made; name the folder of the posts with --corpus. Posts end in .md, .markdown, .mdown, .mkdn, .mkdown, .mkd or .mdx, or in .txt with front matter or headings.");
        }
    }

    /// <summary>The inputs for reading and splitting a post, besides its file.</summary>
    private sealed record PostContext(SpeakerAliases Aliases, BlogPriors Priors, IReadOnlyDictionary<string, ManifestPost> Known);

    private sealed record WrittenPost(ManifestPost Entry, IReadOnlyList<Warning> Warnings, IReadOnlyList<Appearance> Appearances);
}
