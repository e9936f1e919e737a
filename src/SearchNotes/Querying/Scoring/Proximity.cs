using Lucene.Net.Index;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Raises the scores of talks in which the words of the query are close together. Only the best hits are examined. The gain is
/// bounded: repeating the words side by side adds no more than a single occurrence.</summary>
internal sealed class Proximity
{
    /// <summary>Fields in which the distance of words is meaningful.</summary>
    private const FieldSet Fields = FieldSet.Topic | FieldSet.Heading | FieldSet.Text | FieldSet.Code | FieldSet.Speaker;

    private readonly Snapshot snapshot;
    private readonly TermReader terms;
    private readonly IReadOnlyList<QueryWord> words;
    private readonly float[] weights;
    private readonly List<DocsAndPositionsEnum>[] postings;
    private List<int> previous = [];
    private List<int> current = [];

    private Proximity(Snapshot snapshot, TermReader terms, IReadOnlyList<QueryWord> words)
    {
        (this.snapshot, this.terms, this.words) = (snapshot, terms, words);
        postings = new List<DocsAndPositionsEnum>[words.Count];
        for (var i = 0; i < postings.Length; i++)
            postings[i] = [];
        weights = new float[Math.Max(words.Count - 1, 0)];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Math.Min(words[i].Weight, words[i + 1].Weight);
    }

    /// <summary>Raises the scores of the best hits by the closeness of the query words.</summary>
    public static void Apply(Snapshot snapshot, TermReader terms, IReadOnlyList<QueryWord> words, List<ScoredDocument> best) =>
        new Proximity(snapshot, terms, words).Apply(best);

    /// <summary>Returns whether two words of a query are close together in any of the hits.</summary>
    public static bool StandTogether(Snapshot snapshot, TermReader terms, QueryWord first, QueryWord second,
        IReadOnlyList<ScoredDocument> hits) =>
        new Proximity(snapshot, terms, [first, second]).Measure(hits).Any(closeness => closeness > 0f);

    private void Apply(List<ScoredDocument> best)
    {
        var all = weights.Sum();
        if (all <= 0f)
            return;

        var closeness = Measure(best);
        for (var rank = 0; rank < best.Count; rank++)
            best[rank] = best[rank] with { Score = best[rank].Score * (1f + (Ranking.Proximity * closeness[rank] / all)) };
    }

    /// <summary>Returns the closeness of neighbouring query words in each hit, weighted by the words; 0 when no two are close.</summary>
    private float[] Measure(IReadOnlyList<ScoredDocument> best)
    {
        var (docs, ranks) = (new int[best.Count], new int[best.Count]);
        for (var rank = 0; rank < best.Count; rank++)
            (docs[rank], ranks[rank]) = (best[rank].Doc, rank);
        Array.Sort(docs, ranks);
        var closeness = new float[best.Count];
        for (var leaf = 0; leaf < snapshot.Leaves.Count; leaf++)
        {
            var (start, end) = (snapshot.Leaves[leaf].DocBase, snapshot.Leaves[leaf].DocBase + snapshot.Leaves[leaf].AtomicReader.MaxDoc);
            for (var field = 0; field < TextField.All.Length; field++)
            {
                terms.CloseAll();
                if ((TextField.All[field].Flag & Fields) == 0 || Open(leaf, field) < 2)
                    continue;
                for (var i = 0; i < docs.Length; i++)
                {
                    if (docs[i] >= start && docs[i] < end)
                        closeness[ranks[i]] = Math.Max(closeness[ranks[i]], Closeness(docs[i] - start));
                }
            }
        }

        return closeness;
    }

    /// <summary>Opens the postings of each word's best term group in a field.</summary>
    /// <returns>The number of words that occur in the field.</returns>
    private int Open(int leaf, int field)
    {
        var found = 0;
        for (var i = 0; i < postings.Length; i++)
        {
            postings[i].Clear();
            if (words[i].TermGroups is not [var group, ..])
                continue;
            foreach (var term in group.Terms)
            {
                foreach (var posting in term.Postings)
                {
                    if (posting.Leaf == leaf && posting.Field == field && terms.Positions(term.Term, posting) is { } opened)
                        postings[i].Add(opened);
                }
            }

            if (postings[i].Count > 0)
                found++;
        }

        return found;
    }

    private float Closeness(int doc)
    {
        var sum = 0f;
        Read(postings[0], doc, previous);
        for (var i = 1; i < postings.Length; i++)
        {
            Read(postings[i], doc, current);
            if (previous.Count > 0 && current.Count > 0)
                sum += weights[i - 1] * Nearest(previous, current);
            (previous, current) = (current, previous);
        }

        return sum;
    }

    private static void Read(List<DocsAndPositionsEnum> postings, int doc, List<int> positions)
    {
        positions.Clear();
        foreach (var posting in postings)
        {
            if (posting.DocID < doc)
                posting.Advance(doc);
            if (posting.DocID != doc)
                continue;
            for (var left = posting.Freq; left > 0; left--)
                positions.Add(posting.NextPosition());
        }

        if (postings.Count > 1)
            positions.Sort();
    }

    /// <summary>Returns 1 for adjacent words, in any order, and less with distance.</summary>
    private static float Nearest(List<int> previous, List<int> current)
    {
        var best = 0f;
        var j = 0;
        foreach (var position in previous)
        {
            while (j > 0 && current[j - 1] > position)
                j--;
            while (j < current.Count && current[j] < position)
                j++;
            if (j < current.Count && current[j] - position is > 0 and <= Ranking.ProximityDistance and var ahead)
                best = Math.Max(best, 1f / ahead);
            if (j > 0 && position - current[j - 1] is > 0 and <= Ranking.ProximityDistance and var behind)
                best = Math.Max(best, 1f / behind);
        }

        return best;
    }
}
