using System.Globalization;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>Counts words, forms, names and lengths of documents, for engines that hold the documents elsewhere. Thread-safe.</summary>
internal sealed class CollectionCounts
{
    /// <summary>Lengths are counted in this many parts of a word, so that sums are exact.</summary>
    public const int LengthUnit = 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, CollectionTable> tables = new[]
    {
        CollectionTable.Words, CollectionTable.Forms, CollectionTable.Names, CollectionTable.Lengths,
    }.ToDictionary(name => name, name => new CollectionTable(name), StringComparer.Ordinal);

    /// <summary>The text fields in the order of the counts of a word; the count before them is that of documents with the word in a field
    /// that is searched by default.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        Schema.Topic, Schema.Speaker, Schema.Heading, Schema.Text, Schema.Code, Schema.Tag, Schema.Event, Schema.Quote, Schema.Qa,
    ];

    /// <summary>The tables.</summary>
    public IReadOnlyCollection<CollectionTable> Tables => tables.Values;

    /// <summary>Returns a table by its name.</summary>
    public CollectionTable this[string table] => tables[table];

    /// <summary>Counts a document, or takes it out.</summary>
    /// <param name="stored">The document.</param>
    /// <param name="text">Its terms.</param>
    /// <param name="sign">1 or -1.</param>
    public void Add(StoredTalk stored, TalkTerms text, int sign)
    {
        var words = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var lengths = new List<(string Field, long Length)>();
        foreach (var field in text.Fields)
        {
            var number = IndexOf(field.Name);
            foreach (var token in field.Tokens)
            {
                if (!words.TryGetValue(token.Term, out var row))
                    words[token.Term] = row = new long[Fields.Count + 1];
                row[number + 1] = 1;
                if (field.Name is not (Schema.Quote or Schema.Qa))
                    row[0] = 1;
            }

            if (FieldLength.Encode(field.Length) is > 0 and var length)
                lengths.Add((field.Name, (long)Math.Round((double)FieldLength.Decoded[length] * LengthUnit)));
        }

        List<string> forms = [.. text.Forms()];
        var isTalk = stored.Talk.Kind == TalkKind.Post ? 0 : 1;
        lock (gate)
        {
            foreach (var (word, row) in words)
                tables[CollectionTable.Words].Add(word, row, sign);
            foreach (var form in forms)
                tables[CollectionTable.Forms].Add(form, [1], sign);
            foreach (var (field, length) in lengths)
                tables[CollectionTable.Lengths].Add(field, [1, length], sign);
            foreach (var (field, value) in FacetTexts.Of(stored).Distinct())
                tables[CollectionTable.Names].Add(NameKey(field, value, stored), [1, isTalk], sign);
        }
    }

    /// <summary>Returns the number of documents that have each field of <see cref="Fields"/>, and the sum of its lengths.</summary>
    public IReadOnlyList<(long Documents, long Sum)> Lengths()
    {
        lock (gate)
            return Lengths(tables[CollectionTable.Lengths]);
    }

    /// <summary>Returns the number of documents that have each field of <see cref="Fields"/>, and the sum of its lengths, of a
    /// table.</summary>
    public static IReadOnlyList<(long Documents, long Sum)> Lengths(CollectionTable table) =>
        [.. Fields.Select(field => table.Find(field) is [var documents, var sum] ? (documents, sum) : (0, 0))];

    /// <summary>Reads the key of a row of names: the facet field, a value, and day and place of documents with it.</summary>
    public static (string Field, string Value, int Day, string Place) ReadName(string key)
    {
        var parts = key.Split(Schema.FormSeparator);
        return (parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }

    private static string NameKey(string field, string value, StoredTalk stored)
    {
        var hasDays = field is Schema.SpeakerFacet or Schema.TagFacet or Schema.EventFacet or Schema.KindFacet;
        var day = hasDays ? stored.Day?.DayNumber ?? 0 : 0;
        var place = field == Schema.EventFacet && stored.Location is { } location ? FacetTexts.Short(location) : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{field}{Schema.FormSeparator}{Plain(value)}{Schema.FormSeparator}{day}{Schema.FormSeparator}{Plain(place)}");
    }

    private static string Plain(string text) => text.Replace(Schema.FormSeparator, ' ');

    private static int IndexOf(string field)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i] == field)
                return i;
        }

        throw new ArgumentException($"There is no text field {field}.", nameof(field));
    }
}
