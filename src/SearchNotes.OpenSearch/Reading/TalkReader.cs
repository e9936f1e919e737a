using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SearchNotes.Indexing;
using SearchNotes.Querying.Candidates;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Reads talks as documents carry them, and keeps those that were read lately. Thread-safe.</summary>
internal sealed class TalkReader
{
    /// <summary>Capacity in bytes of decoded talks.</summary>
    private const int MaxCachedBytes = 32 << 20;

    /// <summary>Bytes of a digest. No two talks will ever share one of this length.</summary>
    private const int DigestBytes = 15;

    private readonly BoundedCache<string, CandidateTalk> cache = new(MaxCachedBytes);
    private readonly ConcurrentBag<TalkTerms> readers = [];
    private readonly TermPool pool = new();

    /// <summary>Returns the digest of a talk.</summary>
    /// <param name="data">Its bytes as the document has them.</param>
    /// <param name="isRemainder">Whether the document is what a post holds outside its talks.</param>
    public static string DigestOf(string data, bool isRemainder) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes($"{(isRemainder ? 'r' : 't')}{data}")).AsSpan(0, DigestBytes));

    /// <summary>Returns a talk that was read lately; <see langword="null"/> when it was not.</summary>
    public CandidateTalk? Known(string digest) => cache.TryGet(digest, out var known) ? known : null;

    /// <summary>Returns a talk.</summary>
    /// <param name="data">Its bytes as the document has them.</param>
    /// <param name="isRemainder">Whether the document is what a post holds outside its talks.</param>
    public CandidateTalk Read(string data, bool isRemainder)
    {
        // The digest is made of the bytes, so a generation never sees a talk of another that has changed.
        var digest = DigestOf(data, isRemainder);
        if (Known(digest) is { } known)
            return known;
        var bytes = Packing.Unpack(data);
        var terms = readers.TryTake(out var rented) ? rented : new TalkTerms();
        var talk = CandidateTalk.Read(TalkBlob.Read(bytes, 0, bytes.Length), isRemainder, terms, pool);
        readers.Add(terms);
        cache.Add(digest, talk, talk.Bytes);
        return talk;
    }
}
