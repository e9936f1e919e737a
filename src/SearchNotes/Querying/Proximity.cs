using Lucene.Net.Index;

namespace SearchNotes.Querying;

/// <summary>Puts talks first in which the words of the query stand together. It looks at the best hits alone, and what it adds
/// is bounded: a text stuffed with the words gains no more than one that says them once side by side.</summary>
internal static class Proximity
{
    /// <summary>Words farther apart than this have nothing to do with each other.</summary>
    private const int MaxDistance = 8;

    /// <summary>The fields in which neighbours mean something.</summary>
    private const FieldSet Fields = FieldSet.Topic | FieldSet.Heading | FieldSet.Text | FieldSet.Code | FieldSet.Speaker;

    /// <summary>Raises the scores of the best hits.</summary>
    public static void Raise(Snapshot snapshot, TermReader terms, IReadOnlyList<QueryWord> words, List<Candidate> best)
    {
        var weights = new float[Math.Max(words.Count - 1, 0)];
        for (var i = 0; i < weights.Length; i++) weights[i] = Math.Min(words[i].Weight, words[i + 1].Weight);
        var all = weights.Sum();
        if (all <= 0f) return;

        var byDoc = best.Select((hit, rank) => (hit.Doc, Rank: rank)).OrderBy(h => h.Doc).ToArray();
        var closeness = new float[best.Count];
        for (var leaf = 0; leaf < snapshot.Leaves.Count; leaf++)
        {
            var context = snapshot.Leaves[leaf];
            for (var field = 0; field < TextField.All.Length; field++)
            {
                if ((TextField.All[field].Bit & Fields) == 0) continue;
                var postings = words.Select(word => Open(terms, word, leaf, field)).ToArray();
                if (postings.Count(p => p.Count > 0) < 2) continue;
                foreach (var (doc, rank) in byDoc)
                {
                    if (doc < context.DocBase || doc >= context.DocBase + context.AtomicReader.MaxDoc) continue;
                    closeness[rank] = Math.Max(closeness[rank], Closeness(postings, weights, doc - context.DocBase));
                }
            }
        }

        for (var rank = 0; rank < best.Count; rank++)
            best[rank] = best[rank] with { Score = best[rank].Score * (1f + (Ranking.Proximity * closeness[rank] / all)) };
    }

    private static List<DocsAndPositionsEnum> Open(TermReader terms, QueryWord word, int leaf, int field) =>
        [.. word.Levels.Take(1).SelectMany(l => l.Terms).SelectMany(t => t.Postings.Where(p => p.Leaf == leaf && p.Field == field).Select(p => terms.Positions(t.Term, p)))
            .OfType<DocsAndPositionsEnum>()];

    private static float Closeness(List<DocsAndPositionsEnum>[] postings, float[] weights, int doc)
    {
        var sum = 0f;
        var before = Positions(postings[0], doc);
        for (var i = 1; i < postings.Length; i++)
        {
            var now = Positions(postings[i], doc);
            if (before.Count > 0 && now.Count > 0) sum += weights[i - 1] * Nearest(before, now);
            before = now;
        }

        return sum;
    }

    private static List<int> Positions(List<DocsAndPositionsEnum> postings, int doc)
    {
        var positions = new List<int>();
        foreach (var each in postings)
        {
            if (each.DocID < doc) each.Advance(doc);
            if (each.DocID != doc) continue;
            for (var left = each.Freq; left > 0; left--) positions.Add(each.NextPosition());
        }

        positions.Sort();
        return positions;
    }

    /// <summary>1 for neighbours in the order of the query, less the farther apart, a little less the other way round.</summary>
    private static float Nearest(List<int> before, List<int> now)
    {
        var best = 0f;
        var j = 0;
        foreach (var position in before)
        {
            while (j > 0 && now[j - 1] > position) j--;
            while (j < now.Count && now[j] < position) j++;
            if (j < now.Count && now[j] - position is > 0 and <= MaxDistance and var ahead) best = Math.Max(best, 1f / ahead);
            if (j > 0 && position - now[j - 1] is > 0 and <= MaxDistance and var behind) best = Math.Max(best, 0.7f / behind);
        }

        return best;
    }
}
