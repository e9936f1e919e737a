using SearchNotes.Querying;

namespace SearchNotes.Benchmarks.Engines;

/// <summary>SearchNotes: the whole answer with highlights, facets, spelling and notes.</summary>
internal sealed class OurEngine : IEngine
{
    private OurEngine(TalkSearcher searcher) => Searcher = searcher;

    /// <summary>What answers.</summary>
    public TalkSearcher Searcher { get; }

    /// <summary>Opens an index folder.</summary>
    public static OurEngine Open(string folder)
    {
        var searcher = TalkSearcher.Open(folder);
        searcher.WarmUp();
        return new OurEngine(searcher);
    }

    /// <inheritdoc/>
    /// <remarks>It takes every last word for one that may be typed on, as the API does.</remarks>
    public IReadOnlyList<string> Search(string query, bool isTyping)
    {
        var hits = Searcher.Search(new SearchRequest { Query = query }).Hits;
        var ids = new string[hits.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = hits[i].Talk.Talk.Id;
        return ids;
    }

    public void Dispose() => Searcher.Dispose();
}
