using SearchNotes.Api.Search;

namespace SearchNotes.Api.Talks;

/// <summary>All speakers.</summary>
/// <param name="Total">Number of speakers.</param>
/// <param name="Speakers">The speakers, sorted by name.</param>
internal sealed record SpeakersAnswer(int Total, IReadOnlyList<NamedTalks> Speakers);

/// <summary>All tags.</summary>
/// <param name="Total">Number of tags.</param>
/// <param name="Tags">The tags, most used first.</param>
internal sealed record TagsAnswer(int Total, IReadOnlyList<NamedTalks> Tags);

/// <summary>All events.</summary>
/// <param name="Total">Number of events.</param>
/// <param name="Events">The events, newest first.</param>
internal sealed record EventsAnswer(int Total, IReadOnlyList<NamedTalks> Events);
