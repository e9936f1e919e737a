using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Snapshots;

/// <summary>Finds documents by a key: an id, a former id, a post.</summary>
internal static class DocumentLookup
{
    /// <summary>Returns the first document with a key in a field, or <see langword="null"/>.</summary>
    public static StoredTalk? Talk(Snapshot snapshot, string field, string key) =>
        Docs(snapshot, field, key).Select(snapshot.Talks.Get).FirstOrDefault();

    /// <summary>Returns the talk that has an id or, if there is none, had it before; or <see langword="null"/>.</summary>
    public static StoredTalk? TalkOfAnyTime(Snapshot snapshot, string id) =>
        Talk(snapshot, Schema.Id, id) ?? Talk(snapshot, Schema.FormerId, id);

    /// <summary>Returns the documents with a key in a field, deleted ones left out.</summary>
    public static List<int> Docs(Snapshot snapshot, string field, string key)
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
}
