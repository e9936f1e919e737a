using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Candidates;

/// <summary>Makes a collection of the counts that its generation carries.</summary>
internal static class CollectionReader
{
    /// <summary>Returns the collection.</summary>
    /// <param name="record">Metadata of the generation.</param>
    /// <param name="generation">Number of the generation.</param>
    /// <param name="bytes">Its size in bytes.</param>
    /// <param name="counts">Its counts.</param>
    public static Collection Read(CommitRecord record, long generation, long bytes, CollectionCounts counts)
    {
        var words = new WordTable(counts[CollectionTable.Words].Rows);
        var sections = Sections(counts[CollectionTable.Words].Rows);
        var vocabulary = new Vocabulary(() => [.. sections.Keys.Order()],
            letter => sections.GetValueOrDefault(letter) ?? new VocabularySection([], [], [], []));
        var forms = counts[CollectionTable.Forms].Rows.Select(row => row.Key).ToArray();
        var names = Names(counts[CollectionTable.Names].Rows);
        return new Collection
        {
            Record = record,
            Generation = generation,
            Bytes = bytes,
            AverageLengths = [.. CollectionCounts.Fields.Select(field => Average(counts[CollectionTable.Lengths], field))],
            Words = words,
            Names = names,
            Vocabulary = vocabulary,
            Forms = new WordForms(() => Languages(names), prefix => Ends(forms, prefix)),
            Derivations = new Derivations(vocabulary),
            NameCompletions = new(() => (Completion(names, Facet.Speaker), Completion(names, Facet.Tag), Completion(names, Facet.Event))),
        };
    }

    private static Dictionary<char, VocabularySection> Sections(IEnumerable<KeyValuePair<string, long[]>> rows)
    {
        var ofDefault = Enumerable.Range(0, TextField.All.Length).Where(i => (TextField.All[i].Flag & FieldSet.Default) != 0).ToArray();
        var (speaker, topic) = (TextField.IndexOf(FieldSet.Speaker), TextField.IndexOf(FieldSet.Topic));
        var groups = rows.Where(row => row.Value[0] > 0).GroupBy(row => VocabularySection.KeyOf(row.Key));
        return groups.ToDictionary(group => group.Key, group =>
        {
            var section = group.ToArray(); // In ordinal order, as the rows are.
            return new VocabularySection(Array.ConvertAll(section, row => row.Key),
                Array.ConvertAll(section, row => (int)ofDefault.Max(field => row.Value[field + 1])),
                Array.ConvertAll(section, row => row.Value[speaker + 1] > 0),
                Array.ConvertAll(section, row => row.Value[topic + 1] > 0));
        });
    }

    private static double Average(CollectionTable lengths, string field)
    {
        var row = lengths.Rows.FirstOrDefault(row => row.Key == field).Value;
        return row is null ? 1.0 : row[1] / (double)CollectionCounts.LengthUnit / row[0];
    }

    private static NameTable Names(IEnumerable<KeyValuePair<string, long[]>> rows)
    {
        var facets = Facet.All.ToDictionary(facet => facet.Field, StringComparer.Ordinal);
        var names = new NameTable();
        foreach (var (key, row) in rows)
        {
            var (field, value, day, place) = CollectionCounts.ReadName(key);
            if (facets.TryGetValue(field, out var facet))
                names.Add(facet, value, (int)row[0], (int)row[1], day, place);
        }

        return names;
    }

    private static string[] Languages(NameTable names) =>
        [.. names.Of(Facet.Language).Select(language => language.Name).Where(name => name.Length > 0).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Ends(string[] forms, string prefix)
    {
        var at = Array.BinarySearch(forms, prefix, StringComparer.Ordinal);
        var end = (at < 0 ? ~at : at) + WordForms.MaxForms;
        for (var i = end - WordForms.MaxForms; i < Math.Min(end, forms.Length); i++)
        {
            if (!forms[i].StartsWith(prefix, StringComparison.Ordinal))
                yield break;
            yield return forms[i][prefix.Length..];
        }
    }

    private static NameCompletion Completion(NameTable names, Facet facet)
    {
        var values = names.Of(facet).ToArray();
        return new NameCompletion(facet, Array.ConvertAll(values, value => value.Name), Array.ConvertAll(values, value => value.Documents));
    }
}
