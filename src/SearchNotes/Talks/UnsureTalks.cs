namespace SearchNotes.Talks;

/// <summary>Talks that a post may hold, and is too unlikely to hold for them to be shown.</summary>
/// <param name="Chance">How likely it is that the post tells of talks, 0 to 1.</param>
/// <param name="FrontMatter">The line of front matter that makes talks of it: <c>talks: headings</c> or <c>talks: one</c>.</param>
public sealed record UnsureTalks(double Chance, string FrontMatter);
