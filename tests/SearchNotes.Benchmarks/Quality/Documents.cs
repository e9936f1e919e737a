using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>Reads all documents of an index.</summary>
internal static class Documents
{
    /// <summary>Returns the documents, newest first.</summary>
    public static IEnumerable<StoredTalk> Of(TalkSearcher searcher)
    {
        const int perPage = 100;
        for (var page = 1; page <= 10; page++)
        {
            var hits = searcher.Search(new SearchRequest { Page = page, PerPage = perPage, Facets = [] }).Hits;
            foreach (var hit in hits)
                yield return hit.Talk;
            if (hits.Count < perPage)
                yield break;
        }
    }
}
