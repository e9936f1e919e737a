using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.OpenSearch;

/// <summary>Names of the fields of a document in the cluster.</summary>
internal static class Fields
{
    /// <summary>Version of what the documents hold: that of the terms, and that of these fields.</summary>
    public const int Version = (Schema.Version * 100) + 2;

    /// <summary>What a document is: <see cref="TypeTalk"/> or <see cref="TypeTable"/>.</summary>
    public const string Type = "type";

    /// <summary>A talk, or a post outside its talks.</summary>
    public const string TypeTalk = "talk";

    /// <summary>A chunk of a table of counts.</summary>
    public const string TypeTable = "table";

    /// <summary>All fields that are searched by default, one after the other, without the speakers: synonyms are not searched for among
    /// names.</summary>
    public const string Joined = "joined";

    /// <summary>The weighted number of occurrences of each word, times <see cref="WeightUnit"/>.</summary>
    public const string Weights = "weights";

    /// <summary>The cluster keeps sign, exponent and eight bits of a weight as one number of variable length, so tiny weights take a byte
    /// less each. Scores depend on ratios of weights alone.</summary>
    public const float WeightUnit = 1f / (1L << 50) / (1L << 50);

    /// <summary>Whether a document is what a post holds outside its talks.</summary>
    public const string Remainder = "remainder";

    /// <summary>The id of a talk, as a value to sort by; the document has the same id.</summary>
    public const string Id = "id";

    /// <summary>Name of a table.</summary>
    public const string Table = "table";

    /// <summary>Name of a chunk of a table.</summary>
    public const string Chunk = "chunk";

    /// <summary>The bytes of a talk or chunk, compressed.</summary>
    public const string Data = "data";

    /// <summary>A digest of what a reader needs of a talk. Talks with the same digest are equal, also in other generations.</summary>
    public const string Digest = "digest";

    /// <summary>The text fields that are searched one by one. The text itself is searched only together with the others.</summary>
    public static readonly IReadOnlyList<TextField> Single = [.. TextField.All.Where(field => field.Flag != FieldSet.Text)];

    /// <summary>The fields that <see cref="Joined"/> is made of.</summary>
    public static readonly IReadOnlyList<TextField> OfJoined =
        [.. TextField.All.Where(field => (field.Flag & FieldSet.Default & ~FieldSet.Speaker) != 0)];

    /// <summary>Returns the names of the fields of a set. A set with the text has all fields of <see cref="Joined"/>.</summary>
    public static IReadOnlyList<string> NamesOf(FieldSet fields)
    {
        var joined = (fields & FieldSet.Text) != 0 ? FieldSet.Default & ~FieldSet.Speaker : FieldSet.None;
        var single = Single.Where(field => (field.Flag & fields & ~joined) != 0).Select(field => field.Name);
        return joined == FieldSet.None ? [.. single] : [Joined, .. single];
    }

    /// <summary>The fields that make a talk.</summary>
    public static readonly IReadOnlyList<string> OfTalk = [Data, Remainder];

    /// <summary>Returns the field in which a document is searched for by an id.</summary>
    public static string OfKey(string field) => field switch
    {
        Schema.Id => "_id",
        Schema.Post => "post",
        Schema.FormerId => "former",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such key."),
    };
}
