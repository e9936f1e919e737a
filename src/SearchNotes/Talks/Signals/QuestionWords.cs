namespace SearchNotes.Talks.Signals;

/// <summary>Recognises question rounds.</summary>
internal static class QuestionWords
{
    /// <summary>Whether a heading opens a question round: "Q&amp;A", "Questions", "質疑応答".</summary>
    internal static bool IsHeading(string heading)
    {
        var normal = HeadingWords.Normalise(Topics.WithoutNumber(heading).Topic);
        return Words.Questions.Has(normal)
            || normal.StartsWith("q&a", StringComparison.Ordinal) || normal.StartsWith("q & a", StringComparison.Ordinal) || normal.StartsWith("q.a", StringComparison.Ordinal);
    }
}
