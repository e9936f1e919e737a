using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Querying.Candidates;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Tests.Querying.Candidates;

/// <summary>A generation of a few talks that checks every condition word by word.</summary>
internal sealed class MemoryGeneration : IRemoteGeneration, IRemoteIndex
{
    private readonly List<CandidateTalk> talks = [];

    public MemoryGeneration(IReadOnlyList<StoredTalk> stored)
    {
        var (counts, terms, pool) = (new CollectionCounts(), new TalkTerms(), new TermPool());
        foreach (var talk in stored)
        {
            talks.Add(CandidateTalk.Read(talk, isRemainder: false, terms, pool));
            counts.Add(talk, terms, 1);
        }

        Collection = CollectionReader.Read(new CommitRecord
        {
            Schema = Schema.Version,
            Lineage = "",
            Settings = "",
            Corpus = "",
            Manifest = "",
            Posts = stored.Count,
            Talks = stored.Count,
            Documents = stored.Count,
            CodeBlocks = 1,
            BuiltAt = default,
        }, 1, 0, counts);
    }

    public Collection Collection { get; }

    public IRemoteGeneration Current => this;

    /// <summary>Whether a shard does not answer a kind of request.</summary>
    public Func<string, bool> IsPartial { get; init; } = static _ => false;

    /// <summary>Number of requests so far.</summary>
    public int Requests { get; private set; }

    public bool Refresh() => false;

    public void Check()
    {
    }

    public void Dispose()
    {
    }

    public CountAnswer Count(IReadOnlyList<Condition> conditions, Deadline deadline)
    {
        Requests++;
        return new CountAnswer([.. conditions.Select(condition => talks.Count(talk => Holds(condition, talk)))], IsPartial(nameof(Count)));
    }

    public CandidateAnswer Find(CandidateQuery query, Deadline deadline)
    {
        Requests++;
        var matching = Matching(query);
        var hits = matching.Where(talk => query.Filters.All(filter => Holds(filter.Condition, talk))).ToList();
        return new CandidateAnswer
        {
            Talks = hits,
            Documents = hits.Count,
            IsPartial = IsPartial(nameof(Find)),
            Best = query.WithBestCoverage ? Best(query) : null,
            Facets = query.Facets.ToDictionary(facet => facet, facet => Values(facet, matching.Where(talk =>
                query.Filters.All(filter => filter.Facet == facet || Holds(filter.Condition, talk))))),
        };
    }

    public IReadOnlyList<string> TalkIds() =>
        [.. talks.Select(talk => talk.Stored.Talk.Id).Order(StringComparer.Ordinal)];

    public IReadOnlyList<CandidateTalk> WithKey(string field, string key) => [.. talks.Where(talk => key == (field == Schema.Id
        ? talk.Stored.Talk.Id : talk.Stored.PostId))];

    private List<CandidateTalk> Matching(CandidateQuery query) => [.. talks.Where(talk => Holds(query.Where, talk))];

    private CoverageAnswer Best(CandidateQuery query)
    {
        var best = Matching(query).MaxBy(talk => query.Words is null ? 0 : Coverage(query.Words, talk));
        return new(best is null || query.Words is null ? 0 : Coverage(query.Words, best), best, IsPartial(nameof(Find)));
    }

    private static IReadOnlyList<FacetValue> Values(Facet facet, IEnumerable<CandidateTalk> found) =>
        [.. found.SelectMany(talk => Keys(facet, talk)).GroupBy(key => key).Select(group => new FacetValue(group.Key, group.Count()))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)];

    private static IEnumerable<string> Keys(Facet facet, CandidateTalk talk) =>
        FacetTexts.Of(talk.Stored).Where(pair => pair.Field == facet.Field).Select(pair => facet.KeyOf(pair.Value)).Distinct();

    private static double Coverage(ScoredPart part, CandidateTalk talk) => part switch
    {
        ScoredWord word => word.Full is not null && Holds(word.Full, talk) ? word.FullCoverage
            : word.Weak is not null && Holds(word.Weak, talk) ? word.WeakCoverage : 0,
        ScoredAll all => all.Where is null || Holds(all.Where, talk) ? all.Parts.Sum(p => Coverage(p, talk)) : 0,
        ScoredAny any => any.Parts.Max(p => Coverage(p, talk)),
        _ => 0,
    };

    private static bool Holds(Condition condition, CandidateTalk talk) => condition switch
    {
        TermCondition terms => FieldsOf(terms.Fields).Any(field => terms.Terms.Any(term => !talk.Positions(field, term).IsEmpty)),
        SequenceCondition sequence => FieldsOf(sequence.Fields).Any(field => sequence.Steps[0]
            .SelectMany(term => talk.Positions(field, term).ToArray())
            .Any(start => sequence.Steps.Index().All(step => step.Item.Any(term =>
                talk.Positions(field, term).ToArray().Contains(start + step.Index))))),
        AllCondition all => all.Parts.All(part => Holds(part, talk)),
        AnyCondition any => any.Parts.Any(part => Holds(part, talk)),
        NotCondition not => !Holds(not.Part, talk),
        DayCondition days => talk.Stored.Day is { } day && days.Ranges.Any(r => day.DayNumber >= r.First && day.DayNumber <= r.Last),
        ContentCondition content => FacetTexts.ContentOf(talk.Stored).HasFlag(content.Required),
        ValueCondition values when values.Field == Schema.CodeLanguage => talk.CodeLanguages.Intersect(values.Keys).Any(),
        ValueCondition values => Keys(Facet.All.Single(facet => facet.Field == values.Field), talk).Intersect(values.Keys).Any(),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static IEnumerable<int> FieldsOf(FieldSet fields) =>
        Enumerable.Range(0, TextField.All.Length).Where(i => (TextField.All[i].Flag & fields) != 0);
}
