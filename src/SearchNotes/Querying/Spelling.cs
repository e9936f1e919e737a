using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>What became of the words that were taken for others: which corrections the hits bear out, and which are mere offers.</summary>
/// <remarks>One word one or two letters away is a likely slip. Two in a row that are both others are more often a name that is
/// not here, unless the two stand together somewhere: "katharna ostrowsky" does, "adan mustr" as "adam" and "muster" does not.</remarks>
internal sealed class Spelling
{
    private readonly QueryPlan plan;
    private readonly DocScores scores;
    private readonly HashSet<QueryWord> doubtful = [];

    /// <summary>Looks at the corrections of a query.</summary>
    /// <param name="snapshot">What was searched.</param>
    /// <param name="terms">Looks terms up.</param>
    /// <param name="plan">The query.</param>
    /// <param name="scores">What was found.</param>
    /// <param name="best">The hits that a reader looks at, in order.</param>
    public Spelling(Snapshot snapshot, TermReader terms, QueryPlan plan, DocScores scores, IReadOnlyList<ScoredDocument> best)
    {
        (this.plan, this.scores) = (plan, scores);
        Best = best;
        var words = plan.PositiveWords().ToList();
        var together = new HashSet<QueryWord>();
        for (var i = 1; i < words.Count; i++)
        {
            var (first, second) = (words[i - 1], words[i]);
            if (first.CorrectedTo is null || second.CorrectedTo is null)
                continue;
            (Proximity.StandTogether(snapshot, terms, first, second, best) ? together : doubtful).UnionWith([first, second]);
        }

        doubtful.ExceptWith(together);
    }

    private IReadOnlyList<ScoredDocument> Best { get; }

    /// <summary>The words that nothing here is as typed, and no good correction either.</summary>
    public bool IsAbsent(QueryWord word) => word.IsAbsent || (word.CorrectedTo is not null && !IsApplied(word));

    /// <summary>Whether the best hit holds a word, as typed or by a good correction. Of alternatives, one is enough.</summary>
    public bool IsHeld(QueryWord word) => IsAlternative(word) || (!doubtful.Contains(word) && IsIn(Best[0], word));

    /// <summary>How much of the query's weight a hit holds, words of doubtful corrections left out.</summary>
    public float Covered(ScoredDocument hit) => scores.Coverage(hit.Doc) - doubtful.Where(word => IsIn(hit, word)).Sum(word => word.Weight);

    /// <summary>What a word was taken for, or may be; <see langword="null"/> when nothing was found by it.</summary>
    public Correction? Of(QueryWord word) =>
        word.CorrectedTo is { } taken ? Best.Count == 0 ? null : new Correction(word.Typed, taken, IsApplied(word))
        : word.OfferedCorrection is { } offered ? new Correction(word.Typed, offered, Applied: false)
        : null;

    private bool IsApplied(QueryWord word) => !doubtful.Contains(word)
        && (IsAlternative(word) ? Best.Any(hit => IsIn(hit, word)) : Best.Count > 0 && IsIn(Best[0], word));

    private bool IsIn(ScoredDocument hit, QueryWord word) => (scores.Words(hit.Doc) & word.Bit) != 0;

    /// <summary>A word of an OR group is given up only when the whole group is.</summary>
    private bool IsAlternative(QueryWord word) => plan.Root.Parts.OfType<AnyNode>()
        .Any(any => new QueryPlan(new AllNode([any]), plan.Words).PositiveWords().ToList() is var group && group.Contains(word)
            && group.Exists(w => w != word));
}
