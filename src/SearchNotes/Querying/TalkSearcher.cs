using System.Runtime.CompilerServices;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Querying;

/// <summary>Answers queries over an index. This is the entry point of the read path. Thread-safe.</summary>
public sealed class TalkSearcher : ITalkSearcher
{
    private static readonly TimeSpan DefaultBudget = TimeSpan.FromSeconds(1);

    /// <summary>The name index of each snapshot, created on first use.</summary>
    private static readonly ConditionalWeakTable<Snapshot, NameIndex> NamesOf = new();

    private static readonly ConditionalWeakTable<Snapshot, BestBetTable> BestBetsOf = new();

    private readonly CurrentSnapshot index;
    private readonly Snapshot? pinned;
    private readonly ISemanticScorer? semantic;
    private bool isReleased;

    private TalkSearcher(CurrentSnapshot index, Snapshot? pinned, ISemanticScorer? semantic) =>
        (this.index, this.pinned, this.semantic) = (index, pinned, semantic);

    /// <summary>Opens the newest intact commit of an index folder.</summary>
    /// <param name="indexFolder">The index folder.</param>
    /// <param name="semantic">The scorer by meaning; <see langword="null"/> to rank by words alone.</param>
    /// <exception cref="SearchNotesException">There is no index, it is damaged, or it has another schema.</exception>
    public static TalkSearcher Open(string indexFolder, ISemanticScorer? semantic = null) =>
        new(new CurrentSnapshot(indexFolder), null, semantic);

    /// <summary>Searches the index: parses the query, resolves its words, scores documents, selects the page, and builds its passages and
    /// highlights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page or page size is out of range. No query text causes an exception.</exception>
    /// <exception cref="SearchNotesException">The index turned out to be damaged.</exception>
    public SearchResult Search(SearchRequest request, CancellationToken cancel = default)
    {
        request.Check();
        return Read(snapshot =>
        {
            var deadline = new Deadline(request.Budget, cancel);
            return KindQuery.Of(request, snapshot.DocumentValues) is { } ofKind
                && Search(ofKind, snapshot, deadline, semantic) is { Total: > 0 } found
                ? found : Search(request, snapshot, deadline, semantic);
        });
    }

    /// <summary>Searches a snapshot. Ranks by words alone when there is no scorer by meaning.</summary>
    internal static SearchResult Search(SearchRequest request, Snapshot snapshot, Deadline deadline, ISemanticScorer? semantic = null)
    {
        var terms = snapshot.RentTerms();
        var scores = snapshot.RentScores();
        try
        {
            var plan = QueryPlanner.Plan(request.Parsed, snapshot, terms, deadline);
            var scorer = new TalkScorer(snapshot, terms, deadline);
            scorer.Score(plan.Root, scores);

            // Without words there is nothing to rank by, so the newest come first.
            if (!plan.HasWords && request.Sort == SearchSort.Relevance)
                request = request with { Sort = SearchSort.DateDescending };
            var collector = new HitCollector(snapshot, request);
            if (request.Sort == SearchSort.Relevance && Feedback.IsFor(plan))
            {
                var answers = collector.Hits(scores, plan);
                collector.Sort(answers, Ranking.FeedbackTalks);
                Feedback.Apply(snapshot, terms, plan, scores, answers, deadline);
            }

            // Feedback may have raised scores, so the hits are collected from the final scores.
            var collected = collector.Collect(scores, plan);
            var depth = semantic is null ? 0 : SemanticRanking.Depth;
            var best = BestHits.Of(request, snapshot, terms, plan, collector, collected, depth);

            // Corrections and notes depend on the words alone. The scores by meaning may then add hits and change the order.
            var answer = new SearchResultBuilder(snapshot, plan, scores);
            var result = answer.Build(collected, best, plan.Notes, terms);
            var meaning = SemanticFusion.Of(snapshot, semantic, request, plan, scores, best, collector.Accepts);
            if (meaning is not null)
            {
                if (result is { NearOnly: false, GivenUp.Count: > 0 } && meaning.Admitted(best) is { Count: > 0 } admitted)
                {
                    collected = collector.Collect(scores, plan, admitted);
                    best = BestHits.Of(request, snapshot, terms, plan, collector, collected, depth);
                    result = result with { Total = collected.Total, Facets = collected.Facets };
                }

                meaning.Apply(best);
                collector.Sort(best, best.Count);
            }

            var page = best.Skip((request.Page - 1) * request.PerPage).Take(request.PerPage).ToList();
            var hits = answer.Hits(page, request.Explain ? scorer : null, deadline, meaning);
            return result with { Hits = hits, Partial = deadline.WasMissed };
        }
        finally
        {
            snapshot.ReturnScores(scores);
            snapshot.ReturnTerms(terms);
        }
    }

