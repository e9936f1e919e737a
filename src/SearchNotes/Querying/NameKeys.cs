using System.Collections.Frozen;
using SearchNotes.Posts;

namespace SearchNotes.Querying;

/// <summary>Makes the keys by which a name is found: in any order of its words, written together, with a country by its name or its
/// code, and by its initials.</summary>
internal static class NameKeys
{
    private const int MinInitials = 3;
    private const int MinSurname = 4;

    private static readonly FrozenDictionary<string, string> Countries = (
        "argentina:ar australia:au austria:at osterreich:at belgium:be belgique:be brazil:br brasil:br canada:ca china:cn denmark:dk europe:eu "
        + "finland:fi france:fr germany:de deutschland:de india:in ireland:ie israel:il italy:it italia:it japan:jp mexico:mx netherlands:nl "
        + "norway:no poland:pl polska:pl portugal:pt romania:ro russia:ru singapore:sg spain:es espana:es sweden:se switzerland:ch suisse:ch "
        + "schweiz:ch taiwan:tw ukraine:ua").Split(' ').Select(pair => pair.Split(':'))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly (string Words, string Code)[] LongCountries =
        [("new-zealand", "nz"), ("united-kingdom", "uk"), ("united-states", "us"), ("south-korea", "kr"), ("south-africa", "za")];

    /// <summary>Returns the words of a text with the names of countries replaced by their codes.</summary>
    public static string[] Words(string text)
    {
        var slug = $"-{Slug.Make(text)}-";
        foreach (var (words, code) in LongCountries)
            slug = slug.Replace($"-{words}-", $"-{code}-", StringComparison.Ordinal);
        return [.. slug.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => Countries.GetValueOrDefault(word, word))];
    }

    /// <summary>Returns the key of words in any order.</summary>
    public static string Sorted(IEnumerable<string> words) => string.Join('-', words.Order(StringComparer.Ordinal));

    /// <summary>Returns the key of words written together, years last.</summary>
    public static string Glued(IEnumerable<string> words) => string.Concat(words.OrderBy(IsYear));

    /// <summary>Returns shorter forms of a speaker's name: the surname, and initial and surname.</summary>
    public static IEnumerable<string> OfSpeaker(string[] words)
    {
        if (words.Length < 2)
            yield break;
        if (words[^1].Length >= MinSurname)
            yield return words[^1];
        yield return Sorted([words[0][..1], words[^1]]);
        if (words.Length > 2)
            yield return Sorted([words[0], words[^1]]);
    }

    /// <summary>Returns shorter forms of an event's name: without the year, and the initials of three or more words, with and without the
    /// year.</summary>
    public static IEnumerable<string> OfEvent(string[] words)
    {
        var years = words.Where(IsYear).ToArray();
        var names = words.Where(word => !IsYear(word)).ToArray();
        if (names.Length == 0)
            yield break;
        if (years.Length > 0)
        {
            yield return Sorted(names);
            yield return Glued(names);
        }

        if (names.Length < MinInitials)
            yield break;
        var initials = string.Concat(names.Select(name => name[0]));
        yield return initials;
        yield return Sorted([initials, .. years]);
        yield return Glued([initials, .. years]);
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[0] is '1' or '2';
}
