using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Signals;

/// <summary>What headings of one level repeat in brackets: "(EN)", "(Details)", "[Live]". What is said of many talks names none of them.</summary>
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
            if (heading.Text.AsSpan().IndexOfAny("([（") < 0)
                continue;
            foreach (Match match in Bracket.Matches(heading.Text))
            {
                var key = (heading.Level, match.Value.Trim());
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return new([.. counts.Where(c => c.Value >= Least && !IsName(c.Key.Text, outline.Vocabulary)).Select(c => c.Key)]);
    }

    /// <summary>A heading's text without them; as it was when nothing else would be left.</summary>
    internal string Without(OutlineHeading heading, string text)
    {
        if (repeated.Count == 0)
            return text;
        var rest = Bracket.Replace(text, match => repeated.Contains((heading.Level, match.Value.Trim())) ? "" : match.Value).Trim();
        return rest.Length > 0 ? rest : text;
    }

    // One speaker may give three talks.
    private static bool IsName(string bracket, Vocabulary vocabulary) => PersonTest.Judge(bracket[1..^1], vocabulary) >= Likeness.Good;
}
