using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Readings;

/// <summary>Recognises the words and years that name events: conferences, meetups, camps.</summary>
internal static partial class EventNames
{
    [GeneratedRegex("(?<![0-9])(19|20)[0-9][0-9](?![0-9])")]
    private static partial Regex Year { get; }

    /// <summary>Whether a text has the word or the year of an event.</summary>
    internal static bool HasOrYear(string text) => Has(text) || Year.IsMatch(text);

    /// <summary>Whether a word of a text speaks of an event, or ends as the names of events do.</summary>
    internal static bool Has(string text)
    {
        foreach (var range in text.AsSpan().SplitAny(" /-_.,:()#\"'!?、"))
        {
            var word = text.AsSpan(range).TrimEnd("0123456789");
            if (Words.EventWords.Has(word) || IsEventName(word))
                return true;
        }

        return Words.EventWords.Parts.Any(part => text.Contains(part, StringComparison.Ordinal));
    }

    // "DjangoCon", "RubyKaigi", "DevFest": names of events end alike; "icon" and "beacon" do not. "36C3" is a congress; its last digit is
    // off.
    private static bool IsEventName(ReadOnlySpan<char> word)
    {
        if (word is [>= '0' and <= '9', >= '0' and <= '9', 'c' or 'C'])
            return true;
        if (word.Length < 4)
            return false;
        foreach (var ending in Words.EventSuffixes)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return ending != "con" || word.Length > 3 && word[^4] is not ('i' or 'a' or 'I' or 'A');
        }

        return false;
    }
}
