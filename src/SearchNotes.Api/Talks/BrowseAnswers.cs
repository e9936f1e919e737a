using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Talks;

/// <summary>All speakers.</summary>
/// <param name="Total">Number of speakers.</param>
/// <param name="Speakers">The speakers, sorted by name.</param>
internal sealed record SpeakersAnswer(int Total, IReadOnlyList<ListedSpeaker> Speakers);

/// <summary>A speaker with the years of the talks.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Slug">The speaker's key in addresses.</param>
/// <param name="Talks">Number of talks.</param>
/// <param name="FirstYear">The year of the first talk; null when no talk is dated.</param>
/// <param name="LastYear">The year of the last talk; null when no talk is dated.</param>
internal sealed record ListedSpeaker(string Name, string Slug, int Talks, int? FirstYear, int? LastYear)
{
    public static ListedSpeaker Of(NamedCount speaker) =>
        new(speaker.Name, speaker.Slug, speaker.Talks, speaker.FirstDay?.Year, speaker.LastDay?.Year);
}

/// <summary>All tags.</summary>
/// <param name="Total">Number of tags.</param>
/// <param name="Tags">The tags, most used first.</param>
internal sealed record TagsAnswer(int Total, IReadOnlyList<NamedTalks> Tags);

/// <summary>All events.</summary>
/// <param name="Total">Number of events.</param>
/// <param name="Events">The events, newest first.</param>
internal sealed record EventsAnswer(int Total, IReadOnlyList<ListedEvent> Events);

/// <summary>An event with its days and its place.</summary>
/// <param name="Name">The name of the event.</param>
/// <param name="Slug">The event's key in addresses.</param>
/// <param name="Talks">Number of talks.</param>
/// <param name="FirstDate">The day of the first talk, YYYY-MM-DD; null when no talk is dated.</param>
/// <param name="LastDate">The day of the last talk, YYYY-MM-DD; null when no talk is dated.</param>
/// <param name="Location">The place; null when unknown.</param>
/// <param name="Year">The year of the event; null when unknown.</param>
/// <param name="Series">The slug without the year, which all years of the event share.</param>
internal sealed record ListedEvent(
    string Name, string Slug, int Talks, DateOnly? FirstDate, DateOnly? LastDate, string? Location, int? Year, string Series)
{
    public static ListedEvent Of(NamedCount found) => new(
        found.Name, found.Slug, found.Talks, found.FirstDay, found.LastDay, found.Location, found.Year, found.Series);
}
