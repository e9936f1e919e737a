using System.Collections.Concurrent;
using Lucene.Net.Index;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Snapshots;

/// <summary>Reads talks from the index and keeps those that were read lately.</summary>
internal sealed class TalkStore(DirectoryReader reader)
{
    /// <summary>Bytes of stored text that are kept unpacked; about twice that in memory.</summary>
    private const int MaxKeptBytes = 20 << 20;

    private readonly ConcurrentDictionary<int, StoredTalk> kept = new();
    private int keptBytes;

    /// <summary>The talk of a document.</summary>
    public StoredTalk Get(int doc)
    {
        if (kept.TryGetValue(doc, out var talk))
            return talk;

        var visitor = new BlobVisitor();
        reader.Document(doc, visitor);
        talk = TalkBlob.Read(visitor.Bytes, 0, visitor.Bytes.Length);
        if (Interlocked.Add(ref keptBytes, visitor.Bytes.Length) > MaxKeptBytes)
        {
            // Starting again is cheaper than keeping an order of use, and a busy page is back after one search.
            kept.Clear();
            Interlocked.Exchange(ref keptBytes, visitor.Bytes.Length);
        }

        kept[doc] = talk;
        return talk;
    }

    private sealed class BlobVisitor : StoredFieldVisitor
    {
        public byte[] Bytes { get; private set; } = [];

        public override Status NeedsField(FieldInfo fieldInfo) => fieldInfo.Name == Schema.Talk ? Status.YES : Status.NO;

        public override void BinaryField(FieldInfo fieldInfo, byte[] value) => Bytes = value;
    }
}
