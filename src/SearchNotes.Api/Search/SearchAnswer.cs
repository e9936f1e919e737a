using System.Text.Json.Serialization;
using SearchNotes.Highlighting;
using SearchNotes.Talks;

namespace SearchNotes.Api.Search;

/// <summary>The result of a search.</summary>
/// <param name="Query">The query.</param>
/// <param name="Total">Number of matching talks, or of matching posts when grouped by post.</param>
/// <param name="Page">The page number, from 1.</param>
/// <param name="PerPage">Hits per page.</param>
/// <param name="Hits">The hits of this page, best first unless sorted otherwise.</param>
/// <param name="Facets">Number of matching talks per value. A facet's own filter does not reduce its counts.</param>
/// <param name="NearOnly">Whether no hit is a good answer. A client should show "Nothing found. Nearest:".</param>
/// <param name="Absent">Words that occur nowhere as typed and for which no correction was applied.</param>
/// <param name="GivenUp">Words, including absent ones, that the best hit contains neither as typed nor by an applied correction.</param>
/// <param name="Corrections">Other spellings, each verified to have hits.</param>
/// <param name="Notes">Problems in the query or the address, and how they were handled.</param>
/// <param name="BestBets">Talks and pages that the blog recommends for this query; on the first page.</param>
/// <param name="Names">The speaker, event, tag or kind that the whole query is the name of, at most three; on the first page.</param>
/// <param name="Partial">Whether the search ran out of time; the hits are then the best of those seen so far.</param>
internal sealed record SearchAnswer(
    string Query,
    int Total,
    int Page,
    int PerPage,
    IReadOnlyList<Hit> Hits,
    FacetCounts Facets,
    bool NearOnly,
    IReadOnlyList<string> Absent,
    IReadOnlyList<string> GivenUp,
    IReadOnlyList<CorrectedWord> Corrections,
    IReadOnlyList<QueryNote> Notes,
    IReadOnlyList<RecommendedPage> BestBets,
    IReadOnlyList<MeantName> Names,
    bool Partial);

/// <summary>A talk or page that the blog recommends for a query.</summary>
/// <param name="Title">The text of the link.</param>
/// <param name="Url">The address, absolute or a path of the blog; null for a talk that has no address on the blog.</param>
/// <param name="TalkId">The id of the talk; null for a page.</param>
internal sealed record RecommendedPage(string Title, string? Url, string? TalkId);

/// <summary>A name that the whole query is.</summary>
/// <param name="Facet">"speaker", "event", "tag" or "kind".</param>
/// <param name="Name">The name; for a kind, the value of the filter.</param>
/// <param name="Slug">The key, as in the addresses of its page and of its API answer.</param>
/// <param name="Talks">Number of talks.</param>
/// <param name="FirstYear">Year of the oldest talk; null when unknown.</param>
/// <param name="LastYear">Year of the newest talk; null when unknown.</param>
/// <param name="Location">The place of an event; null when unknown.</param>
internal sealed record MeantName(
    string Facet, string Name, string Slug, int Talks, int? FirstYear, int? LastYear, string? Location);

/// <summary>A talk in a result list.</summary>
/// <param name="Id">The stable id: the post's part, a dot, the talk's part.</param>
/// <param name="Kind">talk, keynote, lightning_talk, panel, workshop, q_and_a or post.</param>
/// <param name="Score">The score, comparable only within this answer.</param>
/// <param name="Topic">The topic of the talk.</param>
/// <param name="Speakers">The names of the speakers.</param>
/// <param name="Tags">The post's tags.</param>
/// <param name="Event">The event of the talk.</param>
/// <param name="PostTitle">The title of the post.</param>
/// <param name="Date">The date of the post, YYYY-MM-DD; null when it has none.</param>
/// <param name="Language">A two-letter language code; null when unknown.</param>
/// <param name="Url">The address of the talk's heading on the blog; null when unknown.</param>
/// <param name="VideoUrl">The address of a recording that the notes link to; null when they link to none.</param>
/// <param name="SlidesUrl">The address of the slides that the notes link to; null when they link to none.</param>
/// <param name="Source">The location in the corpus.</param>
/// <param name="TopicRuns">The topic as runs.</param>
/// <param name="SpeakerRuns">Each speaker's name as runs.</param>
/// <param name="Matches">The best matching passages, at most three, in text order.</param>
/// <param name="Explain">The explanation of the score; null unless requested.</param>
internal sealed record Hit(
    string Id,
    [property: WordOf<TalkKind>] string Kind,
    double Score,
    string Topic,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<string> Tags,
    TalkEvent Event,
    string PostTitle,
    DateOnly? Date,
    string? Language,
    string? Url,
    string? VideoUrl,
    string? SlidesUrl,
    TalkSource Source,
    IReadOnlyList<TextRun> TopicRuns,
    IReadOnlyList<IReadOnlyList<TextRun>> SpeakerRuns,
    IReadOnlyList<HitMatch> Matches,
    ScoreExplanation? Explain);

