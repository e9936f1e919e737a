namespace SearchNotes.Api.Search;

/// <summary>As-you-type suggestions; each list is ordered best first.</summary>
/// <param name="Query">The text typed so far.</param>
/// <param name="Talks">Talks whose topic or speaker matches.</param>
/// <param name="Speakers">Matching speakers.</param>
/// <param name="Tags">Matching tags.</param>
/// <param name="Events">Matching events.</param>
/// <param name="Completions">Whole queries that complete the last word.</param>
internal sealed record SuggestAnswer(
    string Query,
    IReadOnlyList<SuggestedTalk> Talks,
    IReadOnlyList<NamedTalks> Speakers,
    IReadOnlyList<NamedTalks> Tags,
    IReadOnlyList<NamedTalks> Events,
    IReadOnlyList<string> Completions);

/// <summary>A suggested talk.</summary>
/// <param name="Id">The id of the talk.</param>
/// <param name="TopicRuns">The topic as runs.</param>
/// <param name="Speakers">The names of the speakers.</param>
/// <param name="Event">The title of the event; null when unknown.</param>
/// <param name="Date">The date; null when unknown.</param>
/// <param name="Url">The address of the talk's heading on the blog; null when unknown.</param>
internal sealed record SuggestedTalk(
    string Id, IReadOnlyList<TextRun> TopicRuns, IReadOnlyList<string> Speakers, string? Event, DateOnly? Date, string? Url);
