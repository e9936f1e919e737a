using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using SearchNotes.Api.Hosting;

namespace SearchNotes.Api.Responses;

/// <summary>Caches serialized answers for one version of the index. Bounded; a new version empties it.</summary>
/// <remarks>An answer is cached when it is requested for the second time. Most are requested once: caching all of them left the garbage
/// collector 125 MB of dead answers for 16 MB in the cache. The cache has two generations instead of a list of uses: a full young
/// generation becomes the old one, and an old answer that is requested again moves to the young generation. Readers never wait for each
/// other.</remarks>
internal sealed class AnswerCache
{
    /// <summary>Maximum bytes of one generation; the cache holds at most twice as much.</summary>
    private const int MaxGenerationBytes = 8 << 20;

    /// <summary>Maximum bytes of one answer. Larger answers are rare and would evict many small ones.</summary>
    private const int MaxAnswerBytes = 256 << 10;

    private readonly Lock gate = new();
    private readonly int[] asked = new int[8192];
    private Generation young = new("");
    private Generation old = new("");

    /// <summary>Finds the answer for a version of the index.</summary>
    public bool TryGet(IndexVersion version, string address, [NotNullWhen(true)] out ResponseBody? body)
    {
        if (young.TryGet(version, address, out body))
            return true;
        if (!old.TryGet(version, address, out body))
            return false;
        Put(version, address, body);
        return true;
    }

    /// <summary>Caches an answer that is not too large and was requested before.</summary>
    public void Add(IndexVersion version, string address, ResponseBody body)
    {
        // Addresses share slots, so the table needs no cleanup. An address that is repeated soon is still found.
        var hash = address.GetHashCode(StringComparison.Ordinal);
        ref var asked = ref this.asked[(uint)hash % this.asked.Length];
        if (asked == hash)
            Put(version, address, body);
        asked = hash;
    }

    private void Put(IndexVersion version, string address, ResponseBody body)
    {
        var size = body.Bytes.Length + (2 * address.Length) + 200;
        if (size > MaxAnswerBytes)
            return;
        lock (gate)
        {
            if (young.Version != version.Text)
                (young, old) = (new Generation(version.Text), new Generation(""));
            else if (young.Bytes + size > MaxGenerationBytes)
                (young, old) = (new Generation(version.Text), young);
            young.Put(address, body, size);
        }
    }

    private sealed class Generation(string version)
    {
        private readonly ConcurrentDictionary<string, ResponseBody> bodies = new(StringComparer.Ordinal);

        public string Version { get; } = version;

        public int Bytes { get; private set; }

        public bool TryGet(IndexVersion version, string address, [NotNullWhen(true)] out ResponseBody? body)
        {
            body = null;
            return version.Text == Version && bodies.TryGetValue(address, out body);
        }

        public void Put(string address, ResponseBody body, int size)
        {
            if (bodies.TryAdd(address, body))
                Bytes += size;
        }
    }
}
