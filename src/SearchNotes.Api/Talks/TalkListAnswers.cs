using SearchNotes.Api.Search;

namespace SearchNotes.Api.Talks;

/// <summary>A speaker and one page of the speaker's talks.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Slug">The speaker's key in addresses.</param>
/// <param name="FirstYear">The year of the speaker's first talk; null when no talk is dated.</param>
/// <param name="LastYear">The year of the speaker's last talk; null when no talk is dated.</param>
/// <param name="Total">Number of all talks of the speaker.</param>
/// <param name="Page">The page number, from 1.</param>
/// <param name="PerPage">Talks per page.</param>
/// <param name="Talks">The talks, newest first.</param>
internal sealed record SpeakerAnswer(
    string Name, string Slug, int? FirstYear, int? LastYear, int Total, int Page, int PerPage, IReadOnlyList<Hit> Talks);

/// <summary>A tag and one page of its talks.</summary>
/// <param name="Name">The tag as displayed.</param>
/// <param name="Slug">The tag's key in addresses.</param>
/// <param name="Total">Number of all talks with the tag.</param>
/// <param name="Page">The page number, from 1.</param>
/// <param name="PerPage">Talks per page.</param>
/// <param name="Talks">The talks, newest first.</param>
internal sealed record TagAnswer(string Name, string Slug, int Total, int Page, int PerPage, IReadOnlyList<Hit> Talks);

/// <summary>An event and one page of its talks.</summary>
/// <param name="Name">The name of the event.</param>
/// <param name="Slug">The event's key in addresses.</param>
/// <param name="FirstDate">The day of the first talk, YYYY-MM-DD; null when no talk is dated.</param>
/// <param name="LastDate">The day of the last talk, YYYY-MM-DD; null when no talk is dated.</param>
/// <param name="Location">The place; null when unknown.</param>
/// <param name="Year">The year of the event; null when unknown.</param>
/// <param name="Series">The slug without the year, which all years of the event share.</param>
/// <param name="Total">Number of all talks at the event.</param>
/// <param name="Page">The page number, from 1.</param>
/// <param name="PerPage">Talks per page.</param>
/// <param name="Talks">The talks, newest first; talks of one day in the order of their ids.</param>
internal sealed record EventAnswer(
    string Name, string Slug, DateOnly? FirstDate, DateOnly? LastDate, string? Location, int? Year, string Series,
    int Total, int Page, int PerPage, IReadOnlyList<Hit> Talks);

/// <summary>One page of all talks.</summary>
/// <param name="Total">Number of all talks.</param>
/// <param name="Page">The page number, from 1.</param>
/// <param name="PerPage">Talks per page.</param>
/// <param name="Talks">The talks, newest first.</param>
internal sealed record TalksAnswer(int Total, int Page, int PerPage, IReadOnlyList<Hit> Talks);
