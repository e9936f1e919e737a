namespace SearchNotes.Posts;

/// <summary>Something odd in a post. A warning never stops a run: it says what was done about the oddity.</summary>
/// <param name="Line">The line it stands on, from 1; 0 when it is about the whole file.</param>
/// <param name="Message">One sentence that names the thing and its value.</param>
public sealed record Warning(int Line, string Message);