    /// <summary>Returns as-you-type suggestions.</summary>
    /// <param name="typed">The text typed so far.</param>
    /// <param name="limit">Maximum number of entries per list, 1 to 20. Default 5.</param>
    /// <param name="budget">Time limit; when it runs out, the suggestions found so far are returned. Default one second.</param>
    /// <param name="cancel">Cancels the work.</param>
    public Suggestions Suggest(string typed, int limit = 5, TimeSpan? budget = null, CancellationToken cancel = default) =>
        Read(snapshot => Suggester.Suggest(snapshot, typed, limit, new Deadline(budget ?? DefaultBudget, cancel)));

    /// <inheritdoc/>
    public QueryPages PagesOf(SearchRequest request) => request.IsFirstPageOfQuery ? Read(snapshot => new QueryPages(
        BestBetsOf.GetValue(snapshot, static snapshot => BestBetTable.Of(snapshot.Record.BestBets))
            .Find(request.Query, id => DocumentLookup.TalkOfAnyTime(snapshot, id)),
        NamesOf.GetValue(snapshot, MakeNames).Find(request.Query))) : QueryPages.None;

    /// <summary>Returns the passages of a talk in runs, with the words of a query flagged.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="query">The query as typed.</param>
    public IReadOnlyList<IReadOnlyList<Run>> Mark(StoredTalk talk, string query) =>
        Read(snapshot => Mark(talk, query, snapshot, new Deadline(DefaultBudget, CancellationToken.None)));

    /// <summary>Returns the passages of a talk in runs. The snapshot provides the terms that each word of the query stands for.</summary>
    internal static IReadOnlyList<IReadOnlyList<Run>> Mark(StoredTalk talk, string query, Snapshot snapshot, Deadline deadline)
    {
        var terms = snapshot.RentTerms();
        try
        {
            var plan = QueryPlanner.Plan(QueryReader.Read(query), snapshot, terms, deadline);
            var highlights = HighlightQueryBuilder.Of([.. plan.PositiveWords()]);
            return talk.Talk.Passages.Select(passage =>
                Highlighter.Runs(passage.Text, highlights, PassageSelector.FieldOf(passage.Kind))).ToList();
        }
        finally
        {
            snapshot.ReturnTerms(terms);
        }
    }

    /// <summary>Returns talks similar to a talk, best first; empty when the id is unknown.</summary>
    /// <param name="id">The id of the talk.</param>
    /// <param name="limit">Maximum number of talks. Default 5.</param>
    /// <param name="budget">Time limit; when it runs out, the talks found so far are returned. Default one second.</param>
    /// <param name="cancel">Cancels the work.</param>
    public IReadOnlyList<TalkHit> Related(string id, int limit = 5, TimeSpan? budget = null, CancellationToken cancel = default) =>
        Read(snapshot => DocumentLookup.Docs(snapshot, Schema.Id, id) is [var doc, ..]
            ? RelatedTalks.Find(snapshot, doc, limit, new Deadline(budget ?? DefaultBudget, cancel)) : []);

    /// <summary>Returns the document with an id, or <see langword="null"/> when there is none.</summary>
    public StoredTalk? Find(string id) => Read(snapshot => DocumentLookup.Talk(snapshot, Schema.Id, id));

    /// <summary>Returns the id of the document that now contains the first line of the talk that once had this id, or
    /// <see langword="null"/> when no talk had it.</summary>
    /// <param name="formerId">An id that no document has any longer.</param>
    public string? IdOfFormer(string formerId) =>
        Read(snapshot => DocumentLookup.Talk(snapshot, Schema.FormerId, formerId)?.Talk.Id);

    /// <summary>Returns all documents of a post in file order.</summary>
    /// <param name="postId">The id of the post.</param>
    public IReadOnlyList<StoredTalk> DocumentsOfPost(string postId) =>
        Read(snapshot =>
            DocumentLookup.Docs(snapshot, Schema.Post, postId).Select(snapshot.Talks.Get).OrderBy(stored => stored.Talk.FirstLine)
            .ToList());

