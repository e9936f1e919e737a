using System.Runtime.CompilerServices;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying.Candidates;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>Answers queries over an index that another engine holds: that engine finds, filters and counts; the best of what it finds is
/// ranked, highlighted and explained here, as on an index of our own. Thread-safe.</summary>
internal sealed class RemoteSearcher : ITalkSearcher
{
    /// <summary>Number of talks that are ranked here, and their number when a later page was asked for.</summary>
    private const int Candidates = 200, DeepCandidates = 1000;

    /// <summary>Minimum number of hits that corrections and words given up are judged by.</summary>
    private const int FirstPage = 10;

    private static readonly TimeSpan DefaultBudget = TimeSpan.FromSeconds(1);

    /// <summary>The names of each collection, made when first asked for.</summary>
    private static readonly ConditionalWeakTable<Collection, NameIndex> NamesOf = new();

    private static readonly ConditionalWeakTable<Collection, BestBetTable> BestBetsOf = new();

    private readonly IRemoteIndex index;
    private readonly IRemoteGeneration? pinned;

    /// <summary>Creates the searcher, which owns the index.</summary>
    public RemoteSearcher(IRemoteIndex index) => this.index = index;

    private RemoteSearcher(IRemoteIndex index, IRemoteGeneration pinned) => (this.index, this.pinned) = (index, pinned);

    /// <inheritdoc/>
    public long Generation => Source.Collection.Generation;

    /// <inheritdoc/>
    public DateTimeOffset BuiltAt => Source.Collection.Record.BuiltAt;

    private IRemoteGeneration Source => pinned ?? index.Current;

    /// <inheritdoc/>
    public SearchResult Search(SearchRequest request, CancellationToken cancel = default)
    {
        request.Check();
        var source = Source;
        var rounds = new RemoteRounds(source, new Deadline(request.Budget, cancel));
        return KindQuery.Of(request, kind => RemoteLists.Has(source.Collection.Names, kind)) is { } ofKind
            && Search(ofKind, source, rounds) is { Total: > 0 } found ? found : Search(request, source, rounds);
    }

    private static SearchResult Search(SearchRequest request, IRemoteGeneration source, RemoteRounds rounds)
    {
        var hasLiteral = false;
        var query = rounds.Settle([], snapshot =>
        {
            var terms = snapshot.RentTerms();
            var plan = QueryPlanner.Plan(request.Parsed, snapshot, terms, rounds.Deadline);
            var sort = plan.HasWords || request.Sort != SearchSort.Relevance ? request.Sort : SearchSort.DateDescending;
            hasLiteral = plan.Words.Any(word => word.Literal is not null);
            return RemoteRounds.Query(snapshot, plan, SizeOf(request, sort)) with
            {
                Sort = sort,
                Facets = request.Facets,
                CountPosts = request.GroupByPost,
                Filters = [.. Filters(request)],
            };
        });
        var (answer, talks) = rounds.Find(query);
        var result = rounds.Settle(talks, snapshot => TalkSearcher.Search(request, snapshot, rounds.Deadline));
        var isWhole = answer.Documents <= answer.Talks.Count;
        return result with
        {
            Total = isWhole ? result.Total : request.GroupByPost ? answer.Posts : answer.Documents,
            Facets = RemoteFacets.Of(answer.Facets, source.Collection.Names),
            Partial = result.Partial || rounds.IsPartial,
            Notes = hasLiteral && !isWhole
                ? [.. result.Notes, new Note(0, "The code was compared by its words where there are many talks with them.")] : result.Notes,
        };
    }

    /// <inheritdoc/>
    public Suggestions Suggest(string typed, int limit = 5, TimeSpan? budget = null, CancellationToken cancel = default)
    {
        var rounds = new RemoteRounds(Source, new Deadline(budget ?? DefaultBudget, cancel));
        var query = rounds.Settle([], snapshot =>
            RemoteRounds.Query(snapshot, Suggester.Plan(snapshot, typed, rounds.Deadline), Candidates));
        var talks = query.Words is null ? [] : rounds.Find(query with { WithBestCoverage = false }).Talks;
        return rounds.Settle(talks, snapshot => Suggester.Suggest(snapshot, typed, limit, rounds.Deadline));
    }

