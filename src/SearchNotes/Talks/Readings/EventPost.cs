using System.Buffers;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Evidence in title, folder and words of a post that it is about an event.</summary>
internal static class EventPost
{
    // Who announces says so at the beginning; "join us" further down may stand in the abstract of a talk.
    private const int PlanCharacters = 3000;

    private static readonly SearchValues<string> AnnouncementTitles =
        SearchValues.Create(Words.AnnouncementTitles, StringComparison.OrdinalIgnoreCase);

    /// <summary>Evidence that the post announces talks instead of reporting them; negative when it reports.</summary>
    internal static double AnnouncementScore(Outline outline)
    {
        var score = IsPlan(outline.Post.Title) ? Weights.PlanTitle : outline.Headings.Any(h => IsPlan(h.Text)) ? Weights.PlanHeading : 0;
        var left = PlanCharacters;
        foreach (var block in outline.Opening.Concat(outline.Headings.Count > 0 ? outline.Blocks.TakeLast(1) : []))
        {
            if (block.Kind != BlockKind.Text)
                continue;
            score += AnnouncementWords.Count(block.Text) * Weights.PlanWord;
            left -= block.Text.Length;
            if (left < 0)
                break;
        }

        return Math.Min(2.5, score) - Math.Min(1.5, outline.Vocabulary.ReportCount * Weights.ReportWord);
    }

    /// <summary>Whether the folders of the file are named after notes and an event: "conference-notes", "notes/devoxx". A folder "meetups"
    /// may contain announcements.</summary>
    internal static bool IsAmongNotes(Outline outline) =>
        Path.GetDirectoryName(outline.Path) is { Length: > 0 } folder && EventNames.Has(folder) && NamesNotes(folder);

    private static bool NamesNotes(string folder) => Words.Notes.HasAnyOf(folder) || Words.NoteFolders.HasAnyOf(folder);

    /// <summary>Whether a title names an event or a day of it: "Polymer Summit 2016 - Day 1", "Decode Notes".</summary>
    internal static bool IsEventTitle(string title) =>
        EventNames.Has(WithoutTalkNoun(title)) || Words.Recaps.HasAnyOf(title) || IsGroupOrYear(title);

    private static bool IsGroupOrYear(string title) =>
        HeadingRoles.OfText(title) != HeadingRole.Open
        || (title.AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and var digit && HasYear(title.AsSpan(digit)));

    // "Prescription talk" is a talk.
    private static string WithoutTalkNoun(string title) =>
        Array.Find(Words.TalkNouns, noun => title.EndsWith(" " + noun, StringComparison.OrdinalIgnoreCase)) is { } noun
        ? title[..^noun.Length] : title;

    private static bool HasYear(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(" -/:,.()'’"))
        {
            if (text[range].Length == 4 && text[range] is ['1' or '2', '9' or '0', >= '0' and <= '9', >= '0' and <= '9'])
                return true;
        }

        return false;
    }

    private static bool IsPlan(string title) => title.AsSpan().ContainsAny(AnnouncementTitles);

}
