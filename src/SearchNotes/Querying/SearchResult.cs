using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Posts.Events;

namespace SearchNotes.Querying;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchResult
{
    /// <summary>Number of matching documents, or of matching posts when grouped by post.</summary>
    public required int Total { get; init; }

    /// <summary>Hits of the requested page.</summary>
    public required IReadOnlyList<TalkHit> Hits { get; init; }

    /// <summary>Facet counts of the matching documents.</summary>
    public FacetResult Facets { get; init; } = FacetResult.None;

    /// <summary>Whether no hit is a good answer and only near matches were found.</summary>
    public bool NearOnly { get; init; }

    /// <summary>Words that occur nowhere as typed and for which no correction was applied.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>Words that the best hit does not contain, neither as typed nor by an applied correction. Includes absent words.</summary>
    public IReadOnlyList<string> GivenUp { get; init; } = [];

    /// <summary>Other spellings, each of which was searched for and has hits.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Notes on parts of the query that could not be understood as written.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Whether the time ran out; the hits are then the best of those found so far.</summary>
    public bool Partial { get; init; }

    /// <summary>Generation of the index that answered.</summary>
    public required long Generation { get; init; }
}

/// <summary>A note on a part of the query that could not be understood as written, or that finds synonyms as well.</summary>
/// <param name="Position">Index of the character that the note is about, from 0.</param>
/// <param name="Message">One sentence that says what is unusual and how it was interpreted.</param>
public sealed record Note(int Position, string Message);

/// <summary>Another spelling of a word.</summary>
/// <param name="From">The word as typed.</param>
/// <param name="To">The spelling found in the corpus.</param>
/// <param name="Applied">Whether the best hit contains the corrected word and is a good answer; otherwise the correction is only
/// offered.</param>
public sealed record Correction(string From, string To, bool Applied);

/// <summary>A matching document.</summary>
public sealed record TalkHit
{
    /// <summary>The talk, with its text.</summary>
    public required StoredTalk Talk { get; init; }

    /// <summary>Score of the hit. Scores are comparable only within one answer.</summary>
    public required double Score { get; init; }

    /// <summary>Topic, split into runs of flagged and unflagged text.</summary>
    public required IReadOnlyList<Run> TopicRuns { get; init; }

    /// <summary>Names of the speakers, each split into runs, in the order of the speakers.</summary>
    public required IReadOnlyList<IReadOnlyList<Run>> SpeakerRuns { get; init; }

    /// <summary>Best passages in text order, at most three, or the opening of the notes when no text matched. They are preceded by matches
    /// in topic, speakers and tags that no passage shows.</summary>
    public required IReadOnlyList<Match> Matches { get; init; }

    /// <summary>Explanation of the score, when requested.</summary>
    public Explanation? Explain { get; init; }
}

/// <summary>Explanation of a score: a sentence for readers, a calculation for operators.</summary>
/// <param name="Text">Description of this part.</param>
/// <param name="Value">Amount that this part adds, or its factor.</param>
/// <param name="Parts">The parts that the value is computed from.</param>
public sealed record Explanation(string Text, double Value, IReadOnlyList<Explanation> Parts);

/// <summary>Document counts of the values of each facet.</summary>
public sealed class FacetResult
{
    private readonly IReadOnlyList<FacetValue>[] values;

    internal FacetResult(Func<Facet, IReadOnlyList<FacetValue>> valuesOf) => values = [.. Facet.All.Select(valuesOf)];

    /// <summary>Empty result, used when facets are not counted.</summary>
    public static FacetResult None { get; } = new(static _ => []);

    /// <summary>Returns the values of a facet, most frequent first; years are sorted, the latest first.</summary>
    public IReadOnlyList<FacetValue> this[Facet facet] => values[facet.Number];
}

/// <summary>A facet value with the number of matching documents that have it.</summary>
/// <param name="Value">The value as displayed.</param>
/// <param name="Count">Number of documents; at least 1.</param>
public readonly record struct FacetValue(string Value, int Count);

