using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SearchNotes;

/// <summary>A cache of limited size. It consists of two generations: when the newer one is half of the capacity, it becomes the older one,
/// and what was used since then stays. That is cheaper than tracking the order of use, and the cache is never empty at once.
/// Thread-safe.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value, which must not be changed once it is cached.</typeparam>
/// <param name="capacity">Maximum total size of the entries, in the unit of the sizes passed to <see cref="Add"/>.</param>
public sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock renewal = new();
    private volatile Generation newer = new();
    private volatile Generation older = new();

    /// <summary>Finds the value of a key.</summary>
    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        if (newer.Entries.TryGetValue(key, out var entry))
        {
            value = entry.Value;
            return true;
        }

        if (older.Entries.TryGetValue(key, out entry))
        {
            Keep(key, entry);
            value = entry.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Adds a value, unless the key has one. A value larger than half of the capacity is not cached.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="size">Size of the entry, at least 1.</param>
    public void Add(TKey key, TValue value, int size = 1)
    {
        if (size <= Half && !TryGet(key, out _))
            Keep(key, new Entry(value, size));
    }

    private int Half => Math.Max(1, capacity / 2);

    private void Keep(TKey key, Entry entry)
    {
        var into = newer;
        if (Interlocked.Add(ref into.Used, entry.Size) > Half)
            into = Renew(into, entry.Size);
        if (!into.Entries.TryAdd(key, entry))
            Interlocked.Add(ref into.Used, -entry.Size);
    }

    /// <summary>Starts a new generation, unless another thread has just done so.</summary>
    private Generation Renew(Generation full, int size)
    {
        lock (renewal)
        {
            if (ReferenceEquals(newer, full))
                (older, newer) = (full, new Generation());
            var renewed = newer;
            Interlocked.Add(ref renewed.Used, size);
            return renewed;
        }
    }

    private readonly record struct Entry(TValue Value, int Size);

    private sealed class Generation
    {
        public int Used;

        public ConcurrentDictionary<TKey, Entry> Entries { get; } = new();
    }
}