/// <summary>A conference or meetup.</summary>
/// <param name="Title">The name; null when unknown.</param>
/// <param name="Location">The place; null when unknown.</param>
/// <param name="Date">The day of the talk at the event, YYYY-MM-DD; null when the post does not say it.</param>
internal sealed record TalkEvent(string? Title, string? Location, DateOnly? Date)
{
    public static TalkEvent Of(SearchNotes.Indexing.StoredTalk stored) =>
        new(stored.EventTitle, stored.Location, stored.EventDate);
}

/// <summary>The location of a talk in the corpus.</summary>
/// <param name="Path">The path of the file, relative to the corpus folder.</param>
/// <param name="Heading">The text of the talk's heading; null for a post and for a talk without a heading.</param>
/// <param name="FirstLine">The first line in the file, from 1.</param>
/// <param name="LastLine">The last line, inclusive.</param>
internal sealed record TalkSource(string Path, string? Heading, int FirstLine, int LastLine);

/// <summary>A part of a text, never markup. The concatenated runs are the text.</summary>
/// <param name="Text">The text of the run.</param>
/// <param name="Match">True where the query matched; otherwise omitted.</param>
internal readonly record struct TextRun(
    string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Match);

/// <summary>A passage that shows why a talk matched.</summary>
/// <param name="Field">"topic", "heading", "prose", "quote", "qa", "code", "speaker" or "tag".</param>
/// <param name="Heading">The nearest heading above the passage inside the talk; null when there is none.</param>
/// <param name="Url">The address of that heading on the blog; null when unknown.</param>
/// <param name="TextFragmentUrl">The same address with a text fragment that scrolls to the matching words; null when unknown.</param>
/// <param name="Runs">The passage as runs.</param>
internal sealed record HitMatch(
    [property: WordOf<MatchField>] string Field, string? Heading, string? Url, string? TextFragmentUrl, IReadOnlyList<TextRun> Runs);

/// <summary>The explanation of a score.</summary>
/// <param name="Text">A description of this part.</param>
/// <param name="Value">The summand or factor that this part contributes.</param>
/// <param name="Parts">The parts that the value was computed from.</param>
internal sealed record ScoreExplanation(string Text, double Value, IReadOnlyList<ScoreExplanation> Parts);

/// <summary>The values of the matching talks with their counts, most frequent first.</summary>
/// <param name="Speaker">Counts by speaker.</param>
/// <param name="Tag">Counts by tag.</param>
/// <param name="Event">Counts by event.</param>
/// <param name="Year">Counts by year.</param>
/// <param name="Kind">Counts by kind.</param>
/// <param name="Language">Counts by language.</param>
internal sealed record FacetCounts(
    IReadOnlyList<FacetCount> Speaker,
    IReadOnlyList<FacetCount> Tag,
    IReadOnlyList<FacetCount> Event,
    IReadOnlyList<FacetCount> Year,
    IReadOnlyList<FacetCount> Kind,
    IReadOnlyList<FacetCount> Language);

/// <summary>A value and the number of matching talks that have it.</summary>
/// <param name="Value">The value, in the form that the parameter of the same name accepts.</param>
/// <param name="Count">Number of talks, at least 1.</param>
internal readonly record struct FacetCount(string Value, int Count);

/// <summary>A correction of a word.</summary>
/// <param name="From">The word as typed.</param>
/// <param name="To">The spelling in the notes.</param>
/// <param name="Applied">Whether the best hit is a good answer by the corrected spelling; otherwise the correction is a suggestion.</param>
internal sealed record CorrectedWord(string From, string To, bool Applied);

/// <summary>A note about the query or the address.</summary>
/// <param name="Position">Index of the character in the query that the note is about, from 0; null when it is about the address.</param>
/// <param name="Message">One sentence that says what is wrong and how it was handled.</param>
internal sealed record QueryNote(int? Position, string Message);
