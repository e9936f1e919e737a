using System.Buffers;

namespace SearchNotes.Talks.Readings;

/// <summary>Counts the words of an announcement in a text in one pass.</summary>
internal static class AnnouncementWords
{
    private static readonly SearchValues<string> Announcements =
        SearchValues.Create(Words.Announcements, StringComparison.OrdinalIgnoreCase);

    /// <summary>Number of occurrences in a text.</summary>
    internal static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(Announcements); at >= 0; at = text.IndexOfAny(Announcements))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
