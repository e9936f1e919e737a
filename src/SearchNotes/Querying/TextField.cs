using SearchNotes.Indexing;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Querying;

/// <summary>A field that words are looked for in.</summary>
/// <param name="Name">Lucene's field.</param>
/// <param name="Flag">Its bit in a set of fields.</param>
/// <param name="Weight">What one occurrence counts against one in the prose.</param>
/// <param name="B">BM25's b: how much a long field makes an occurrence count less, 0 to 1.</param>
internal sealed record TextField(string Name, FieldSet Flag, float Weight, float B)
{
    /// <summary>All of them. Weights and shares come from the judged queries; see <c>docs/ranking.md</c>.</summary>
    public static readonly TextField[] All =
    [
        new(Schema.Topic, FieldSet.Topic, 5.0f, 0.8f),
        new(Schema.Speaker, FieldSet.Speaker, 4.0f, 0.3f),
        new(Schema.Heading, FieldSet.Heading, 1.6f, 0.5f),
        new(Schema.Text, FieldSet.Text, 1.0f, 0.65f),
        new(Schema.Code, FieldSet.Code, 0.8f, 0.5f),
        new(Schema.Tag, FieldSet.Tag, 0.5f, 0.5f),
        new(Schema.Event, FieldSet.Event, 0.8f, 0.5f),
        new(Schema.Quote, FieldSet.Quote, 1.0f, 0f),
        new(Schema.Qa, FieldSet.Qa, 1.0f, 0f),
    ];

    /// <summary>The fields that a reader names with a word and a colon.</summary>
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

    /// <summary>Where a word without a field is looked for. Quotes, questions and answers are in the text already.</summary>
    Default = Topic | Speaker | Heading | Text | Code | Tag | Event,

    /// <summary>Fields of words, in which names are no spelling to go by.</summary>
    Prose = Topic | Heading | Text,
}
