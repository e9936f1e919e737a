using System.Buffers;
using System.Globalization;

namespace SearchNotes.Talks.Readings;

/// <summary>The confidence that a text is somebody's name.</summary>
internal enum NameConfidence
{
    /// <summary>Not a name.</summary>
    None,

    /// <summary>One capitalised word, or words that could be anything: a name only when its siblings are.</summary>
    Weak,

    /// <summary>Two to five words in the shape of a name.</summary>
    Strong,

    /// <summary>A handle, or a name with an honorific.</summary>
    Certain,
}

/// <summary>Separates names from other words by their shape alone, without a list of people.</summary>
/// <remarks>
/// Strong: "Russell Keith-Magee", "Eric de Castro Lopo", "Sean J Taylor", "Trent "lathiat" Lloyd". Weak: "Tim", "山田太郎".
/// Certain: "@t_wada". None: "Building Apps", "HTML 5", "the cloud", "Don't Do This".
/// </remarks>
internal static class NameClassifier
{
    private const int MaxWords = 5;

    // What sentences are made of in Chinese and names are not: 大家好, 我是…. Japanese are called 和也.
    private static readonly SearchValues<char> FunctionLetters = SearchValues.Create("的是了在有我你他她们們这那這与與不就吗嗎呢吧把被给給从從到为為都好来來去");

    // Of those, the ones that no job has: TiDB 的作者.
    private static readonly SearchValues<char> ClauseLetters = SearchValues.Create("是了我你她们們这這不就吗嗎呢吧");

    // What verbs and clauses end in: 自動化する, 勉強会まで.
    private static readonly string[] KanaEndings =
        ["する", "した", "して", "です", "ます", "ない", "から", "まで", "など", "たち", "とは", "よう", "ため", "こと", "もの", "だけ", "では", "には", "への", "での", "との", "れる",
            "せる", "いて", "たい", "しい"];

    private static readonly SearchValues<char> HandleLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    /// <summary>Judges a text that holds one name and nothing else.</summary>
    internal static NameConfidence Classify(string text, Vocabulary vocabulary)
    {
        if (text.Length is 0 or > 60)
            return NameConfidence.None;
        if (text[0] == '@')
            return IsHandle(text) ? NameConfidence.Certain : NameConfidence.None;
        if (IsEastAsian(text[0]))
            return JudgeEastAsian(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is > 1 and <= MaxWords && words[^1].Length is 2 or 3 && words[^1].All(c => c is >= '\u3400' and <= '\u9FFF'))
            return JudgeWithChinese(words, vocabulary);
        return words.Length > MaxWords ? NameConfidence.None : JudgeWords(words, vocabulary);
    }

    // "Leo 邱柏鈞", "Anderson Chen 陳柏安": each of the two names makes the other likelier.
    private static NameConfidence JudgeWithChinese(string[] words, Vocabulary vocabulary) =>
        JudgeEastAsian(words[^1]) == NameConfidence.None || JudgeWords(words[..^1], vocabulary) == NameConfidence.None
            ? NameConfidence.None : NameConfidence.Strong;

    /// <summary>Whether a text in Chinese is a clause, and no job: 去了這一次.</summary>
    internal static bool IsClause(string text) => text.AsSpan().IndexOfAny(ClauseLetters) >= 0;

    /// <summary>Whether a text is a handle: <c>@t_wada</c>.</summary>
    internal static bool IsHandle(string text) =>
        text.Length is > 2 and <= 40 && text[0] == '@' && text.AsSpan(1).IndexOfAnyExcept(HandleLetters) < 0;

    private static NameConfidence JudgeWords(string[] words, Vocabulary vocabulary)
    {
        var full = 0;
        var doubtful = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].Trim('"', '“', '”', '(', ')', '\'', '‘', '’', '«', '»');
            if (word.Length == 0)
                return NameConfidence.None;
            if (i > 0 && i < words.Length - 1 && Words.NameParticles.Has(word))
                continue;
            if (i == 0 && words.Length > 1 && Words.NameParticles.Has(word))
                continue;
            if (IsInitial(word) && (i > 0 || word is not ("A" or "I")))
                continue;
            if (!IsNameWord(word) && !IsSurnameInCapitals(word, i, words))
                return NameConfidence.None;
            full++;
            if (words.Length > 1 && MayBeWord(word, isFirst: i == 0, isLast: i == words.Length - 1))
            {
                doubtful++;
                continue;
            }

