namespace SearchNotes.Posts.Pages;

/// <summary>Whether a generator makes a page of a file.</summary>
/// <param name="Reason">Why it makes none, as the end of a sentence; <see langword="null"/> if it makes one.</param>
/// <param name="ChangesAt">When that changes by itself; <see langword="null"/> if it does not.</param>
internal readonly record struct PublishedState(string? Reason, DateTimeOffset? ChangesAt = null);
