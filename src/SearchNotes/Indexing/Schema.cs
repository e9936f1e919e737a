namespace SearchNotes.Indexing;

/// <summary>The fields of a document. A change to a field or its analysis requires a higher <see cref="Version"/>; the next run then
/// rebuilds the index automatically.</summary>
internal static class Schema
{
    /// <summary>Version of the index layout and the analysis.</summary>
    public const int Version = 12;

    /// <summary>Position gap between blocks, so that phrases do not match across paragraphs.</summary>
    public const int BlockGap = 16;

    // Keys; one term each.
    public const string Id = "id";
    public const string Post = "post";
    public const string FormerId = "former_id";  // any number of values; see FormerTalks

    // Text fields: surface forms with positions. Fields marked "lengths" also store their number of words.
    public const string Topic = "topic";         // lengths
    public const string Speaker = "speaker";     // lengths; names, spellings, aliases
    public const string Heading = "heading";     // lengths; section headings
    public const string Text = "text";           // lengths; prose, quotes, questions and answers
    public const string Code = "code";           // lengths; code blocks and inline code, tokenized as code
    public const string Tag = "tag";             // lengths
    public const string Event = "event";         // lengths; event, post title, place, year
    public const string Quote = "quote";         // for the operator quote:
    public const string Qa = "qa";               // for the operator qa:

    /// <summary>Languages of code blocks, one term each. Indexed without frequencies and positions.</summary>
    public const string CodeLanguage = "code_language";

    /// <summary>For each word of a document that differs from its stem: <c>language:stem\u0001word</c>. Indexed without frequencies and
    /// positions.</summary>
    /// <remarks>A query looks up all forms of a stem here and then searches for them as words. The index therefore needs no second,
    /// stemmed copy of the text; forms can rank below the exact word; and the highlighter knows every form.</remarks>
    public const string Forms = "forms";

    /// <summary>Separates stem and form in a term of <see cref="Forms"/>.</summary>
    public const char FormSeparator = '\u0001';

    // Doc values.
    public const string Key = "key";             // sorted: id, the last tie-breaker
    public const string PostKey = "post_key";    // sorted: post, for grouping
    public const string Day = "day";             // numeric: StoredTalk.Day in days since 0001-01-01; 0 for no date
    public const string PostDay = "post_day";    // numeric: date of the post in days since 0001-01-01; 0 for no date
    public const string Location = "location";   // sorted: place of the event
    public const string ContentFlags = "holds";         // numeric: ContentFlags
    public const string SpeakerFacet = "speaker_facet";
    public const string TagFacet = "tag_facet";
    public const string EventFacet = "event_facet";
    public const string YearFacet = "year_facet";
    public const string KindFacet = "kind_facet";
    public const string LanguageFacet = "language_facet";

    /// <summary>The whole talk, serialized by <see cref="TalkBlob"/>. Stored.</summary>
    public const string Talk = "talk";

    /// <summary>Value of <see cref="LanguageFacet"/> for documents without a language. Never shown.</summary>
    public const string NoLanguage = "";
}

/// <summary>Kinds of content in a document, for the <c>has:</c> operator.</summary>
[Flags]
internal enum ContentFlags
{
    /// <summary>None of these kinds.</summary>
    None = 0,

    /// <summary>A code block.</summary>
    Code = 1,

    /// <summary>Questions and answers.</summary>
    Qa = 2,

    /// <summary>A block quote.</summary>
    Quote = 4,

    /// <summary>A link to a recording.</summary>
    Video = 8,
}
