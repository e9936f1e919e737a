using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchNotes.Querying.Facets;

/// <summary>Values of a facet by document, in memory, created once per snapshot. Values that differ only in case or accents are one value,
/// shown in its most frequent spelling.</summary>
internal sealed class FacetDocValues
{
    private readonly int[] starts;
    private readonly int[] values;

    private FacetDocValues(string[] names, int[] starts, int[] values) => (Names, this.starts, this.values) = (names, starts, values);

    /// <summary>The values as displayed, by value number.</summary>
    public string[] Names { get; }

    /// <summary>Returns the value numbers of a document.</summary>
    public ReadOnlySpan<int> Of(int doc) => values.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);

    /// <summary>Reads the doc values of a facet.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="field">The Lucene field.</param>
    /// <param name="key">Returns the key that all spellings of a value share.</param>
    public static FacetDocValues Read(IndexReader reader, string field, Func<string, string> key)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, Spelling>(StringComparer.Ordinal);
        var starts = new int[reader.MaxDoc + 1];
        var values = new List<int>(reader.MaxDoc);
        foreach (var leaf in reader.Leaves)
        {
            var docValues = leaf.AtomicReader.GetSortedSetDocValues(field);
            var live = leaf.AtomicReader.LiveDocs;
            var texts = Texts(docValues);
            var found = new Spelling[texts.Length];
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                starts[leaf.DocBase + doc] = values.Count;
                if (docValues is null || (live is not null && !live.Get(doc)))
                    continue;

                docValues.SetDocument(doc);
                for (var ord = docValues.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = docValues.NextOrd())
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

    /// <summary>Returns all texts of a segment, by ordinal. They are compressed in blocks; reading them in order decompresses each block
    /// once.</summary>
    private static string[] Texts(SortedSetDocValues? docValues)
    {
        var texts = new string[docValues?.ValueCount ?? 0];
        var bytes = new BytesRef();
        for (var ord = 0; ord < texts.Length; ord++)
        {
            docValues!.LookupOrd(ord, bytes); // Not null: without doc values there are no texts.
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

    /// <summary>A spelling of a value, with the value's number and the number of documents that use the spelling.</summary>
    private record struct Spelling(int Number, int Uses);
}
