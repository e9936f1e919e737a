using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>Decides which spelling corrections are applied, because the hits confirm them, and which are only offered.</summary>
/// <remarks>A single word one or two edits away is probably a typo. Several such words are more often a name that is not in the corpus,
/// unless both corrections occur together somewhere: "katharna ostrowsky" as corrected does, "adan mustr" as "adam muster" does
/// not.</remarks>
internal sealed class Spelling
{
    private readonly QueryPlan plan;
    private readonly DocScores scores;
    private readonly HashSet<QueryWord> doubtful = [];

    /// <summary>Checks the corrections of a query.</summary>
    /// <param name="snapshot">The snapshot that was searched.</param>
    /// <param name="terms">The term reader.</param>
    /// <param name="plan">The query.</param>
    /// <param name="scores">The scores of the query.</param>
    /// <param name="best">The hits of the first page, in order.</param>
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
            if (Proximity.StandTogether(snapshot, terms, first, second, best))
                together.UnionWith([first, second]);
        }

        var corrected = words.Where(word => word.CorrectedTo is not null).ToList();
        doubtful.UnionWith(corrected.Where(word => corrected.Count > 1 || word.IsUncertain));
        doubtful.ExceptWith(together);
    }

    private IReadOnlyList<ScoredDocument> Best { get; }

    /// <summary>Returns whether a word occurs nowhere as typed and has no applied correction.</summary>
    public bool IsAbsent(QueryWord word) => word.IsAbsent || (word.CorrectedTo is not null && !IsApplied(word));

    /// <summary>Returns whether the best hit contains a word, as typed or as corrected. One of several alternatives is enough.</summary>
    public bool IsHeld(QueryWord word) => IsAlternative(word) || (!doubtful.Contains(word) && IsIn(Best[0], word));

    /// <summary>Returns the weight of the query words that a hit contains, without words of doubtful corrections.</summary>
    public float Covered(ScoredDocument hit) => scores.Coverage(hit.Doc) - doubtful.Where(word => IsIn(hit, word)).Sum(word => word.Weight);

    /// <summary>Returns the correction of a word, applied or offered; <see langword="null"/> when there is none.</summary>
    public Correction? Of(QueryWord word) =>
        word.CorrectedTo is { } taken ? Best.Count == 0 ? null : new Correction(word.Typed, taken, IsApplied(word))
        : word.OfferedCorrection is { } offered ? new Correction(word.Typed, offered, Applied: false)
        : null;

    private bool IsApplied(QueryWord word) => !doubtful.Contains(word)
        && (IsAlternative(word) ? Best.Any(hit => IsIn(hit, word)) : Best.Count > 0 && IsIn(Best[0], word));

    private bool IsIn(ScoredDocument hit, QueryWord word) => (scores.Words(hit.Doc) & word.Bit) != 0;

    /// <summary>Returns whether a word belongs to an OR group of several words. Such a word is given up only when the whole group
    /// is.</summary>
    private bool IsAlternative(QueryWord word) => plan.Root.Parts.OfType<AnyNode>()
        .Any(any => new QueryPlan(new AllNode([any]), plan.Words).PositiveWords().ToList() is var group && group.Contains(word)
            && group.Exists(w => w != word));
}