/// <summary>As-you-type suggestions. Each list is sorted best first.</summary>
public sealed record Suggestions
{
    /// <summary>Talks whose topic, speaker, event, tag or heading matches.</summary>
    public required IReadOnlyList<TalkSuggestion> Talks { get; init; }

    /// <summary>Speakers whose name matches.</summary>
    public required IReadOnlyList<NamedCount> Speakers { get; init; }

    /// <summary>Tags that match.</summary>
    public required IReadOnlyList<NamedCount> Tags { get; init; }

    /// <summary>Events whose title matches.</summary>
    public required IReadOnlyList<NamedCount> Events { get; init; }

    /// <summary>Complete queries in which the last word is finished.</summary>
    public required IReadOnlyList<string> Completions { get; init; }
}

/// <summary>A suggested talk.</summary>
/// <param name="Id">Id of the talk.</param>
/// <param name="TopicRuns">Topic with the typed part flagged.</param>
/// <param name="Speakers">Names of the speakers.</param>
/// <param name="EventTitle">Title of the event, or <see langword="null"/>.</param>
/// <param name="Date">Day of the talk, or <see langword="null"/>.</param>
/// <param name="Url">Address of the talk on the blog, or <see langword="null"/>.</param>
public sealed record TalkSuggestion(
    string Id, IReadOnlyList<Run> TopicRuns, IReadOnlyList<string> Speakers, string? EventTitle, DateOnly? Date, string? Url);

/// <summary>A speaker, tag or event with its number of talks.</summary>
/// <param name="Name">The name as displayed.</param>
/// <param name="Slug">Key of the name, only <c>[a-z0-9-]</c>. The key of a tag is the tag itself in lower case, punctuation included:
/// <c>ci/cd</c>. The key of a name without letters is the name.</param>
/// <param name="Talks">Number of documents that have it.</param>
public sealed record NamedCount(string Name, string Slug, int Talks)
{
    /// <summary>Day of the oldest dated document; <see langword="null"/> when none is dated, and in suggestions.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Day of the newest dated document; <see langword="null"/> when none is dated, and in suggestions.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Place of an event, the one that most of its documents name; <see langword="null"/> when none does.</summary>
    public string? Location { get; init; }

    /// <summary>Year of an event: the last one in its slug, else that of its first day; <see langword="null"/> when both are
    /// unknown.</summary>
    public int? Year => EventSeries.YearIn(Slug) ?? FirstDay?.Year;

    /// <summary>Slug of an event without its year, which all years of the event share.</summary>
    public string Series => EventSeries.Of(Slug);
}

/// <summary>Size and contents of an index.</summary>
public sealed record IndexStats
{
    /// <summary>Number of posts.</summary>
    public required int Posts { get; init; }

    /// <summary>Number of talks, not counting documents of kind post.</summary>
    public required int Talks { get; init; }

    /// <summary>Number of documents.</summary>
    public required int Documents { get; init; }

    /// <summary>Number of speakers.</summary>
    public required int Speakers { get; init; }

    /// <summary>Number of events that have talks.</summary>
    public required int Events { get; init; }

    /// <summary>Number of tags.</summary>
    public required int Tags { get; init; }

    /// <summary>Number of code blocks.</summary>
    public required int CodeBlocks { get; init; }

    /// <summary>First and last year that has a post; <see langword="null"/> when no post is dated.</summary>
    public required (int First, int Last)? Years { get; init; }

    /// <summary>Number of documents per language code.</summary>
    public required IReadOnlyList<FacetValue> Languages { get; init; }

    /// <summary>Generation of the commit.</summary>
    public required long Generation { get; init; }

    /// <summary>Time at which the commit was made.</summary>
    public required DateTimeOffset BuiltAt { get; init; }

    /// <summary>Total size of the index files in bytes.</summary>
    public required long Bytes { get; init; }
}
