using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads headings that begin with a speaker as a programme lists people: <c>MUSTER Ada: Tides that turn</c>.</summary>
internal static partial class SurnameFirst
{
    private const int Least = 2;

    [GeneratedRegex(@"^(\p{Lu}[\p{Lu}'’-]{2,}) (\p{Lu}\p{Ll}[\p{L}'’-]*)(?::| -| –| —|,) (.{2,})$", RegexOptions.NonBacktracking)]
    private static partial Regex Listed { get; }

    /// <summary>Takes these readings where most headings of a level allow one: alone, <c>HTML Basics: Forms</c> is a title.</summary>
    internal static void Take(IReadOnlyList<Candidate> level)
    {
        var listed = level.Select(c => (Candidate: c, Match: Listed.Match(c.Text))).Where(c => c.Match.Success).ToList();
        if (listed.Count < Least || listed.Count < 0.6 * level.Count
            || listed.Select(c => c.Match.Groups[1].Value).Distinct(StringComparer.Ordinal).Count() < listed.Count)
        {
            return;
        }
        foreach (var (candidate, match) in listed)
        {
            var name = new SpeakerName($"{match.Groups[2].Value} {InSmallLetters(match.Groups[1].Value)}", null, NameConfidence.Strong);
            candidate.Chosen = new HeadingReading(HeadingShape.ColonTopic, Topics.Clean(match.Groups[3].Value), [name]);
        }
    }

    // "O'NEILL-MUSTER" is "O'Neill-Muster".
    private static string InSmallLetters(string surname) => string.Concat(surname.Select((letter, i) =>
        i == 0 || !char.IsLetter(surname[i - 1]) ? letter : char.ToLower(letter, CultureInfo.InvariantCulture)));
}
