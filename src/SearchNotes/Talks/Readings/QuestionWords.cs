using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Readings;

/// <summary>Recognises headings of question rounds.</summary>
internal static partial class QuestionWords
{
    // "Q&A with Ada Muster" is a session of its own; "Q&A with the audience" is a round.
    [GeneratedRegex(@"^(?i:q ?(&|and|\+) ?a (with|mit|avec|con)) \p{Lu}\S+ \p{Lu}", RegexOptions.NonBacktracking)]
    private static partial Regex WithSomebody { get; }

    /// <summary>Whether a heading opens a question round: "Q&amp;A", "Questions", "質疑応答".</summary>
    internal static bool IsHeading(string heading)
    {
        var topic = TopicPrefix.Split(heading).Topic;
        var normal = HeadingWords.Normalise(topic);
        var isRound = normal is ['q', '&' or '.', 'a', ..] or ['q', ' ', '&', ' ', 'a', ..] || Words.Questions.Has(normal);
        return isRound && !WithSomebody.IsMatch(topic);
    }
}
