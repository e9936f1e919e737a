namespace SearchNotes.Talks.Features;

/// <summary>One observation as a number.</summary>
/// <typeparam name="T">What is looked at.</typeparam>
/// <param name="Name">What it says, in words: <c>check --explain</c> shows it.</param>
/// <param name="Value">Reads it.</param>
internal sealed record Feature<T>(string Name, Func<T, double> Value);
