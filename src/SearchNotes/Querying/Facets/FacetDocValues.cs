using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchNotes.Querying.Facets;

/// <summary>The values of a facet by document, in memory, made once per snapshot. Values that read the same but for case or
/// accents are one; the more frequent spelling is shown.</summary>
internal sealed class FacetDocValues
{
    private readonly int[] starts;
    private readonly int[] values;

    private FacetDocValues(string[] names, int[] starts, int[] values) => (Names, this.starts, this.values) = (names, starts, values);

    /// <summary>The values by number, as people read them.</summary>
    public string[] Names { get; }

    /// <summary>Numbers of a document's values.</summary>
    public ReadOnlySpan<int> Of(int doc) => values.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);

    /// <summary>Reads a column.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="field">Lucene's field.</param>
    /// <param name="key">What two spellings of one value have in common.</param>
    public static FacetDocValues Read(IndexReader reader, string field, Func<string, string> key)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, Spelling>(StringComparer.Ordinal);
        var starts = new int[reader.MaxDoc + 1];
        var values = new List<int>(reader.MaxDoc);
        foreach (var leaf in reader.Leaves)
        {
            var column = leaf.AtomicReader.GetSortedSetDocValues(field);
            var live = leaf.AtomicReader.LiveDocs;
            var texts = Texts(column);
            var found = new Spelling[texts.Length];
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                starts[leaf.DocBase + doc] = values.Count;
                if (column is null || (live is not null && !live.Get(doc)))
                    continue;

                column.SetDocument(doc);
                for (var ord = column.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = column.NextOrd())
                {
                    if (found[ord].Uses++ == 0)
                        found[ord].Number = Number(texts[ord]);
                    values.Add(found[ord].Number);
                }
            }

            for (var ord = 0; ord < texts.Length; ord++)
            {
                if (found[ord].Uses == 0)
                    continue;
                ref var spelling = ref CollectionsMarshal.GetValueRefOrAddDefault(spellings, texts[ord], out _);
                spelling = new Spelling { Number = found[ord].Number, Uses = spelling.Uses + found[ord].Uses };
            }
        }

        starts[reader.MaxDoc] = values.Count;
        return new FacetDocValues(MostFrequent(spellings, numbers.Count), starts, [.. values]);

        int Number(string text)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key(text), out var isKnown);
            if (!isKnown)
                number = numbers.Count - 1;
            return number;
        }
    }

    /// <summary>All texts of a segment, by ordinal. They lie packed in blocks: read in order, each is unpacked once.</summary>
    private static string[] Texts(SortedSetDocValues? column)
    {
        var texts = new string[column?.ValueCount ?? 0];
        var bytes = new BytesRef();
        for (var ord = 0; ord < texts.Length; ord++)
        {
            column!.LookupOrd(ord, bytes); // Without a column there are no texts.
            texts[ord] = bytes.Utf8ToString();
        }

        return texts;
    }

    private static string[] MostFrequent(Dictionary<string, Spelling> spellings, int count)
    {
        var (names, uses) = (new string[count], new int[count]);
        foreach (var (text, spelling) in spellings)
        {
            var order = spelling.Uses.CompareTo(uses[spelling.Number]);
            if (order < 0 || (order == 0 && string.CompareOrdinal(text, names[spelling.Number]) > 0))
                continue;
            (names[spelling.Number], uses[spelling.Number]) = (text, spelling.Uses);
        }

        return names;
    }

    /// <summary>One way to write a value: the value's number, and how many documents write it so.</summary>
    private record struct Spelling(int Number, int Uses);
}
