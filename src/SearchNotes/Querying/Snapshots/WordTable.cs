using System.Runtime.InteropServices;

namespace SearchNotes.Querying.Snapshots;

/// <summary>Document counts of all words of a collection, per field.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, Entry> entries;
    private readonly int[] counts;

    /// <summary>Creates the table.</summary>
    /// <param name="rows">The words with their counts: documents with the word in any default field, then per field of
    /// <see cref="TextField.All"/>.</param>
    public WordTable(IEnumerable<KeyValuePair<string, long[]>> rows)
    {
        entries = new(StringComparer.Ordinal);
        var all = new List<int>();
        foreach (var (word, row) in rows)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, word, out _);
            entry = new Entry(all.Count, (int)row[0], Present(row));
            for (var field = 1; field < row.Length; field++)
            {
                if (row[field] > 0)
                    all.Add((int)row[field]);
            }
        }

        counts = [.. all];
    }

    /// <summary>The words, in any order.</summary>
    public IReadOnlyCollection<string> Words => entries.Keys;

    /// <summary>Returns the number of documents that contain a word, in the field of a set where it is most frequent.</summary>
    public int Most(string word, FieldSet fields)
    {
        if (!entries.TryGetValue(word, out var entry))
            return 0;
        var (most, at) = (0, entry.Start);
        for (var field = 0; field < TextField.All.Length; field++)
        {
            var flag = TextField.All[field].Flag;
            if ((entry.Fields & flag) == 0)
                continue;
            if ((fields & flag) != 0)
                most = Math.Max(most, counts[at]);
            at++;
        }

        return most;
    }

    /// <summary>Finds the exact number of documents that contain a word in any field of a set; not every set is counted.</summary>
    public bool TryCount(string word, FieldSet fields, out int count)
    {
        count = 0;
        if (!entries.TryGetValue(word, out var entry) || (entry.Fields & fields) == 0)
            return true;
        var present = entry.Fields & fields;
        if (fields == FieldSet.Default)
        {
            count = entry.Any;
            return true;
        }

        count = Most(word, fields);
        return (present & (present - 1)) == 0;
    }

    private static FieldSet Present(long[] row)
    {
        var present = FieldSet.None;
        for (var field = 0; field < TextField.All.Length; field++)
        {
            if (row[field + 1] > 0)
                present |= TextField.All[field].Flag;
        }

        return present;
    }

    private readonly record struct Entry(int Start, int Any, FieldSet Fields);
}
