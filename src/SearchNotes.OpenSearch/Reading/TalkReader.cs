using System.Collections.Concurrent;
using SearchNotes.Indexing;
using SearchNotes.Querying.Candidates;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Reads talks as documents carry them, and keeps those that were read lately. Thread-safe.</summary>
internal sealed class TalkReader
{
    /// <summary>Capacity in bytes of decoded talks.</summary>
    private const int MaxCachedBytes = 48 << 20;

    private readonly BoundedCache<string, CandidateTalk> cache = new(MaxCachedBytes);
    private readonly ConcurrentBag<TalkTerms> readers = [];

    /// <summary>Returns a talk.</summary>
    /// <param name="data">Its bytes as the document has them.</param>
    /// <param name="isRemainder">Whether the document is what a post holds outside its talks.</param>
    public CandidateTalk Read(string data, bool isRemainder)
    {
        // The data is its own key: a talk that changed has other bytes, so a generation never sees a talk of another.
        if (cache.TryGet(data, out var known) && known.IsRemainder == isRemainder)
            return known;
        var bytes = Packing.Unpack(data);
        var terms = readers.TryTake(out var rented) ? rented : new TalkTerms();
        var talk = CandidateTalk.Read(TalkBlob.Read(bytes, 0, bytes.Length), isRemainder, terms);
        readers.Add(terms);
        cache.Add(data, talk, talk.Bytes + (data.Length * 2));
        return talk;
    }
}
