using System.Collections.Frozen;

namespace SearchNotes.Posts.Events;

/// <summary>Words that identify events, in the languages in which conference notes were found.</summary>
internal static class EventWords
{
    private static readonly FrozenSet<string> Kinds = Set(
        "conference conferences conf conférence conférences konferenz tagung congress kongress congrès convention symposium colloque summit gipfel meetup meetups meet-up "
        + "miniconf unconference barcamp camp hackathon hackday fest festival days jug usergroup treffen stammtisch rencontres jornadas encuentro devoxx fosdem");

    private static readonly string[] KindsWithoutBlank = ["勉強会", "カンファレンス", "ミートアップ", "컨퍼런스", "밋업", "大会", "沙龙", "峰会"];

    private static readonly FrozenSet<string> Tags = Set(
        "event events evento eventos événement veranstaltung veranstaltungen les-conferences user-group イベント 이벤트 活动 活動");

    // Endings of names such as PyCon, RubyConf, DevFest, BarCamp, devopsdays, 31C3.
    private static readonly string[] Endings = ["con", "conf", "fest", "camp", "days", "meetup", "c3"];

    private static readonly FrozenSet<string> Parts = Set(
        "recap notes summary roundup round-up report review wrap-up wrapup retrospective slides impressions highlights talks keynote keynotes sessions live "
        + "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche lightning-talks retour bilan compte-rendu rückblick nachlese bericht");

    // For languages without spaces between words; longer parts come before shorter ones.
    private static readonly string[] PartsWithoutSpaces =
        ["のアウトラインメモ", "アウトラインメモ", "参加レポート", "参加メモ", "参加記", "のまとめ", "まとめ", "レポート", "メモ", "感想", "후기", "정리", "总结", "笔记"];

    private static readonly FrozenSet<string> Days = Set("day days tag tage jour jours día dia giorno");

    private static readonly FrozenSet<string> Counted = Set("part parts teil partie pt session");

    private static readonly FrozenSet<string> Numbers = Set(
        "one two three four five six seven eight nine ten zero eins zwei drei vier un deux trois quatre i ii iii iv v 1st 2nd 3rd 4th first second third fourth last "
        + "erster zweiter dritter premier deuxième troisième dernier 1er 2e 2ème 3ème");

    // Words before the name of an event: "My notes from PyCon", "Retour sur le BreizhCamp".
    private static readonly FrozenSet<string> Leading = Set(
        "my notes from on of at the a live blog blogging liveblogging liveblog report trip impressions thoughts recap highlights takeaways attending going to back "
        + "mon ma mes retour sur de du des la le les l compte-rendu compte rendu bilan à au aux mein meine eindrücke bericht rückblick auf vom von der die das dem zur zum");

    /// <summary>Whether a word names a kind of event, or has an ending typical of event names.</summary>
    internal static bool IsEvent(string word) =>
        Kinds.Contains(word)
            || Array.Exists(KindsWithoutBlank, kind => word.Contains(kind, StringComparison.Ordinal))
            || Array.Exists(Endings, ending => word.Length > ending.Length && HasEnding(word, ending));

    /// <summary>Whether a tag shows that the post is about an event.</summary>
    internal static bool IsEventTag(string tag) => Tags.Contains(tag) || tag.Split(' ', '-').Any(IsEvent);

    /// <summary>Whether a word after an event's name describes the post and is not part of the name.</summary>
    internal static bool IsPart(string word) => Parts.Contains(word) || word.EndsWith("日目", StringComparison.Ordinal);

    /// <summary>Returns the number of characters at the end of a name that describe the post, for languages without spaces; 0 if there
    /// are none.</summary>
    internal static int PartAtEnd(string name) =>
        Array.Find(PartsWithoutSpaces, part => name.Length > part.Length && name.EndsWith(part, StringComparison.Ordinal))?.Length ?? 0;

    /// <summary>Whether two words after an event's name identify a part of it: Day Two, second day, part 3.</summary>
    internal static bool IsPart(string first, string second) =>
        IsDay(first, second) || IsNumbered(Counted, first, second) || Is($"{first} {second}", "lightning talks");

    /// <summary>Whether two words name a day of an event: Day Two, second day, Jour 1.</summary>
    internal static bool IsDay(string first, string second) =>
        IsNumbered(Days, first, second) || IsNumbered(Days, second, first);

    private static bool IsNumbered(FrozenSet<string> words, string word, string number) => words.Contains(word) && IsNumber(number);

    /// <summary>Whether a word may precede the name of an event.</summary>
    internal static bool IsLeading(string word) => Leading.Contains(word);

    private static bool IsNumber(string word) =>
        Numbers.Contains(word) || (word.Trim('.', '#') is { Length: 1 or 2 } digits && digits.All(char.IsAsciiDigit));

    private static bool Is(string word, string expected) => string.Equals(word, expected, StringComparison.OrdinalIgnoreCase);

    // "PyCon" and "PyconAU" are events; "icon" and "beacon" are not. Either the ending begins with a capital, or the name does and a
    // country follows.
    private static bool HasEnding(string word, string ending)
    {
        var at = word.LastIndexOf(ending, StringComparison.OrdinalIgnoreCase);
        if (at < 1)
            return false;
        var rest = word.AsSpan(at + ending.Length);
        return rest.IsEmpty
            ? char.IsUpper(word[at]) || (ending.Length > 3 && char.IsAsciiLetter(word[at - 1]))
            : char.IsUpper(word[0]) && IsCountry(rest);
    }

    private static bool IsCountry(ReadOnlySpan<char> rest) => rest.Length <= 2 && char.IsUpper(rest[0]) && char.IsUpper(rest[^1]);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
