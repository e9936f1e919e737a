using SearchNotes.Indexing;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Querying;

/// <summary>An index field that query words are searched in.</summary>
/// <param name="Name">Name of the Lucene field.</param>
/// <param name="Flag">The field as a <see cref="FieldSet"/>.</param>
/// <param name="Weight">Weight of one occurrence, relative to one in the prose.</param>
/// <param name="B">BM25's b, 0 to 1: how strongly the length of a field reduces the weight of an occurrence.</param>
internal sealed record TextField(string Name, FieldSet Flag, float Weight, float B = 0.65f)
{
    /// <summary>All searched fields. Weights and b come from the judged queries; see <c>docs/ranking.md</c>.</summary>
    public static readonly TextField[] All =
    [
        new(Schema.Topic, FieldSet.Topic, 5.0f, 0.8f),
        new(Schema.Speaker, FieldSet.Speaker, 4.0f),
        new(Schema.Heading, FieldSet.Heading, 1.6f),
        new(Schema.Text, FieldSet.Text, 1.0f),
        new(Schema.Code, FieldSet.Code, 1.3f),
        new(Schema.Tag, FieldSet.Tag, 0.5f),
        new(Schema.Event, FieldSet.Event, 1.5f),
        new(Schema.Quote, FieldSet.Quote, 1.0f, 0f),
        new(Schema.Qa, FieldSet.Qa, 1.0f, 0f),
    ];

    /// <summary>Returns the index of a field in <see cref="All"/>.</summary>
    public static int IndexOf(FieldSet flag) => Array.FindIndex(All, field => field.Flag == flag);

    /// <summary>Returns the field set of a field named in the query syntax.</summary>
    public static FieldSet Of(SearchField field) => field switch
    {
        SearchField.Speaker => FieldSet.Speaker,
        SearchField.Topic => FieldSet.Topic,
        SearchField.Event => FieldSet.Event,
        SearchField.Tag => FieldSet.Tag,
        SearchField.Code => FieldSet.Code,
        SearchField.Qa => FieldSet.Qa,
        SearchField.Quote => FieldSet.Quote,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field."),
    };
}

/// <summary>A set of fields.</summary>
[Flags]
internal enum FieldSet
{
    None = 0,
    Topic = 1,
    Speaker = 2,
    Heading = 4,
    Text = 8,
    Code = 16,
    Tag = 32,
    Event = 64,
    Quote = 128,
    Qa = 256,

    /// <summary>Fields searched for a word without a field prefix. Quotes, questions and answers are part of the text already.</summary>
    Default = Topic | Speaker | Heading | Text | Code | Tag | Event,
}
