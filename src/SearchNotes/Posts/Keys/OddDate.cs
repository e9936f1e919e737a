namespace SearchNotes.Posts.Keys;

/// <summary>An invalid or ambiguous date.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Value">The date as written.</param>
/// <param name="Doubt">The assumption that had to be made; <see langword="null"/> if the value is not a date.</param>
internal sealed record OddDate(int Line, string Value, string? Doubt);
