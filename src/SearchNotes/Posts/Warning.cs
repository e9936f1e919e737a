namespace SearchNotes.Posts;

/// <summary>A problem in a post. A warning never stops a run; it says how the problem was handled.</summary>
/// <param name="Line">The line of the problem, from 1; 0 if it concerns the whole file.</param>
/// <param name="Message">One sentence that names the cause and its value.</param>
public sealed record Warning(int Line, string Message);
