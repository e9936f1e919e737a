using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Readings;

/// <summary>Texts that headings of one level repeat: "(EN)", "[Live]", " - PyCon SG 2019", "EuroSciPy 2017: ". They are part of no
/// topic.</summary>
internal sealed partial class RepeatedAffixes
{
    private const int Least = 3;
    private const int LongestFront = 40;
    private const int LongestEnd = 40;

    // What joined a title and what was taken from it.
    private static readonly char[] Joints = [' ', '-', '–', ':', '|'];

    private readonly HashSet<(int Level, string Text)> repeated;

    private RepeatedAffixes(HashSet<(int Level, string Text)> repeated) => this.repeated = repeated;

    [GeneratedRegex(@"\s*(?:\(([^()]{1,24})\)|\[([^\[\]]{1,24})\]|（([^（）]{1,24})）)", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket { get; }

    [GeneratedRegex(@"\b(?:19|20)[0-9]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Year { get; }

    /// <summary>Finds the repeated texts of a post.</summary>
    internal static RepeatedAffixes Of(Outline outline)
    {
        var counts = new Dictionary<(int Level, string Text), int>();
        foreach (var heading in outline.Headings)
        {
            Count(heading.Level, Front(heading.Text));
            Count(heading.Level, End(heading.Text));
            if (heading.Text.AsSpan().IndexOfAny("([（") < 0)
                continue;
            foreach (Match match in Bracket.Matches(heading.Text))
                Count(heading.Level, match.Value.Trim());
        }

        void Count(int level, string text)
        {
            if (text.Length > 0)
                counts[(level, text)] = counts.GetValueOrDefault((level, text)) + 1;
        }

        return new([.. counts.Where(c => c.Value >= Least && !IsName(c.Key.Text, outline.Vocabulary)).Select(c => c.Key)]);
    }

    /// <summary>A heading's text without the repeated texts, or unchanged when nothing else would be left.</summary>
    internal string Without(OutlineHeading heading, string text)
    {
        if (repeated.Count == 0)
            return text;
        if (Front(text) is { Length: > 0 } front && repeated.Contains((heading.Level, front)))
            text = text[front.Length..].Trim(Joints);
        if (End(text) is { Length: > 0 } end && repeated.Contains((heading.Level, end)))
            text = text[..^end.Length].Trim();
        var rest = Bracket.Replace(text, match => repeated.Contains((heading.Level, match.Value.Trim())) ? "" : match.Value).Trim();
        return rest.Length > 0 ? rest : text;
    }

    // "EuroSciPy 2017: " in front, with a number: a year or an edition, not a person and not a word of a title. "PyCon PH 2018 " up to its
    // year.
    private static string Front(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon is > 3 and < LongestFront && text.AsSpan(0, colon).IndexOfAnyInRange('0', '9') > 1)
            return text[..(colon + 1)];
        var year = Year.Match(text);
        return year is { Success: true, Index: > 2 and < LongestFront } && text.AsSpan(year.Index + 4) is [' ', _, ..]
            ? text[..(year.Index + 4)] : "";
    }

    // " - PyCon SG 2019"; behind a sign that titles hold as well, only with a year: "; SciPy 2013 Presentation".
    private static string End(string text)
    {
        var dash = Math.Max(text.LastIndexOf(" - ", StringComparison.Ordinal), text.LastIndexOf(" | ", StringComparison.Ordinal));
        if (dash > 3 && text.Length - dash < LongestEnd && text.AsSpan(dash).IndexOfAnyInRange('0', '9') > 4)
            return text[dash..];
        var sign = Math.Max(text.LastIndexOf("; ", StringComparison.Ordinal), text.LastIndexOf(", ", StringComparison.Ordinal));
        return sign > 3 && text.Length - sign < LongestEnd && Year.IsMatch(text[sign..]) ? text[sign..] : "";
    }

    // One speaker may give three talks.
    private static bool IsName(string bracket, Vocabulary vocabulary) =>
        bracket[0] is '(' or '[' or '（' && NameClassifier.Classify(bracket[1..^1], vocabulary) >= NameConfidence.Strong;
}
