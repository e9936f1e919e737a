using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Planning;

/// <summary>Finds sequences of terms, field by field.</summary>
internal static class SequenceFinder
{
    /// <summary>Invokes a callback for each document and field that contains the sequence.</summary>
    /// <param name="snapshot">The snapshot to search.</param>
    /// <param name="terms">The term reader.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="fields">The fields to search.</param>
    /// <param name="deadline">The time limit.</param>
    /// <param name="found">Receives the document, the index of the field, and the number of occurrences.</param>
    public static void Find(Snapshot snapshot, TermReader terms, TermSequence sequence, FieldSet fields, Deadline deadline,
        Action<int, int, int> found)
    {
        var steps = sequence.Steps.Take(WordConditions.MaxSteps)
            .Select(step => step.Select(term => (Term: term, Postings: FindPostings(terms, term, fields))).ToList()).ToList();
        for (var leaf = 0; leaf < snapshot.Leaves.Count; leaf++)
        {
            for (var field = 0; field < TextField.All.Length; field++)
            {
                if ((fields & TextField.All[field].Flag) == 0)
                    continue;
                var places = steps.ConvertAll(step => Open(terms, step, leaf, field));
                if (places.TrueForAll(p => p.Length > 0))
                    Intersect(places, snapshot.Leaves[leaf].DocBase, field, deadline, found);
                terms.CloseAll();
            }
        }
    }

    private static List<Posting> FindPostings(TermReader terms, string term, FieldSet fields)
    {
        var postings = new List<Posting>();
        terms.Find(term, fields, postings);
        return postings;
    }

    private static DocsAndPositionsEnum[] Open(TermReader terms, List<(string Term, List<Posting> Postings)> step, int leaf, int field) =>
        [.. step.SelectMany(s => s.Postings.Where(p => p.Leaf == leaf && p.Field == field).Select(p => terms.Positions(s.Term, p)))
            .OfType<DocsAndPositionsEnum>()];

    private static void Intersect(List<DocsAndPositionsEnum[]> places, int docBase, int field, Deadline deadline,
        Action<int, int, int> found)
    {
        var positions = places.ConvertAll(_ => new List<int>());
        var doc = Next(places[0], 0);
        while (doc != DocIdSetIterator.NO_MORE_DOCS && !deadline.HasPassed())
        {
            var candidate = doc;
            for (var i = 1; i < places.Count && candidate == doc; i++)
                candidate = Next(places[i], doc);
            if (candidate == doc)
            {
                if (Count(places, positions, doc) is > 0 and var count)
                    found(docBase + doc, field, count);
                candidate = doc + 1;
            }

            doc = candidate == DocIdSetIterator.NO_MORE_DOCS ? candidate : Next(places[0], candidate);
        }
    }

    /// <summary>Returns the first document, from a given one on, that contains any term of a step.</summary>
    private static int Next(DocsAndPositionsEnum[] step, int from)
    {
        var first = DocIdSetIterator.NO_MORE_DOCS;
        foreach (var postings in step)
        {
            if (postings.DocID < from)
                postings.Advance(from);
            first = Math.Min(first, postings.DocID);
        }

        return first;
    }

    private static int Count(List<DocsAndPositionsEnum[]> places, List<List<int>> positions, int doc)
    {
        for (var i = 0; i < places.Count; i++)
        {
            positions[i].Clear();
            foreach (var postings in places[i])
            {
                if (postings.DocID != doc)
                    continue;
                for (var left = postings.Freq; left > 0; left--)
                    positions[i].Add(postings.NextPosition());
            }

            if (places[i].Length > 1)
                positions[i].Sort();
        }

        var count = 0;
        foreach (var start in positions[0])
        {
            var i = 1;
            while (i < positions.Count && positions[i].BinarySearch(start + i) >= 0)
                i++;
            if (i == positions.Count)
                count++;
        }

        return count;
    }
}
