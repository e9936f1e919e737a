using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using SearchNotes.Api.Hosting;

namespace SearchNotes.Api.Responses;

/// <summary>Finished answers of the newest commit, ready to be sent again. Bounded; forgets everything at a new commit.</summary>
/// <remarks>An answer is kept from the second time that it is asked for. Most are asked for once: keeping all of them left the
/// collector 125 MB of dead ones, at 16 MB kept. Two shelves instead of a list of uses: a full shelf becomes the old one, and what is
/// asked for again moves to
/// the new one. Readers never wait for each other.</remarks>
internal sealed class AnswerCache
{
    /// <summary>Bytes of one shelf; both together are the most that is kept.</summary>
    private const int MaxShelfBytes = 8 << 20;

    /// <summary>What is larger is rare and would push out many small ones.</summary>
    private const int MaxAnswerBytes = 256 << 10;

    private readonly Lock gate = new();
    private readonly int[] asked = new int[8192];
    private Shelf young = new("");
    private Shelf old = new("");

    /// <summary>Finds an answer of this state of the index.</summary>
    public bool TryGet(IndexVersion stamp, string address, [NotNullWhen(true)] out ResponseBody? body)
    {
        if (young.TryGet(stamp, address, out body))
            return true;
        if (!old.TryGet(stamp, address, out body))
            return false;
        Put(stamp, address, body);
        return true;
    }

    /// <summary>Keeps an answer, if it is not too large and was asked for before.</summary>
    public void Keep(IndexVersion stamp, string address, ResponseBody body)
    {
        // One place for many addresses: whoever is asked for again soon is found, and nothing has to be tidied.
        var hash = address.GetHashCode(StringComparison.Ordinal);
        ref var asked = ref this.asked[(uint)hash % this.asked.Length];
        if (asked == hash)
            Put(stamp, address, body);
        asked = hash;
    }

    private void Put(IndexVersion stamp, string address, ResponseBody body)
    {
        var size = body.Bytes.Length + (2 * address.Length) + 200;
        if (size > MaxAnswerBytes)
            return;
        lock (gate)
        {
            if (young.Version != stamp.Text)
                (young, old) = (new Shelf(stamp.Text), new Shelf(""));
            else if (young.Bytes + size > MaxShelfBytes)
                (young, old) = (new Shelf(stamp.Text), young);
            young.Put(address, body, size);
        }
    }

    private sealed class Shelf(string stamp)
    {
        private readonly ConcurrentDictionary<string, ResponseBody> bodies = new(StringComparer.Ordinal);

        public string Version { get; } = stamp;

        public int Bytes { get; private set; }

        public bool TryGet(IndexVersion stamp, string address, [NotNullWhen(true)] out ResponseBody? body)
        {
            body = null;
            return stamp.Text == Version && bodies.TryGetValue(address, out body);
        }

        public void Put(string address, ResponseBody body, int size)
        {
            if (bodies.TryAdd(address, body))
                Bytes += size;
        }
    }
}
