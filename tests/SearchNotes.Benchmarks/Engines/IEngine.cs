namespace SearchNotes.Benchmarks.Engines;

/// <summary>An engine over one corpus, open for searching. The rule is the same for all: fields title, speakers, topics and body
/// with the weights 4, 3, 2 and 1, and the ten best.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>Processor time that it has taken, in milliseconds from any start; <see langword="null"/> where the system does not say.
    /// </summary>
    double? ProcessorMilliseconds => ThreadTime.Milliseconds;

    /// <summary>Searches.</summary>
    /// <param name="query">Words and <c>"phrases"</c>.</param>
    /// <param name="isTyping">Whether the last word is still being typed.</param>
    /// <returns>Ids of the best ten.</returns>
    IReadOnlyList<string> Search(string query, bool isTyping);
}
