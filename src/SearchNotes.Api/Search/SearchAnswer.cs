using System.Text.Json.Serialization;
using SearchNotes.Highlighting;
using SearchNotes.Talks;

namespace SearchNotes.Api.Search;

/// <summary>The answer to a search.</summary>
/// <param name="Query">The query as it was read.</param>
/// <param name="Total">How many talks match, or posts where grouped by post.</param>
/// <param name="Page">Which page this is, from 1.</param>
/// <param name="PerPage">Hits on a page.</param>
/// <param name="Hits">The hits of this page, best first unless sorted otherwise.</param>
/// <param name="Facets">How many of the matching talks have each value. A facet's own filter does not shrink its counts.</param>
/// <param name="NearOnly">No hit is a good answer: say "nothing found; nearest:".</param>
/// <param name="Absent">Words that are found nowhere as typed, and no correction of them was applied.</param>
/// <param name="GivenUp">Words, absent ones too, that the best hit does not hold, neither as typed nor by an applied correction.</param>
/// <param name="Corrections">Other spellings, each tried and found to have hits.</param>
/// <param name="Notes">What was odd in the query or the address, and how it was read.</param>
/// <param name="Partial">The time ran out: the hits are the best of those seen.</param>
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
    bool Partial);

/// <summary>A talk that matches.</summary>
/// <param name="Id">Its id: the post's part, a dot, the talk's part. Stable.</param>
/// <param name="Kind">talk, keynote, lightning_talk, panel, workshop, q_and_a or post.</param>
/// <param name="Score">Its score; comparable inside this answer only.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Speakers">Who spoke.</param>
/// <param name="Tags">The post's tags.</param>
/// <param name="Event">Where it was given.</param>
/// <param name="PostTitle">Title of the post that holds it.</param>
/// <param name="Date">The day, YYYY-MM-DD; null when the post has none.</param>
/// <param name="Language">Two-letter code; null when nothing tells.</param>
/// <param name="Url">Its heading on the blog; null when the blog's addresses are unknown.</param>
/// <param name="Source">Where it stands in the corpus.</param>
/// <param name="TopicRuns">The topic in runs.</param>
/// <param name="SpeakerRuns">Each speaker's name in runs.</param>
/// <param name="Matches">The best passages, at most three, in the order of the text.</param>
/// <param name="Explain">Why it is here; null unless asked for.</param>
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
    TalkSource Source,
    IReadOnlyList<TextRun> TopicRuns,
    IReadOnlyList<IReadOnlyList<TextRun>> SpeakerRuns,
    IReadOnlyList<HitMatch> Matches,
    ScoreExplanation? Explain);

/// <summary>The conference or meetup.</summary>
/// <param name="Title">Its name; null when unknown.</param>
/// <param name="Location">Where it was; null when unknown.</param>
internal sealed record TalkEvent(string? Title, string? Location);

/// <summary>Where a talk stands in the corpus.</summary>
/// <param name="Path">The file below the corpus folder.</param>
/// <param name="Heading">The talk's heading as text; null for a post, or a talk that no heading names.</param>
/// <param name="FirstLine">First line in the file, from 1.</param>
/// <param name="LastLine">Last line, included.</param>
internal sealed record TalkSource(string Path, string? Heading, int FirstLine, int LastLine);

/// <summary>A piece of text. Never mark-up; the runs joined are the text.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Match">True where the query matched; else left out.</param>
internal readonly record struct TextRun(
    string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Match);

/// <summary>A passage that shows why a talk matched.</summary>
/// <param name="Field">topic, heading, prose, quote, qa, code, speaker or tag.</param>
/// <param name="Heading">The nearest heading above it inside the talk; null when there is none.</param>
/// <param name="Url">That heading on the blog; null when unknown.</param>
/// <param name="TextFragmentUrl">The same, scrolling to the very words; null when unknown.</param>
/// <param name="Runs">The passage in runs.</param>
internal sealed record HitMatch(
    [property: WordOf<MatchField>] string Field, string? Heading, string? Url, string? TextFragmentUrl, IReadOnlyList<TextRun> Runs);

/// <summary>Why a hit has its score.</summary>
/// <param name="Text">What this part is, in words.</param>
/// <param name="Value">What it adds, or the factor that it is.</param>
/// <param name="Parts">What it was made from.</param>
internal sealed record ScoreExplanation(string Text, double Value, IReadOnlyList<ScoreExplanation> Parts);

/// <summary>Counts of the matching talks' values, most frequent first.</summary>
/// <param name="Speaker">By speaker.</param>
/// <param name="Tag">By tag.</param>
/// <param name="Event">By event.</param>
/// <param name="Year">By year.</param>
/// <param name="Kind">By kind.</param>
/// <param name="Language">By language.</param>
internal sealed record FacetCounts(
    IReadOnlyList<FacetCount> Speaker,
    IReadOnlyList<FacetCount> Tag,
    IReadOnlyList<FacetCount> Event,
    IReadOnlyList<FacetCount> Year,
    IReadOnlyList<FacetCount> Kind,
    IReadOnlyList<FacetCount> Language);

/// <summary>A value and how many of the matching talks have it.</summary>
/// <param name="Value">The value, as the parameter of the same name takes it.</param>
/// <param name="Count">How many, at least 1.</param>
internal readonly record struct FacetCount(string Value, int Count);

/// <summary>Another spelling of a word.</summary>
/// <param name="From">As typed.</param>
/// <param name="To">As the notes have it.</param>
/// <param name="Applied">Whether the best hit is one of the other spelling, as a good answer; else it is an offer.</param>
internal sealed record CorrectedWord(string From, string To, bool Applied);

/// <summary>Something odd.</summary>
/// <param name="Position">Which character of the query it is about, from 0; null when it is about the address.</param>
/// <param name="Message">One sentence: what is odd and how it was read.</param>
internal sealed record QueryNote(int? Position, string Message);
