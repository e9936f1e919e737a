using SearchNotes.Api.Search;

namespace SearchNotes.Api.Talks;

/// <summary>A speaker and one page of the speaker's talks.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Slug">The speaker's key in addresses.</param>
/// <param name="Total">Number of all talks of the speaker.</param>
/// <param name="Page">The page number, from 1.</param>
/// <param name="PerPage">Talks per page.</param>
/// <param name="Talks">The talks, newest first.</param>
internal sealed record SpeakerAnswer(string Name, string Slug, int Total, int Page, int PerPage, IReadOnlyList<Hit> Talks);
