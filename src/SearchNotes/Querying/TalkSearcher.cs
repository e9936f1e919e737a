using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchNotes.Indexing;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Querying;

/// <summary>Answers queries over an index. The reading half of the tour. Safe for many threads.</summary>
public sealed class TalkSearcher : IDisposable
{
    private static readonly TimeSpan UsualBudget = TimeSpan.FromSeconds(1);

    private readonly CurrentSnapshot index;

    private TalkSearcher(CurrentSnapshot index) => this.index = index;

    /// <summary>Opens the newest good commit of an index folder.</summary>
    /// <exception cref="SearchNotesException">No index, damaged, other schema.</exception>
    public static TalkSearcher Open(string indexFolder) => new(new CurrentSnapshot(indexFolder));

    /// <summary>Searches: reads the query, looks its words up, scores, chooses the page, and shows why each hit is there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is outside its ranges. No query throws.</exception>
    /// <exception cref="SearchNotesException">The index turns out damaged.</exception>
    public SearchResult Search(SearchRequest request, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(request.PerPage is >= 1 and <= 100 && request.Page is >= 1 and <= 1000
            && request.Page * request.PerPage <= 1000, true, nameof(request));
        var query = QueryReader.Read(request.Query);
        return Read(snapshot => Search(request, query, snapshot, new Deadline(request.Budget, cancel)));
    }

    private static SearchResult Search(SearchRequest request, ParsedQuery query, Snapshot snapshot, Deadline deadline)
    {
        var terms = snapshot.RentTerms();
        var scores = snapshot.RentScores();
        try
        {
            var plan = QueryPlanner.Plan(query, snapshot, terms, deadline);
            var scorer = new TalkScorer(snapshot, terms, deadline) { TopicFactor = plan.IsQuestion ? 1f : Ranking.TopicOfName };
            scorer.Score(plan.Root, scores);

            // Without words there is nothing to rank by: newest first.
            if (!plan.HasWords && request.Sort == SearchSort.Relevance)
                request = request with { Sort = SearchSort.DateDescending };
            var collector = new HitCollector(snapshot.DocumentValues, request);
            if (request.Sort == SearchSort.Relevance && Feedback.IsFor(plan))
            {
                var answers = collector.Hits(scores, plan);
                collector.Sort(answers, Ranking.FeedbackTalks);
                Feedback.Raise(snapshot, terms, plan, scores, answers, deadline);
            }

            var collected = collector.Collect(scores, plan);
            var best = Best(request, snapshot, terms, plan, collector, collected);

            var answer = new SearchResultBuilder(snapshot, plan, scores);
            var page = best.Skip((request.Page - 1) * request.PerPage).Take(request.PerPage).ToList();
            var hits = answer.Hits(page, request.Explain ? scorer : null, deadline);
            return answer.Build(collected, best, query.Notes, terms, deadline) with { Hits = hits };
        }
        finally
        {
            snapshot.ReturnScores(scores);
            snapshot.ReturnTerms(terms);
        }
    }

    /// <summary>The best hits in order, as many as the page needs; those near the top are ranked once more by how close the words
    /// stand.</summary>
    private static List<ScoredDocument> Best(SearchRequest request, Snapshot snapshot, TermReader terms, QueryPlan plan,
        HitCollector collector, CollectedHits collected)
    {
        var hits = collected.Hits;
        var words = plan.PositiveWords().ToList();
        collector.Sort(hits, Math.Max(request.Page * request.PerPage, Ranking.ProximityDepth));
        if (request.Sort != SearchSort.Relevance || words.Count < 2)
            return hits;

        var top = hits.GetRange(0, Math.Min(hits.Count, Ranking.ProximityDepth));
        Proximity.Raise(snapshot, terms, words, top);
        hits.RemoveRange(0, top.Count);
        hits.InsertRange(0, top);
        collector.Sort(hits, hits.Count);
        return hits;
    }

    /// <summary>Answers letters as they are typed.</summary>
    /// <param name="typed">What stands in the box.</param>
    /// <param name="limit">Most entries of each list, 1 to 20.</param>
    /// <param name="budget">How long it may take before it answers with what it has. Default one second.</param>
    /// <param name="cancel">Ends the work.</param>
    public Suggestions Suggest(string typed, int limit = 5, TimeSpan? budget = null, CancellationToken cancel = default) =>
        Read(snapshot => Suggester.Suggest(snapshot, typed, limit, new Deadline(budget ?? UsualBudget, cancel)));

