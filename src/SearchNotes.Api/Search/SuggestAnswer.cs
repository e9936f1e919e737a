using SearchNotes.Api.Talks;

namespace SearchNotes.Api.Search;

/// <summary>The answer to letters as they are typed; each list best first.</summary>
/// <param name="Query">What was typed.</param>
/// <param name="Talks">Talks whose topic or speaker fits.</param>
/// <param name="Speakers">Speakers.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Events">Events.</param>
/// <param name="Completions">Whole queries that finish the last word.</param>
internal sealed record SuggestAnswer(
    string Query,
    IReadOnlyList<SuggestedTalk> Talks,
    IReadOnlyList<NamedTalks> Speakers,
    IReadOnlyList<NamedTalks> Tags,
    IReadOnlyList<NamedTalks> Events,
    IReadOnlyList<string> Completions);

/// <summary>A talk among suggestions.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TopicRuns">Its topic in runs.</param>
/// <param name="Speakers">Who spoke.</param>
/// <param name="Event">Where it was given; null when unknown.</param>
/// <param name="Date">The day; null when unknown.</param>
/// <param name="Url">Its heading on the blog; null when unknown.</param>
internal sealed record SuggestedTalk(
    string Id, IReadOnlyList<TextRun> TopicRuns, IReadOnlyList<string> Speakers, string? Event, DateOnly? Date, string? Url);
