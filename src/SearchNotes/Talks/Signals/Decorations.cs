using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Signals;

/// <summary>What headings of one level repeat: "(EN)", "[Live]", " - PyCon SG 2019", "EuroSciPy 2017: ". What is said of many talks names none of them.</summary>
internal sealed partial class Decorations
{
    private const int Least = 3;

    private readonly HashSet<(int Level, string Text)> repeated;

    private Decorations(HashSet<(int Level, string Text)> repeated) => this.repeated = repeated;

    [GeneratedRegex(@"\s*(?:\(([^()]{1,24})\)|\[([^\[\]]{1,24})\]|（([^（）]{1,24})）)", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket { get; }

    /// <summary>Looks at all headings of a post.</summary>
    internal static Decorations Of(Outline outline)
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

    /// <summary>A heading's text without them; as it was when nothing else would be left.</summary>
    internal string Without(OutlineHeading heading, string text)
    {
        if (repeated.Count == 0)
            return text;
        if (Front(text) is { Length: > 0 } front && repeated.Contains((heading.Level, front)))
            text = text[front.Length..].Trim();
        if (End(text) is { Length: > 0 } end && repeated.Contains((heading.Level, end)))
            text = text[..^end.Length].Trim();
        var rest = Bracket.Replace(text, match => repeated.Contains((heading.Level, match.Value.Trim())) ? "" : match.Value).Trim();
        return rest.Length > 0 ? rest : text;
    }

    // "EuroSciPy 2017: " in front, with a number: a year or an edition, not a person and not a word of a title.
    private static string Front(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 3 and < 40 && text.AsSpan(0, colon).IndexOfAnyInRange('0', '9') > 1 ? text[..(colon + 1)] : "";
    }

    // " - PyCon SG 2019"
    private static string End(string text)
    {
        var dash = Math.Max(text.LastIndexOf(" - ", StringComparison.Ordinal), text.LastIndexOf(" | ", StringComparison.Ordinal));
        return dash > 3 && text.Length - dash < 40 && text.AsSpan(dash).IndexOfAnyInRange('0', '9') > 4 ? text[dash..] : "";
    }

    // One speaker may give three talks.
    private static bool IsName(string bracket, Vocabulary vocabulary) => bracket[0] is '(' or '[' or '（' && PersonTest.Judge(bracket[1..^1], vocabulary) >= Likeness.Good;
}
