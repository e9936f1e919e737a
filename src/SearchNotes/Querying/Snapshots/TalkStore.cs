using Lucene.Net.Index;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Snapshots;

/// <summary>Reads stored talks from the index and caches recently read ones.</summary>
/// <param name="read">Reads a talk that is not cached, with its size in bytes.</param>
internal sealed class TalkStore(Func<int, (StoredTalk Talk, int Bytes)> read)
{
    /// <summary>Capacity of the cache in bytes of stored text. Decoded talks take about twice as much memory.</summary>
    private const int MaxCachedBytes = 20 << 20;

    private readonly BoundedCache<int, StoredTalk> cache = new(MaxCachedBytes);

    /// <summary>Returns the stored talk of a document.</summary>
    public StoredTalk Get(int doc)
    {
        if (cache.TryGet(doc, out var cached))
            return cached;

        var (talk, bytes) = read(doc);
        cache.Add(doc, talk, bytes);
        return talk;
    }

    /// <summary>Creates the store of an index.</summary>
    public static TalkStore Of(IndexReader reader) => new(doc =>
    {
        var visitor = new BlobVisitor();
        reader.Document(doc, visitor);
        return (TalkBlob.Read(visitor.Bytes, 0, visitor.Bytes.Length), visitor.Bytes.Length);
    });

    private sealed class BlobVisitor : StoredFieldVisitor
    {
        public byte[] Bytes { get; private set; } = [];

        public override Status NeedsField(FieldInfo fieldInfo) => fieldInfo.Name == Schema.Talk ? Status.YES : Status.NO;

        public override void BinaryField(FieldInfo fieldInfo, byte[] value) => Bytes = value;
    }
}
