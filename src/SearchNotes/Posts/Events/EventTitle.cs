using System.Globalization;
using SearchNotes.Posts.Dates;

namespace SearchNotes.Posts.Events;

/// <summary>Finds the name of the event that a post is about in its title and tags.</summary>
internal static class EventTitle
{
    private static readonly string[] Separators = [": ", " - ", " – ", " — ", " | ", " @ ", " // "];
    private static readonly string[] Prepositions = [" at ", " from ", " From ", " vom ", " von der ", " beim ", " auf dem ", " auf der "];
    private static readonly char[] Punctuation =
        [' ', ',', ';', '.', '!', ':', '-', '–', '—', '|', '(', ')', '[', ']', '"', '“', '”', '„', '、', '。', '（', '）', '！'];
    private static readonly char[] Trailing = [' ', ',', ';', '.', '!', ':', '-', '–', '—', '|', '。', '！'];
    private static readonly char[] BetweenWords = [.. Punctuation.Except(['-', '.'])];

    // A tag shows that the post is about an event, not that its title contains the event's name. Names are short.
    private const int MaxNameWords = 7;
    private const int MaxNameCharacters = 60;

    /// <summary>Returns the event's name, or <see langword="null"/> if the post does not appear to be about an event.</summary>
    /// <remarks>
    /// "PyCon Australia 2013, Day Two" → PyCon Australia 2013; "My notes from QCon London" → QCon London; "PyconAU 2012: No, Bad Pony!" →
    /// PyconAU 2012; "Drupal SEO Functionality" → null.
    /// </remarks>
    internal static string? Find(string title, IReadOnlyList<string> tags, DateOnly? date)
    {
        const StringSplitOptions clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var segments = title.Split(Separators, clean);
        var isTagged = tags.Any(EventWords.IsEventTag);
        if (segments.Length > 1 && segments.FirstOrDefault(s => IsNameWithYear(s, isTagged)) is { } dated)
            return Trimmed(dated);
        if (segments.FirstOrDefault(NamesEvent) is { } segment)
            return UpToYear(Trimmed(segment.Split(Prepositions, clean).First(NamesEvent)));
        if (tags.FirstOrDefault(tag => IsNameWithYear(tag, date)) is { } name)
            return name;

        var trimmed = Trimmed(title);
        var isShort = trimmed.Length <= MaxNameCharacters && Words(trimmed).Length <= MaxNameWords;
        return isShort && (isTagged || HasDay(title)) ? trimmed : null;
    }

    /// <summary>Returns a title without the trailing part of the event and without a lead-in such as "Notes from". Returns the unchanged
    /// title if nothing else would remain.</summary>
    internal static string Trimmed(string title)
    {
        var name = WithoutLead(WithoutPart(title));
        return name.Trim(Punctuation).Length == 0 ? title : name.Trim('"', '“', '”', '„');
    }

    private static bool NamesEvent(string text) => Words(text).Any(EventWords.IsEvent);

    /// <summary>Whether a segment of a title is a name with a year, such as PyconAU 2012. "Books of 2013" counts only if a tag confirms
    /// it.</summary>
    private static bool IsNameWithYear(string segment, bool isTagged)
    {
        if (Words(segment) is not [.. { Length: > 0 } name, var last] || !IsYear(last))
            return false;
        return isTagged || name.All(word => !char.IsLower(word[0]));
    }

    /// <summary>Whether a title ends with "Day Two" or similar. Only events have days.</summary>
    private static bool HasDay(string title)
    {
        var last = LastWord(title, title.Length);
        return EventWords.IsDay(LastWord(title, last.Start).Word, last.Word);
    }

    // lca2010 and PyconAU 2012, but not ES2015, and not a year more than one away from the post's.
    private static bool IsNameWithYear(string tag, DateOnly? date)
    {
        if (tag.Length <= 6 || !IsYear(tag[^4..]) || !IsName(tag[..^4]))
            return false;
        return date is null || Math.Abs(date.Value.Year - int.Parse(tag[^4..], CultureInfo.InvariantCulture)) <= 1;
    }

    private static bool IsName(string text) =>
        text.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'z') < 0 && !text.AsSpan().ContainsAnyInRange('0', '9')
        && MonthNames.Find(Words(text)[0]) == 0;

    /// <summary>Returns the name up to its year: "DevFest Nantes 2025 à moi" → DevFest Nantes 2025.</summary>
    private static string UpToYear(string name)
    {
        var words = name.Split(' ');
        var year = Array.FindIndex(words, 1, word => IsYear(word));
        return year > 0 && year + 1 < words.Length && char.IsLower(words[year + 1][0]) ? string.Join(' ', words[..(year + 1)]) : name;
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word is ['1', '9', ..] or ['2', '0', ..];

    private static string WithoutPart(string title)
    {
        var name = title.TrimEnd(Trailing);
        for (var shorter = Shortened(name); shorter.Length < name.Length && shorter.Length > 0; shorter = Shortened(name))
            name = shorter;
        return name;
    }

    private static string Shortened(string name)
    {
        if (EventWords.PartAtEnd(name) is > 0 and var length)
            return name[..^length].TrimEnd(Punctuation);

        var last = LastWord(name, name.Length);
        var beforeLast = LastWord(name, last.Start);
        if (EventWords.IsPart(beforeLast.Word, last.Word))
            return name[..beforeLast.Start].TrimEnd(Punctuation);

        // "(I)" and "(2)" number the parts of a report. Without parentheses they may belong to the name.
        var isNumbered = last.Start > 0 && name[last.Start - 1] == '(' && EventWords.IsPart("part", last.Word);
        return isNumbered || EventWords.IsPart(last.Word) ? name[..last.Start].TrimEnd(Punctuation) : name;
    }

    private static (string Word, int Start) LastWord(string text, int end)
    {
        while (end > 0 && Array.IndexOf(Punctuation, text[end - 1]) >= 0)
            end--;
        var start = end;
        while (start > 0 && (Array.IndexOf(Punctuation, text[start - 1]) < 0 || text[start - 1] is '-' or '.'))
            start--;
        return (text[start..end], start);
    }

    /// <summary>Removes leading words such as "My notes from", unless a lower-case word that does not name an event follows. A single
    /// leading article (The, La, Der) is kept.</summary>
    private static string WithoutLead(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var leading = words.TakeWhile(word => EventWords.IsLeading(word.TrimEnd(':', ','))).Count();
        if (leading == 0 || leading == words.Length)
            return name;
        if (leading == 1 && words[0] is "The" or "La" or "Le" or "Les" or "Die" or "Der" or "Das" or "A")
            return name;
        return char.IsLower(words[leading][0]) && !EventWords.IsEvent(words[leading]) ? name : string.Join(' ', words.Skip(leading));
    }

    private static string[] Words(string text) => text.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries);
}
