namespace SearchNotes.Indexing;

/// <summary>The fields of a document. Whoever changes one, or how it is analysed, raises <see cref="Version"/>: the next run
/// then rebuilds the index by itself.</summary>
internal static class Schema
{
    /// <summary>Version of the layout on disk and of the analysis.</summary>
    public const int Version = 3;

    /// <summary>Words of one block never stand beside those of the next: a phrase ends with its paragraph.</summary>
    public const int BlockGap = 16;

    // Keys, one term each.
    public const string Id = "id";
    public const string Post = "post";

    // Text in surface forms with positions. Those marked with lengths also keep how many words they hold.
    public const string Topic = "topic";         // lengths
    public const string Speaker = "speaker";     // lengths; names, aliases, details
    public const string Heading = "heading";     // lengths; sections' headings
    public const string Text = "text";           // lengths; prose, quotes, questions and answers
    public const string Code = "code";           // lengths; code blocks and inline code, read as code
    public const string Tag = "tag";             // lengths
    public const string Event = "event";         // lengths; event, post title, place, year
    public const string Quote = "quote";         // for quote:
    public const string Qa = "qa";               // for qa:

    /// <summary>Languages of code blocks, one term each. Documents only.</summary>
    public const string CodeLanguage = "code_language";

    /// <summary>For each word of a document that is not its own stem: <c>language:stem\u0001word</c>. Documents only.</summary>
    /// <remarks>A query finds the forms of a stem by one look-up here and then searches for them as words, so that there is
    /// no second copy of the text in stems, forms can rank below the word itself, and the highlighter knows them all.</remarks>
    public const string Forms = "forms";

    /// <summary>Parts language, stem and form in a term of <see cref="Forms"/>.</summary>
    public const char FormSeparator = '\u0001';

    // Columns.
    public const string Key = "key";             // sorted: id, the last tie-break
    public const string PostKey = "post_key";    // sorted: post, for grouping
    public const string Day = "day";             // numeric: days since 0001-01-01; 0 is none
    public const string Holds = "holds";         // numeric: flags of Holding
    public const string SpeakerFacet = "speaker_facet";
    public const string TagFacet = "tag_facet";
    public const string EventFacet = "event_facet";
    public const string YearFacet = "year_facet";
    public const string KindFacet = "kind_facet";
    public const string LanguageFacet = "language_facet";

    /// <summary>The whole talk, as <see cref="TalkBlob"/> writes it. Stored.</summary>
    public const string Talk = "talk";

    /// <summary>Language of documents that have none, in <see cref="LanguageFacet"/> and <see cref="Forms"/>: never shown.</summary>
    public const string NoLanguage = "";
}

/// <summary>What a document holds, for <c>has:</c>.</summary>
[Flags]
internal enum ContentFlags
{
    /// <summary>Nothing of these.</summary>
    None = 0,

    /// <summary>A code block.</summary>
    Code = 1,

    /// <summary>Questions and answers.</summary>
    Qa = 2,

    /// <summary>A block quote.</summary>
    Quote = 4,
}
