using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using SearchNotes.Api.Live;

namespace SearchNotes.Api.Answers;

/// <summary>Finished answers of the newest commit, ready to be sent again. Bounded; forgets everything at a new commit.</summary>
/// <remarks>Two shelves instead of a list of uses: a full shelf becomes the old one, and what is asked for again moves to
/// the new one. Readers never wait for each other.</remarks>
internal sealed class AnswerCache
{
    /// <summary>Bytes of one shelf; both together are the most that is kept.</summary>
    private const int MaxShelfBytes = 8 << 20;

    /// <summary>What is larger is rare and would push out many small ones.</summary>
    private const int MaxAnswerBytes = 256 << 10;

    private readonly Lock _gate = new();
    private Shelf _new = new("");
    private Shelf _old = new("");

    /// <summary>Finds an answer of this state of the index.</summary>
    public bool TryGet(Stamp stamp, string address, [NotNullWhen(true)] out Body? body)
    {
        if (_new.TryGet(stamp, address, out body))
            return true;
        if (!_old.TryGet(stamp, address, out body))
            return false;
        Keep(stamp, address, body);
        return true;
    }

    /// <summary>Keeps an answer, if it is not too large.</summary>
    public void Keep(Stamp stamp, string address, Body body)
    {
        var size = body.Bytes.Length + (2 * address.Length) + 200;
        if (size > MaxAnswerBytes)
            return;
        lock (_gate)
        {
            if (_new.Stamp != stamp.Text)
                (_new, _old) = (new Shelf(stamp.Text), new Shelf(""));
            else if (_new.Bytes + size > MaxShelfBytes)
                (_new, _old) = (new Shelf(stamp.Text), _new);
            _new.Put(address, body, size);
        }
    }

    private sealed class Shelf(string stamp)
    {
        private readonly ConcurrentDictionary<string, Body> _bodies = new(StringComparer.Ordinal);

        public string Stamp { get; } = stamp;

        public int Bytes { get; private set; }

        public bool TryGet(Stamp stamp, string address, [NotNullWhen(true)] out Body? body)
        {
            body = null;
            return stamp.Text == Stamp && _bodies.TryGetValue(address, out body);
        }

        public void Put(string address, Body body, int size)
        {
            if (_bodies.TryAdd(address, body))
                Bytes += size;
        }
    }
}
