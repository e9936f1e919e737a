using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SearchNotes;

/// <summary>A cache of limited size. It is emptied when it is full, which is cheaper than tracking the order of use. Thread-safe.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value, which must not be changed once it is cached.</typeparam>
/// <param name="capacity">Maximum total size of the entries, in the unit of the sizes passed to <see cref="Add"/>.</param>
public sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, TValue> entries = new();
    private int used;

    /// <summary>Finds the value of a key.</summary>
    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value) => entries.TryGetValue(key, out value);

    /// <summary>Adds a value, unless the key has one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="size">Size of the entry, at least 1.</param>
    public void Add(TKey key, TValue value, int size = 1)
    {
        if (entries.ContainsKey(key))
            return;
        if (Interlocked.Add(ref used, size) > capacity)
        {
            entries.Clear();
            Interlocked.Exchange(ref used, size);
        }

        entries[key] = value;
    }
}
