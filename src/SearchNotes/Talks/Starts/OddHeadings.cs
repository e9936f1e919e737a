using System.Text.RegularExpressions;
using SearchNotes.Posts;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Starts;

/// <summary>Warnings about headings that are empty, incomplete or without notes, and how each was read.</summary>
internal static partial class OddHeadings
{
    // "${Talk Name}", "{{ title }}", "<speaker>", "[Your title here]", "TODO", "TBD"
    [GeneratedRegex(@"\$\{[^}]*\}|\{\{[^}]*\}\}|\[(your|talk|speaker)\b[^\]]*\]|\b(TODO|TBD|TBA|XXX|FIXME)\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Placeholders { get; }

    /// <summary>The warnings, heading by heading.</summary>
    internal static IEnumerable<Warning> Find(Outline outline, IReadOnlyList<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            var message = candidate.IsTalk ? AboutTalk(outline, candidate) : AboutOther(outline, candidate);
            if (message is not null)
                yield return new Warning(candidate.Heading.Block.FirstLine, message);
        }
    }

    private static string? AboutTalk(Outline outline, Candidate candidate)
    {
        var text = candidate.Heading.Text;
        if (candidate.Chosen is { Shape: HeadingShape.On, Topic.Length: 0 })
            return $"The heading \"{text}\" stops before the topic; the speaker stands in for it.";
        if (IsHalf(candidate))
            return $"The heading \"{text}\" looks half written; it is taken as it is.";
        return IsBare(outline, candidate) ? $"The talk \"{text}\" has no notes under it; it is kept, for its speaker and topic." : null;
    }

    private static string? AboutOther(Outline outline, Candidate candidate) => candidate.Role switch
    {
        HeadingRole.Empty => "The heading is empty; what is under it belongs to what is above.",
        HeadingRole.Group when IsBare(outline, candidate) =>
            $"The heading \"{candidate.Heading.Text}\" has nothing under it; it makes no talk.",
        _ => null,
    };

    private static bool IsBare(Outline outline, Candidate candidate) =>
        candidate.Heading.Children.Count == 0 && !outline.HasOwnText(candidate.Heading);

    // "Maps by", "Ada Muster -", "??? on Knots", "Maps (Ada Muster": something was to follow.
    private static bool IsHalf(Candidate candidate)
    {
        var text = candidate.Heading.Text;
        if (Placeholders.IsMatch(text) || text.Contains("???", StringComparison.Ordinal))
            return true;
        if (text[^1] is '-' or '–' or '—' or '(' or '&' || text.Count(c => c is '(') > text.Count(c => c is ')'))
            return true;
        return Words.UnfinishedEnds.Any(word => text.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