    /// <summary>Returns all speakers, sorted by name.</summary>
    public IReadOnlyList<NamedCount> Speakers() => Read(snapshot => BrowseLists.Speakers(snapshot.DocumentValues));

    /// <summary>Returns all tags, most used first.</summary>
    public IReadOnlyList<NamedCount> Tags() => Read(snapshot => BrowseLists.Tags(snapshot.DocumentValues));

    /// <summary>Returns all events that have talks, newest first.</summary>
    public IReadOnlyList<NamedCount> Events() => Read(snapshot => BrowseLists.Events(snapshot.DocumentValues));

    /// <summary>Returns the ids of all talks in ordinal order. Documents of kind <c>post</c> are left out.</summary>
    public IReadOnlyList<string> TalkIds() => Read(snapshot =>
    {
        var values = snapshot.DocumentValues;
        var ids = values.Ids;
        return ids.Index().Where(id => values.Live[id.Index] && !values.IsPost(id.Index)).Select(id => id.Item)
            .Order(StringComparer.Ordinal).ToList();
    });

    /// <summary>Returns statistics of the index, such as its size and its number of talks.</summary>
    public IndexStats Stats() => Read(snapshot => BrowseLists.Stats(snapshot, snapshot.Bytes));

    /// <summary>Returns the complete contents of the index, for export in another format.</summary>
    internal IndexContents ReadContents() => Read(IndexContents.Read);

    /// <summary>Returns all documents of the current commit, read one by one.</summary>
    public IEnumerable<StoredTalk> Documents()
    {
        using var same = Pin();
        var live = same.Read(snapshot => snapshot.DocumentValues.Live);
        for (var doc = 0; doc < live.Length; doc++)
        {
            if (live[doc])
                yield return same.Read(snapshot => snapshot.Talks.Get(doc));
        }
    }

    /// <summary>Generation of the commit that is being searched.</summary>
    public long Generation => pinned?.Generation ?? index.Generation;

    /// <summary>Time at which the commit that is being searched was made.</summary>
    public DateTimeOffset BuiltAt => pinned?.Record.BuiltAt ?? index.BuiltAt;

    ITalkSearcher ITalkSearcher.Pin() => Pin();

    /// <summary>Returns a searcher that is pinned to the current commit. It stays valid until it is disposed, even when this searcher
    /// switches to a newer commit or is disposed first.</summary>
    /// <exception cref="ObjectDisposedException">This searcher is disposed.</exception>
    public TalkSearcher Pin() => new(index, Acquire(), semantic);

    /// <summary>Switches to the newest commit. Cheap when that commit is already open. A pinned searcher never switches.</summary>
    /// <returns>Whether it switched.</returns>
    /// <exception cref="SearchNotesException">The newer commit cannot be read. Searches continue on the old one.</exception>
    public bool Refresh() => pinned is null && index.Refresh();

    /// <summary>Reads every file of the index and verifies its checksum.</summary>
    /// <exception cref="SearchNotesException">A file is damaged.</exception>
    public void CheckIntegrity(CancellationToken cancel = default)
    {
        var snapshot = Acquire();
        try
        {
            index.CheckIntegrity(snapshot, cancel);
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <summary>Loads the data that the first search would otherwise load.</summary>
    public void WarmUp() => Read(snapshot =>
    {
        snapshot.WarmUp();
        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        if (pinned is null)
            index.Dispose();
        else if (!Interlocked.Exchange(ref isReleased, true))
            pinned.Release();
    }

    private Snapshot Acquire()
    {
        if (pinned is null)
            return index.Acquire();
        ObjectDisposedException.ThrowIf(isReleased || !pinned.TryAcquire(), this);
        return pinned;
    }

    private static NameIndex MakeNames(Snapshot snapshot)
    {
        var values = snapshot.DocumentValues;
        return new(BrowseLists.Speakers(values), BrowseLists.Events(values), BrowseLists.Tags(values), BrowseLists.Kinds(values),
            snapshot.Record.EventAliases);
    }

    private T Read<T>(Func<Snapshot, T> read)
    {
        var snapshot = Acquire();
        try
        {
            return read(snapshot);
        }
        catch (Exception e) when (IndexFolder.IsDamage(e))
        {
            // A flipped bit can cause any of these exceptions, and so can a bug in SearchNotes. The checksums tell the two apart.
            index.CheckIntegrity(snapshot, CancellationToken.None);
            throw;
        }
        finally
        {
            snapshot.Release();
        }
    }
}