    /// <inheritdoc/>
    public IReadOnlyList<TalkHit> Related(string id, int limit = 5, TimeSpan? budget = null, CancellationToken cancel = default)
    {
        var source = Source;
        var rounds = new RemoteRounds(source, new Deadline(budget ?? DefaultBudget, cancel));
        if (source.WithKey(Schema.Id, id) is not [var talk, ..])
            return [];
        var query = rounds.Settle([talk], snapshot =>
            RemoteRounds.Query(snapshot, RelatedTalks.Plan(snapshot, 0, rounds.Deadline), Candidates));
        if (query.Words is null)
            return [];
        var found = rounds.Find(query with { WithBestCoverage = false }).Talks;
        IReadOnlyList<CandidateTalk> talks = [talk, .. found.Where(other => other.Stored.Talk.Id != id)];
        return rounds.Settle(talks, snapshot => RelatedTalks.Find(snapshot, 0, limit, rounds.Deadline));
    }

    /// <inheritdoc/>
    public StoredTalk? Find(string id) => Source.WithKey(Schema.Id, id) is [var talk, ..] ? talk.Stored : null;

    /// <inheritdoc/>
    public string? IdOfFormer(string formerId) => Source.WithKey(Schema.FormerId, formerId) is [var talk, ..] ? talk.Stored.Talk.Id : null;

    /// <inheritdoc/>
    public IReadOnlyList<StoredTalk> DocumentsOfPost(string postId) =>
        [.. Source.WithKey(Schema.Post, postId).Select(talk => talk.Stored).OrderBy(stored => stored.Talk.FirstLine)];

    /// <inheritdoc/>
    public IReadOnlyList<NamedCount> Speakers() => RemoteLists.Speakers(Source.Collection.Names);

    /// <inheritdoc/>
    public IReadOnlyList<NamedCount> Tags() => RemoteLists.Tags(Source.Collection.Names);

    /// <inheritdoc/>
    public IReadOnlyList<NamedCount> Events() => RemoteLists.Events(Source.Collection.Names);

    /// <inheritdoc/>
    public QueryPages PagesOf(SearchRequest request)
    {
        if (!request.IsFirstPageOfQuery)
            return QueryPages.None;
        var collection = Source.Collection;
        var bestBets = BestBetsOf.GetValue(collection, static collection => BestBetTable.Of(collection.Record.BestBets));
        return new(bestBets.Find(request.Query, FindPresent), NamesOf.GetValue(collection, MakeNames).Find(request.Query));
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<Run>> Mark(StoredTalk talk, string query)
    {
        var rounds = new RemoteRounds(Source, new Deadline(DefaultBudget, CancellationToken.None));
        return rounds.Settle([], snapshot => TalkSearcher.Mark(talk, query, snapshot, rounds.Deadline));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> TalkIds() => Source.TalkIds();

    /// <inheritdoc/>
    public IndexStats Stats() => RemoteLists.Stats(Source.Collection);

    /// <inheritdoc/>
    public ITalkSearcher Pin() => new RemoteSearcher(index, Source);

    /// <inheritdoc/>
    public bool Refresh() => pinned is null && index.Refresh();

    /// <inheritdoc/>
    public void CheckIntegrity(CancellationToken cancel = default) => index.Check();

    /// <inheritdoc/>
    public void WarmUp()
    {
        Source.Collection.Vocabulary.WarmUp();
        _ = Source.Collection.NameCompletions.Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (pinned is null)
            index.Dispose();
    }

    private StoredTalk? FindPresent(string id) => Find(id) ?? (IdOfFormer(id) is { } now ? Find(now) : null);

    private static NameIndex MakeNames(Collection collection)
    {
        var names = collection.Names;
        return new(RemoteLists.Speakers(names), RemoteLists.Events(names), RemoteLists.Tags(names), RemoteLists.Kinds(names),
            collection.Record.EventAliases);
    }

    private static int SizeOf(SearchRequest request, SearchSort sort)
    {
        var shown = request.Page * request.PerPage;
        if (sort != SearchSort.Relevance && !request.GroupByPost)
            return Math.Max(shown, FirstPage);
        return shown * (request.GroupByPost ? 4 : 1) <= Candidates ? Candidates : DeepCandidates;
    }

    private static IEnumerable<(Facet? Facet, Condition Condition)> Filters(SearchRequest request)
    {
        foreach (var facet in Facet.All)
        {
            if (request.ValuesOf(facet) is { Count: > 0 } values)
                yield return (facet, FilterConditions.AnyOf(facet, values));
        }

        if (request.Has.Count > 0)
            yield return (null, FilterConditions.Has(request.Has));
    }
}
