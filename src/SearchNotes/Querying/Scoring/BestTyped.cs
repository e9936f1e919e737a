using System.Runtime.CompilerServices;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>The best talks that contain a word as typed, best first. They rank above all prefix matches, typos and other expansions of the
/// word; the talks after them do not. Otherwise a talk would vanish while its word is typed and the text so far happens to be a frequent
/// word.</summary>
internal struct BestTyped
{
    private Talks talks;
    private int count;

    /// <summary>Returns the best talks.</summary>
    /// <param name="docs">The documents that contain the word as typed.</param>
    /// <param name="scores">Their scores.</param>
    public static BestTyped Of(ReadOnlySpan<int> docs, DocScores scores)
    {
        var best = new BestTyped();
        foreach (var doc in docs)
            best.Add(new ScoredDocument(doc, scores[doc]));
        return best;
    }

    /// <summary>Raises the talks above a score, in their order. The other talks keep their scores, so that a longer beginning of a word
    /// leaves its completions in the order in which they were.</summary>
    /// <param name="expanded">The best score of an expansion.</param>
    /// <param name="scores">The scores, which are raised.</param>
    /// <param name="weight">The weight of the word.</param>
    public readonly void RaiseAbove(float expanded, DocScores scores, float weight)
    {
        if (count == 0 || expanded <= Ranking.ExpansionCap * talks[count - 1].Score)
            return;
        var missing = (expanded / Ranking.ExpansionCap) - talks[count - 1].Score;
        foreach (var talk in talks[..count])
            scores.KeepBest(talk.Doc, talk.Score + missing, weight, scores.Words(talk.Doc));
    }

    private void Add(ScoredDocument talk)
    {
        var at = count;
        while (at > 0 && talks[at - 1].Score < talk.Score)
            at--;
        if (at == Ranking.TalksAboveExpansions)
            return;
        count = Math.Min(count + 1, Ranking.TalksAboveExpansions);
        for (var i = count - 1; i > at; i--)
            talks[i] = talks[i - 1];
        talks[at] = talk;
    }

    [InlineArray(Ranking.TalksAboveExpansions)]
    private struct Talks
    {
        private ScoredDocument first;
    }
}
