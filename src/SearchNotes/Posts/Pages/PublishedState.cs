namespace SearchNotes.Posts.Pages;

/// <summary>Whether a generator creates a page for a file.</summary>
/// <param name="Reason">Why it creates none, as the end of a sentence; <see langword="null"/> if it creates one.</param>
/// <param name="ChangesAt">Time at which that changes; <see langword="null"/> if it does not.</param>
internal readonly record struct PublishedState(string? Reason, DateTimeOffset? ChangesAt = null);