    /// <summary>Talks like this one, best first; empty when the id is unknown.</summary>
    /// <param name="id">The id of the talk.</param>
    /// <param name="limit">Most talks.</param>
    /// <param name="budget">How long it may take before it answers with what it has. Default one second.</param>
    /// <param name="cancel">Ends the work.</param>
    public IReadOnlyList<TalkHit> Related(string id, int limit = 5, TimeSpan? budget = null, CancellationToken cancel = default) =>
        Read(snapshot => DocsOf(snapshot, Schema.Id, id) is [var doc, ..]
            ? RelatedTalks.Find(snapshot, doc, limit, new Deadline(budget ?? UsualBudget, cancel)) : []);

    /// <summary>The document of an id, or <see langword="null"/>.</summary>
    public StoredTalk? Find(string id) => Read(snapshot => DocsOf(snapshot, Schema.Id, id).Select(snapshot.Talks.Get).FirstOrDefault());

    /// <summary>All documents of a post in the order of the file, by the post's part of the id.</summary>
    public IReadOnlyList<StoredTalk> DocumentsOfPost(string postId) =>
        Read(snapshot => DocsOf(snapshot, Schema.Post, postId).Select(snapshot.Talks.Get).OrderBy(stored => stored.Talk.FirstLine)
            .ToList());

    /// <summary>All speakers by name.</summary>
    public IReadOnlyList<NamedCount> Speakers() => Read(snapshot => BrowseLists.Speakers(snapshot.DocumentValues));

    /// <summary>All tags, most used first.</summary>
    public IReadOnlyList<NamedCount> Tags() => Read(snapshot => BrowseLists.Tags(snapshot.DocumentValues));

    /// <summary>All events, newest first.</summary>
    public IReadOnlyList<NamedCount> Events() => Read(snapshot => BrowseLists.Events(snapshot.DocumentValues));

    /// <summary>What the index holds.</summary>
    public IndexStats Stats() => Read(snapshot => BrowseLists.Stats(snapshot, snapshot.Bytes));

    /// <summary>The query in a normal form: equal for queries that get equal answers (spaces, case of operators). For cache keys.</summary>
    public static string Normalise(string query) => QueryReader.Read(query).Normal;

    /// <summary>Number of the commit that answers now.</summary>
    public long Generation => index.Generation;

    /// <summary>When that commit was made.</summary>
    public DateTimeOffset BuiltAt => index.BuiltAt;

    /// <summary>Switches to a newer commit where there is one; cheap when there is none.</summary>
    /// <returns>Whether it switched.</returns>
    /// <exception cref="SearchNotesException">There is one, and it cannot be read; the old one goes on answering.</exception>
    public bool Refresh() => index.Refresh();

    /// <summary>Reads every file of the index and compares checksums.</summary>
    /// <exception cref="SearchNotesException">A file is damaged.</exception>
    public void CheckIntegrity(CancellationToken cancel = default)
    {
        var snapshot = index.Acquire();
        try
        {
            index.CheckIntegrity(snapshot, cancel);
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <summary>Computes ahead what the first search would wait for.</summary>
    public void WarmUp() => Read(snapshot =>
    {
        snapshot.WarmUp();
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => index.Dispose();

    private static List<int> DocsOf(Snapshot snapshot, string field, string key)
    {
        var docs = new List<int>();
        foreach (var leaf in snapshot.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(new Term(field, key)) is not { } postings)
                continue;
            var live = leaf.AtomicReader.LiveDocs;
            while (postings.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                if (live is null || live.Get(postings.DocID))
                    docs.Add(leaf.DocBase + postings.DocID);
            }
        }

        return docs;
    }

    private T Read<T>(Func<Snapshot, T> read)
    {
        var snapshot = index.Acquire();
        try
        {
            return read(snapshot);
        }
        catch (Exception e) when (IndexFolder.IsDamage(e))
        {
            // A flipped bit may show as any of these, and so may a mistake of ours: the checksums tell which it was.
            index.CheckIntegrity(snapshot, CancellationToken.None);
            throw;
        }
        finally
        {
            snapshot.Release();
        }
    }
}
