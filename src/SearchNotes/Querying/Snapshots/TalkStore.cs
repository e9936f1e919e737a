using System.Collections.Concurrent;
using Lucene.Net.Index;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Snapshots;

/// <summary>Reads stored talks from the index and caches recently read ones.</summary>
internal sealed class TalkStore(DirectoryReader reader)
{
    /// <summary>Capacity of the cache in bytes of stored text. Decoded talks take about twice as much memory.</summary>
    private const int MaxCachedBytes = 20 << 20;

    private readonly ConcurrentDictionary<int, StoredTalk> cache = new();
    private int cachedBytes;

    /// <summary>Returns the stored talk of a document.</summary>
    public StoredTalk Get(int doc)
    {
        if (cache.TryGetValue(doc, out var talk))
            return talk;

        var visitor = new BlobVisitor();
        reader.Document(doc, visitor);
        talk = TalkBlob.Read(visitor.Bytes, 0, visitor.Bytes.Length);
        if (Interlocked.Add(ref cachedBytes, visitor.Bytes.Length) > MaxCachedBytes)
        {
            // Clearing the cache is cheaper than tracking the order of use, and the talks of a busy page are back after one search.
            cache.Clear();
            Interlocked.Exchange(ref cachedBytes, visitor.Bytes.Length);
        }

        cache[doc] = talk;
        return talk;
    }

    private sealed class BlobVisitor : StoredFieldVisitor
    {
        public byte[] Bytes { get; private set; } = [];

        public override Status NeedsField(FieldInfo fieldInfo) => fieldInfo.Name == Schema.Talk ? Status.YES : Status.NO;

        public override void BinaryField(FieldInfo fieldInfo, byte[] value) => Bytes = value;
    }
}