            if (IsNoName(word) || (words.Length == 1 && IsCounter(word)))
                return NameConfidence.None;
            if (vocabulary.HasLowerCase(word))
                doubtful++;
        }

        // "Looking Forward", "Exploring Reline"; but "Henning Jacobs" as well.
        if (words.Length > 1 && words[0].Length > 6 && words[0].EndsWith("ing", StringComparison.Ordinal))
            doubtful++;

        // A first name may be a word as well (Mark, Will); two such words are no name.
        return (full, doubtful) switch
        {
            (0, _) => NameConfidence.None,
            (1, 0) => words.Length > 1 && char.IsUpper(words[0][0]) ? NameConfidence.Strong : NameConfidence.Weak,
            (1, _) => NameConfidence.None,
            (_, 0) => NameConfidence.Strong,
            (_, 1) => NameConfidence.Weak,
            _ => NameConfidence.None,
        };
    }

    // As a surname or a first name that is a word as well, such as "Stone" and "Mark".
    private static bool MayBeWord(string word, bool isFirst, bool isLast)
    {
        if (isLast && Words.SurnamesThatAreWords.Has(word))
            return true;
        return isFirst && Words.FirstNamesThatAreWords.Has(word);
    }

    private static bool IsNoName(string word) => Words.NotNames.Has(word) || Words.Affiliations.Has(word) || HasWordEnding(word);

    private static bool IsCounter(string word) => Words.Counters.Has(word) || Words.Weekdays.Has(word) || Words.Sections.Has(word);

    private static bool IsInitial(string word) => char.IsUpper(word[0]) && word is [_] or [_, '.'] or [_, '.', _, '.'];

    // Capital first, small letters after; inner capitals only behind a hyphen, an apostrophe or a prefix of names.
    private static bool IsNameWord(string word)
    {
        if (!char.IsUpper(word[0]) || word.Length < 2)
            return false;
        var capitals = 1;
        for (var i = 1; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsUpper(c))
            {
                if (word[i - 1] is '-' or '\'' or '’' or '.' || IsNamePrefix(word.AsSpan(0, i)))
                    continue;
                capitals++;
            }
            else if (!IsLetterOrMark(c) && (c is not ('-' or '\'' or '’' or '.') || i == word.Length - 1))
            {
                return false;
            }
        }

        return capitals == 1 || (capitals == word.Length && word.Length is 2);
    }

    private static bool IsLetterOrMark(char c) =>
        char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    // "Hubert SABLONNIÈRE", as French programmes write it: behind a first name in small letters.
    private static bool IsSurnameInCapitals(string word, int index, string[] words)
    {
        if (index == 0 || !char.IsLower(words[0][^1]) || !IsNameWord(words[0]))
            return false;
        return word.Length > 2 && word.All(c => char.IsUpper(c) || c is '-' or '\'' or '’');
    }

    private static bool IsNamePrefix(ReadOnlySpan<char> start) =>
        start is "Mc" or "Mac" or "Fitz" or "De" or "Di" or "La" or "Le" or "Du" or "Van" or "Von" or "Des" or "Del";

    // Endings of English and French nouns that hardly any name has.
    private static bool HasWordEnding(string word)
    {
        ReadOnlySpan<string> endings =
            ["tion", "tions", "sion", "ment", "ments", "ness", "ility", "ology", "ware", "ithms", "ithm", "ized", "ising", "izing",
                "ability", "ture", "tures", "ical", "ives", "ism"];
        foreach (var ending in endings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsEastAsian(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';

    // "峰岸はるか": two or three Han letters, then two to four of hiragana that are no ending of a verb.
    private static bool IsSurnameWithKana(string letters)
    {
        var han = letters.TakeWhile(c => c is >= '\u3400' and <= '\u9FFF').Count();
        return (han, letters.Length - han) is (2 or 3, >= 2 and <= 4) && letters.Skip(han).All(IsHiragana)
            && !Array.Exists(KanaEndings, ending => letters.EndsWith(ending, StringComparison.Ordinal));
    }

    private static bool IsHiragana(char c) => c is >= '\u3040' and <= '\u309F';

    // 2 to 4 Han letters, 3 or 4 Hangul, or katakana with a middle dot; anything else is a sentence.
    private static NameConfidence JudgeEastAsian(string text)
    {
        var letters = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);
        if (letters.Any(c => !IsEastAsian(c) && c is not ('・' or '·')))
            return NameConfidence.None;
        if (IsSurnameWithKana(letters))
            return NameConfidence.Weak;
        if (letters.AsSpan().IndexOfAny(FunctionLetters) >= 0 || letters.Any(IsHiragana)
            || Array.Exists(Words.NotNameParts, part => letters.Contains(part, StringComparison.Ordinal)))
        {
            return NameConfidence.None;
        }
        if (Words.KeynoteWords.Has(letters) || Words.SpeakerLabels.Has(letters))
            return NameConfidence.None;
        if (Words.Groups.Has(letters) || Words.Sections.Has(letters) || Words.Endings.Has(letters))
            return NameConfidence.None;
        var isHangul = letters[0] >= '\uAC00';
        return letters.Length switch
        {
            < 2 => NameConfidence.None,
            <= 4 when isHangul => NameConfidence.Weak,
            <= 5 when !isHangul => NameConfidence.Weak,
            _ => letters.Contains('・', StringComparison.Ordinal) && letters.Length <= 16 ? NameConfidence.Weak : NameConfidence.None,
        };
    }
}
