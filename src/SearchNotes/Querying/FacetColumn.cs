using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchNotes.Querying;

/// <summary>The values of a facet by document, in memory, made once per snapshot. Values that read the same but for case or
/// accents are one; the more frequent spelling is shown.</summary>
internal sealed class FacetColumn
{
    private readonly int[] starts;
    private readonly int[] values;

    private FacetColumn(string[] names, int[] starts, int[] values) => (Names, this.starts, this.values) = (names, starts, values);

    /// <summary>The values by number, as people read them.</summary>
    public string[] Names { get; }

    /// <summary>Numbers of a document's values.</summary>
    public ReadOnlySpan<int> Of(int doc) => values.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);

    /// <summary>Reads a column.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="field">Lucene's field.</param>
    /// <param name="key">What two spellings of one value have in common.</param>
    public static FacetColumn Read(IndexReader reader, string field, Func<string, string> key)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var spellings = new List<Dictionary<string, int>>();
        var starts = new int[reader.MaxDoc + 1];
        var values = new List<int>(reader.MaxDoc);
        var bytes = new BytesRef();
        foreach (var leaf in reader.Leaves)
        {
            var column = leaf.AtomicReader.GetSortedSetDocValues(field);
            var live = leaf.AtomicReader.LiveDocs;
            var texts = column is null ? [] : new string[column.ValueCount];
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                starts[leaf.DocBase + doc] = values.Count;
                if (column is null || (live is not null && !live.Get(doc))) continue;

                column.SetDocument(doc);
                for (var ord = column.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = column.NextOrd())
                {
                    if (texts[ord] is not { } text)
                    {
                        column.LookupOrd(ord, bytes);
                        texts[ord] = text = bytes.Utf8ToString();
                    }

                    values.Add(Number(text));
                }
            }
        }

        starts[reader.MaxDoc] = values.Count;
        return new FacetColumn([.. spellings.Select(MostFrequent)], starts, [.. values]);

        int Number(string text)
        {
            var same = key(text);
            if (!numbers.TryGetValue(same, out var number))
            {
                numbers[same] = number = spellings.Count;
                spellings.Add(new Dictionary<string, int>(StringComparer.Ordinal));
            }

            spellings[number][text] = spellings[number].GetValueOrDefault(text) + 1;
            return number;
        }
    }

    private static string MostFrequent(Dictionary<string, int> spellings) =>
        spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;
}
