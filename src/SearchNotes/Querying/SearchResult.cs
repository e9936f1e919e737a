using SearchNotes.Highlighting;
using SearchNotes.Indexing;

namespace SearchNotes.Querying;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchResult
{
    /// <summary>How many documents match (posts, where grouped).</summary>
    public required int Total { get; init; }

    /// <summary>The hits of the page asked for.</summary>
    public required IReadOnlyList<TalkHit> Hits { get; init; }

    /// <summary>Facet counts of the matching documents.</summary>
    public FacetResult Facets { get; init; } = FacetResult.None;

    /// <summary>No hit is a good answer: only near matches were found.</summary>
    public bool NearOnly { get; init; }

    /// <summary>Words found nowhere as typed, and no correction of them was applied.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>Words (absent ones too) that the best hit does not hold, neither as typed nor by a correction that was applied.</summary>
    public IReadOnlyList<string> GivenUp { get; init; } = [];

    /// <summary>Other spellings, each tried and found to have hits.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>What was odd in the query.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>The time ran out; the hits are the best of those seen.</summary>
    public bool Partial { get; init; }

    /// <summary>Generation of the index that answered.</summary>
    public required long Generation { get; init; }
}

/// <summary>Something odd in a query.</summary>
/// <param name="Position">Index of the character it is about, from 0.</param>
/// <param name="Message">One sentence: what is odd and how it was read.</param>
public sealed record Note(int Position, string Message);

/// <summary>Another spelling of a word.</summary>
/// <param name="From">As typed.</param>
/// <param name="To">As the corpus spells it.</param>
/// <param name="Applied">Whether the best hit is one of the other spelling, as a good answer; else it is offered.</param>
public sealed record Correction(string From, string To, bool Applied);

/// <summary>A document that matched.</summary>
public sealed record TalkHit
{
    /// <summary>The talk, with its text.</summary>
    public required StoredTalk Talk { get; init; }

    /// <summary>The score; comparable inside one answer only.</summary>
    public required double Score { get; init; }

    /// <summary>The topic in runs.</summary>
    public required IReadOnlyList<Run> TopicRuns { get; init; }

    /// <summary>Each speaker's name in runs, in the order of the speakers.</summary>
    public required IReadOnlyList<IReadOnlyList<Run>> SpeakerRuns { get; init; }

    /// <summary>The best passages, at most three, in text order, or the opening of the notes where no text matched; before them
    /// topic, speakers and tags where they hold what no passage shows.</summary>
    public required IReadOnlyList<Match> Matches { get; init; }

    /// <summary>Why it is here, in words and numbers, where asked for.</summary>
    public Explanation? Explain { get; init; }
}

/// <summary>Why a hit has its score: a sentence for readers, a sum for operators.</summary>
/// <param name="Text">What this part is.</param>
/// <param name="Value">What it adds, or the factor that it is.</param>
/// <param name="Parts">What it was made from.</param>
public sealed record Explanation(string Text, double Value, IReadOnlyList<Explanation> Parts);

/// <summary>Counts of the values of each facet, most frequent first.</summary>
public sealed record FacetResult(
    IReadOnlyList<FacetValue> Speakers,
    IReadOnlyList<FacetValue> Tags,
    IReadOnlyList<FacetValue> Events,
    IReadOnlyList<FacetValue> Years,
    IReadOnlyList<FacetValue> Kinds,
    IReadOnlyList<FacetValue> Languages)
{
    /// <summary>Nothing was counted.</summary>
    public static FacetResult None { get; } = new([], [], [], [], [], []);
}

/// <summary>A facet's value with the number of matching documents that have it.</summary>
/// <param name="Value">The value as people read it.</param>
/// <param name="Count">How many documents; at least 1.</param>
public readonly record struct FacetValue(string Value, int Count);

/// <summary>What an as-you-type question is answered with; each list best first.</summary>
public sealed record Suggestions
{
    /// <summary>Talks whose topic or speaker fits.</summary>
    public required IReadOnlyList<TalkSuggestion> Talks { get; init; }

    /// <summary>Speakers.</summary>
    public required IReadOnlyList<NamedCount> Speakers { get; init; }

    /// <summary>Tags.</summary>
    public required IReadOnlyList<NamedCount> Tags { get; init; }

    /// <summary>Events.</summary>
    public required IReadOnlyList<NamedCount> Events { get; init; }

    /// <summary>Whole queries that finish the last word.</summary>
    public required IReadOnlyList<string> Completions { get; init; }
}

/// <summary>A talk among suggestions.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TopicRuns">Its topic with the typed part flagged.</param>
/// <param name="Speakers">Names of its speakers.</param>
/// <param name="EventTitle">The event, or <see langword="null"/>.</param>
/// <param name="Date">The day, or <see langword="null"/>.</param>
/// <param name="Url">Its address on the blog, or <see langword="null"/>.</param>
public sealed record TalkSuggestion(
    string Id, IReadOnlyList<Run> TopicRuns, IReadOnlyList<string> Speakers, string? EventTitle, DateOnly? Date, string? Url);

/// <summary>A speaker, a tag or an event with its number of talks.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Slug">Its key: only <c>[a-z0-9-]</c>, but of a tag its own letters and signs in lower case, <c>ci/cd</c>, and of a name
/// without letters the name.</param>
/// <param name="Talks">How many documents have it.</param>
public sealed record NamedCount(string Name, string Slug, int Talks);

/// <summary>What the index holds.</summary>
public sealed record IndexStats
{
    /// <summary>Posts.</summary>
    public required int Posts { get; init; }

    /// <summary>Talks, documents of kind post not counted.</summary>
    public required int Talks { get; init; }

    /// <summary>All documents.</summary>
    public required int Documents { get; init; }

    /// <summary>People who speak in them.</summary>
    public required int Speakers { get; init; }

    /// <summary>Events.</summary>
    public required int Events { get; init; }

    /// <summary>Tags.</summary>
    public required int Tags { get; init; }

    /// <summary>Code blocks.</summary>
    public required int CodeBlocks { get; init; }

    /// <summary>First and last year with a post; <see langword="null"/> when nothing is dated.</summary>
    public required (int First, int Last)? Years { get; init; }

    /// <summary>Documents by language code.</summary>
    public required IReadOnlyList<FacetValue> Languages { get; init; }

    /// <summary>The commit's number.</summary>
    public required long Generation { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset BuiltAt { get; init; }

    /// <summary>Size of the index's files in bytes.</summary>
    public required long Bytes { get; init; }
}
