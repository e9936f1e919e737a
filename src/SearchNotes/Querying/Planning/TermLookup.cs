using Lucene.Net.Search;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Planning;

/// <summary>Looks up terms for query words, and counts the documents that contain them.</summary>
internal sealed class TermLookup(Snapshot snapshot, TermReader terms, Deadline deadline)
{
    /// <summary>Returns the postings of a term and the number of documents that contain it, in the field where it is most
    /// frequent.</summary>
    public (int Count, List<Posting> Postings) Find(string term, FieldSet fields)
    {
        var postings = new List<Posting>();
        var here = terms.Find(term, fields, postings);
        return (snapshot.Collection?.CountOf(term, fields) ?? here, postings);
    }

    /// <summary>Adds a term when it occurs in the fields.</summary>
    /// <returns>The number of documents that contain it.</returns>
    public int AddIfFound(List<FoundTerm> into, string term, float factor, FieldSet fields)
    {
        var found = Find(term, fields);
        if (found.Count > 0)
            into.Add(new FoundTerm(term, factor, found.Postings) { Fields = fields });
        return found.Count;
    }

    /// <summary>Adds a term that an unfinished word may be the beginning of. A stop word is rarely what is being typed, so it counts in
    /// full in topics alone.</summary>
    /// <returns>The number of documents that contain it.</returns>
    public int AddIfBegun(List<FoundTerm> into, string term, FieldSet fields)
    {
        if (!StopWords.Contains(term))
            return AddIfFound(into, term, 1f, fields);
        var inTopic = AddIfFound(into, term, 1f, fields & FieldSet.Topic);
        return Math.Max(inTopic, AddIfFound(into, term, Ranking.StopWord, fields & ~FieldSet.Topic));
    }

    /// <summary>Adds terms to a word, keeping its groups in the order of the match kinds.</summary>
    public static void AddTerms(QueryWord word, MatchKind kind, List<FoundTerm> found)
    {
        if (found.Count == 0)
            return;
        var at = word.TermGroups.FindIndex(group => group.Kind == kind);
        if (at >= 0)
            word.TermGroups[at] = word.TermGroups[at] with { Terms = [.. word.TermGroups[at].Terms, .. found] };
        else
            word.TermGroups.Insert(word.TermGroups.Count(group => group.Kind < kind), new TermGroup(kind, found));
    }

    /// <summary>Returns the number of documents that match a word in one way, each counted once, however many of its forms it
    /// contains.</summary>
    public int CountDocuments(QueryWord word, MatchKind kind)
    {
        if (snapshot.Collection is { } collection)
            return WordConditions.Of(word, k => k == kind) is { } condition ? collection.CountOf(condition) : 0;
        var counts = snapshot.RentCounts();
        foreach (var term in word.TermGroups.Where(group => group.Kind == kind).SelectMany(group => group.Terms))
        {
            foreach (var posting in term.Postings)
                AddDocuments(term.Term, posting, counts);
        }

        foreach (var sequence in word.Sequences.Where(sequence => sequence.Kind == kind))
            SequenceFinder.Find(snapshot, terms, sequence, word.Fields, deadline, (doc, _, _) => counts.Add(doc, 1f));
        var count = counts.Docs.Length;
        snapshot.ReturnCounts(counts);
        return count;
    }

    /// <summary>Returns whether a sequence occurs anywhere in the fields.</summary>
    public bool Occurs(TermSequence sequence, FieldSet fields)
    {
        if (snapshot.Collection is { } collection)
            return collection.CountOf(WordConditions.Of(sequence, fields)) > 0;
        var count = 0;
        SequenceFinder.Find(snapshot, terms, sequence, fields, deadline, (_, _, times) => count += times);
        return count > 0;
    }

    /// <summary>Returns whether a sequence that would become a match of a word occurs anywhere in the word's fields.</summary>
    public bool Occurs(QueryWord word, TermSequence sequence)
    {
        // If it does, the documents of the word are counted again, with it.
        if (snapshot.Collection is { } collection && WordConditions.Of(word, k => k == sequence.Kind, sequence) is { } condition)
            collection.CountOf(condition);
        return Occurs(sequence, word.Fields);
    }

    /// <summary>Returns the number of documents up to which a word counts as rare.</summary>
    public int Rare() => Math.Max(1, (int)(snapshot.Documents * Ranking.RareShare));

    /// <summary>Returns BM25's idf.</summary>
    public float Idf(int count)
    {
        var all = Math.Max(snapshot.Documents, 1);
        var least = Math.Min(count, all);
        return (float)Math.Log(1 + ((all - least + 0.5) / (least + 0.5)));
    }

    private void AddDocuments(string term, Posting posting, DocCounts counts)
    {
        var start = snapshot.Leaves[posting.Leaf].DocBase;
        var docs = terms.Docs(term, posting);
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            counts.Add(start + docs.DocID, 1f);
    }
}
