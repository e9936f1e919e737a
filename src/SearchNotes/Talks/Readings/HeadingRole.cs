using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Readings;

/// <summary>The role that a heading can have by its words alone.</summary>
internal enum HeadingRole
{
    /// <summary>It may name a talk.</summary>
    Open,

    /// <summary>A question round: belongs to the talk before, whatever its level.</summary>
    Questions,

    /// <summary>A section of the talk before.</summary>
    Section,

    /// <summary>The end of the talk before: thanks, lunch, conclusion.</summary>
    Ending,

    /// <summary>A group of talks: a day, a track, lightning talks.</summary>
    Group,

    /// <summary>Only punctuation and signs: an empty heading.</summary>
    Empty,

    /// <summary>The second line of the heading right above it: "#QUnit", "##Laurent Delcambre".</summary>
    Subtitle,
}

/// <summary>Reads the role of a heading from its words.</summary>
internal static partial class HeadingRoles
{
    // So many letters may stand behind the word that a short heading begins with.
    private const int LongestEnd = 3;

    // A heading of so many letters is about the event when a word for what is eaten or drunk there stands anywhere in it.
    private const int LongestAside = 16;

    // So many letters may stand before the word that a short heading ends in.
    private const int LongestStart = 10;

    [GeneratedRegex("([0-9])(st|nd|rd|th)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Ordinals { get; }

    /// <summary>The role of a heading.</summary>
    internal static HeadingRole Of(OutlineHeading heading) => OfText(heading.Text);

    /// <summary>The role of a heading by its text.</summary>
    internal static HeadingRole OfText(string heading)
    {
        var (prefix, rest) = TopicPrefix.Split(heading);
        var normal = HeadingWords.Normalise(rest);
        if (normal.Length == 0)
            return heading.Contains('?', StringComparison.Ordinal) ? HeadingRole.Open : HeadingRole.Empty;
        if (QuestionWords.IsHeading(rest))
            return HeadingRole.Questions;
        normal = WithoutArticle(normal);
        if (IsGroup(normal) || (prefix.Length == 0 && IsGroup(HeadingWords.Normalise(heading))))
            return HeadingRole.Group;
        if (EndsIn(Words.Groups, normal) || StartsIn(Words.Groups, normal))
            return HeadingRole.Group;
        // "僕が聞いたセッションとその感想"
        if (Array.Exists(Words.AccountSuffixes, end => normal.EndsWith(end, StringComparison.Ordinal))
            && Words.Groups.Parts.Any(part => part.Length > 3 && normal.Contains(part, StringComparison.Ordinal)))
        {
            return HeadingRole.Group;
        }
        // "タイムテーブル(5月25日)", "Lunch (12:00)"
        if (normal[^1] is ')' or '）' && Brackets.Opening(normal) is > 1 and var bracket
            && Words.Endings.Has(normal.AsSpan(0, bracket).TrimEnd()))
        {
            return HeadingRole.Ending;
        }
        if (Words.Endings.Has(normal) || IsEndingWith(normal) || EndsIn(Words.Endings, normal))
            return HeadingRole.Ending;
        if (IsSocial(normal) || EndsIn(Words.Social, normal))
            return HeadingRole.Ending;
        if (IsAside(normal) || IsExplanation(normal))
            return HeadingRole.Ending;
        return Words.Sections.Has(normal) ? HeadingRole.Section : HeadingRole.Open;
    }

    // "misc / note-to-self", "Related Codelabs"
    private static bool IsEndingWith(string normal) =>
        normal.StartsWith("related ", StringComparison.Ordinal)
        || (normal.IndexOf(" / ", StringComparison.Ordinal) is > 0 and var slash && Words.Endings.Has(normal.AsSpan(0, slash)));

    // "Les histoires", "Die Vorträge": the lists hold the word alone.
    private static string WithoutArticle(string normal) =>
        Array.Find(Words.Articles, article => normal.Length > article.Length + 2
            && normal.StartsWith(article, StringComparison.Ordinal)) is { } article ? normal[article.Length..] : normal;

    // "Vue Fes Japan 2024を終えて", "企業ブースぶらぶら": however long the first, and wherever it stands in a short one.
    private static bool IsAside(string normal) =>
        Array.Exists(Words.RetrospectSuffixes, end => normal.EndsWith(end, StringComparison.Ordinal))
        || HasSocialPart(normal) || StartsWithSocialPart(normal);

    private static bool HasSocialPart(string normal) =>
        normal.Length <= LongestAside && normal[^1] >= '\u3040'
        && Words.Social.Parts.Any(part => normal.Contains(part, StringComparison.Ordinal));

    private static bool StartsWithSocialPart(string normal) =>
        normal.Length <= 2 * LongestAside
        && Words.Social.Parts.Any(part => part.Length > 2 && normal.StartsWith(part, StringComparison.Ordinal));

    // "PyCon JPとは", "Deview 란?", "What is FOSDEM?"
    private static bool IsExplanation(string normal) =>
        Array.Exists(Words.ExplanationSuffixes, end => normal.EndsWith(end, StringComparison.Ordinal)) ? EventNames.HasOrYear(normal)
        : Array.Exists(Words.ExplanationPrefixes, start => normal.StartsWith(start, StringComparison.Ordinal)) && EventNames.Has(normal);

    /// <summary>Whether a heading is a day: "Day 1", "Tuesday", "26.02.2019".</summary>
    internal static bool IsDay(string heading)
    {
        var normal = HeadingWords.Normalise(heading);
        var words = normal.Split(' ', ',');
        if (words is ["day" or "jour" or "tag" or "día", var count])
            return IsCount(count) || IsDate(normal);
        return normal.Length > 0 && (IsDate(normal) || Words.Weekdays.Has(words[0]));
    }

    // "参加してみての感想", "최종 후기": without spaces, the last word says what a short heading is.
    private static bool EndsIn(WordList words, string normal) =>
        normal[^1] >= '\u3040'
        && words.Parts.Any(part => normal.EndsWith(part, StringComparison.Ordinal) && normal.Length <= part.Length + LongestStart);

    // "세션 요약": what little follows says what is told of the sessions.
    private static bool StartsIn(WordList words, string normal) =>
        normal[0] >= '\u3040'
        && words.Parts.Any(part => normal.StartsWith(part, StringComparison.Ordinal) && normal.Length <= part.Length + LongestEnd);

    // "Pause déjeuner", "Bilan de la première journée"; not "Data is the new coffee".
    private static bool IsSocial(string normal)
    {
        var words = HeadingWords.Count(normal);
        if (words <= 3)
            return Words.Social.HasAnyOf(normal);
        var start = normal.IndexOf(' ', Math.Min(normal.Length - 1, normal.IndexOf(' ', StringComparison.Ordinal) + 1));
        return words <= 7 && Words.Social.HasAnyOf(start > 0 ? normal.AsSpan(0, start) : normal);
    }

    private static bool IsGroup(string normal)
    {
        if (Words.Groups.Has(normal) || IsDate(normal) || HasGroupPart(normal))
            return true;
        var words = normal.Split([' ', ':', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return false;
        var second = words.Length > 1 ? words[1] : "";
        // "RDAP day 2"
        if (words.Length is >= 3 and <= 6 && words[^2] is "day" or "jour" or "tag" or "día" && IsCount(words[^1]))
            return true;
        if (Words.GroupStarts.Has(words[0]) && words.Length <= 2)
            return true;
        if (Words.GroupStarts.Has(words[0]) && IsCount(second) && words.Length <= 3)
            return true;
        if (second is "day" or "session" or "track" or "jour" or "partie" or "tag" or "journée" && IsOrdinal(words[0]))
            return true;
        return Words.Weekdays.Has(words[0]) || (words[0], second) is ("lightning" or "ignite", "talks" or "sessions");
    }

    private static bool HasGroupPart(string normal) =>
        normal.Length <= 24 && normal.AsSpan().IndexOfAny(':', '：') < 0
        && Words.GroupParts.Any(part => normal.Contains(part, StringComparison.Ordinal));

    private static bool IsOrdinal(string word) =>
        word is "first" or "second" or "third" or "fourth" or "fifth" or "première" or "deuxième" or "seconde" or "premier"
        or "erster" or "zweiter" or "dritter" or "erste" or "zweite" or "dritte"
        || (word is [>= '0' and <= '9', _, _] or [>= '0' and <= '9', _, _, _] && word[^2..] is "st" or "nd" or "rd" or "th");

    private static bool IsCount(string word) => word is [_] or [>= '0' and <= '9', ..] || Words.Counters.Has(word);

    // "2013-07-06", "7 July", "10月3日", "day 2", "1日目"
    private static bool IsDate(string normal)
    {
        if (!normal.Any(char.IsAsciiDigit) || normal.Length > 30)
            return false;
        normal = Ordinals.Replace(normal, "$1");
        var letters = new string([.. normal.Where(char.IsLetter)]);
        if (letters is "")
            return normal.Length >= 6;
        if (letters is "月日" or "日目" or "年月日" or "월일" || Words.Weekdays.Has(letters))
            return true;
        return letters.Length <= 12 && Words.Months.Any(m => letters.StartsWith(m, StringComparison.Ordinal));
    }
}
