namespace SearchNotes.Posts;

/// <summary>An entry of an aliases file: a person or an event.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Aliases">Other ways to write it.</param>
/// <param name="Url">The person's page, or <see langword="null"/>.</param>
/// <param name="IsHidden">Whether the person is not named anywhere.</param>
internal sealed record AliasEntry(string Name, IReadOnlyList<string> Aliases, string? Url, bool IsHidden = false);
