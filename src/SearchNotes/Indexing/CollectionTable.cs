using System.Globalization;
using System.Text;

namespace SearchNotes.Indexing;

/// <summary>A table of counts by key that a generation of a collection carries: words, forms, names, field lengths. It is stored in chunks,
/// so that a change rewrites little.</summary>
/// <param name="name">Name of the table.</param>
internal sealed class CollectionTable(string name)
{
    /// <summary>Words of all text fields, see <see cref="CollectionCounts.Fields"/>.</summary>
    public const string Words = "words";

    /// <summary>Terms of <see cref="Schema.Forms"/>.</summary>
    public const string Forms = "forms";

    /// <summary>Facet values with their days: documents, talks.</summary>
    public const string Names = "names";

    /// <summary>Field lengths: documents, sum of the lengths.</summary>
    public const string Lengths = "lengths";

    private readonly SortedDictionary<string, long[]> rows = new(StringComparer.Ordinal);

    /// <summary>Name of the table.</summary>
    public string Name { get; } = name;

    /// <summary>Rows in ordinal order of their keys.</summary>
    public IEnumerable<KeyValuePair<string, long[]>> Rows => rows;

    /// <summary>Whether there are no rows.</summary>
    public bool IsEmpty => rows.Count == 0;

    /// <summary>Returns the counts of a row; <see langword="null"/> when there is none.</summary>
    public long[]? Find(string key) => rows.GetValueOrDefault(key);

    /// <summary>Adds counts to a row. A row without counts is removed.</summary>
    public void Add(string key, ReadOnlySpan<long> counts, int sign = 1)
    {
        if (!rows.TryGetValue(key, out var row))
            rows[key] = row = new long[counts.Length];
        for (var i = 0; i < counts.Length; i++)
            row[i] += sign * counts[i];
        if (Array.TrueForAll(row, count => count == 0))
            rows.Remove(key);
    }

    /// <summary>Returns the chunk that a key belongs to. Chunks of neighbouring keys stay apart by the first character that differs
    /// much.</summary>
    public static string ChunkOf(string table, string key) => table switch
    {
        Words => First(key, 0),
        Forms => First(key, key.IndexOf(':', StringComparison.Ordinal) + 1),
        Names => key[..key.IndexOf(Schema.FormSeparator, StringComparison.Ordinal)],
        _ => "",
    };

    /// <summary>Adds the counts of another table.</summary>
    public void Add(CollectionTable other)
    {
        foreach (var (key, counts) in other.rows)
            Add(key, counts);
    }

    /// <summary>Returns a table with the rows of each chunk.</summary>
    public IEnumerable<(string Chunk, CollectionTable Rows)> Chunks()
    {
        foreach (var chunk in rows.GroupBy(row => ChunkOf(Name, row.Key), StringComparer.Ordinal))
        {
            var part = new CollectionTable(Name);
            foreach (var (key, counts) in chunk)
                part.rows[key] = counts;
            yield return (chunk.Key, part);
        }
    }

    /// <summary>Reads rows that <see cref="Write"/> serialized, beside those that are there.</summary>
    public void Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        for (var remaining = reader.Read7BitEncodedInt(); remaining > 0; remaining--)
        {
            var key = reader.ReadString();
            var row = new long[reader.Read7BitEncodedInt()];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.Read7BitEncodedInt64();
            rows[key] = row;
        }
    }

    /// <summary>Serializes the rows.</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write7BitEncodedInt(rows.Count);
        foreach (var (key, row) in rows)
        {
            writer.Write(key);
            writer.Write7BitEncodedInt(row.Length);
            foreach (var count in row)
                writer.Write7BitEncodedInt64(count);
        }

        return bytes.ToArray();
    }

    // Each Latin letter has its chunk; of other scripts, which have thousands of signs, each block of 256.
    private static string First(string key, int at) => at >= key.Length ? "" : key[at] < '\u0250' ? key[at].ToString()
        : ((int)key[at] >> 8).ToString("x2", CultureInfo.InvariantCulture);
}
