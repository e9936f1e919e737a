using System.Buffers;
using System.Text.RegularExpressions;

namespace SearchNotes.Talks.Readings;

/// <summary>A speaker's name in a post.</summary>
/// <param name="Name">The name without honorific, company, place and handle.</param>
/// <param name="Detail">Honorific, company, place and handle; <see langword="null"/> for none.</param>
/// <param name="Confidence">The confidence that it is a name.</param>
internal sealed record SpeakerName(string Name, string? Detail, NameConfidence Confidence);

/// <summary>Reads one or several names from a piece of text: "Océane Gillard et Patrice de Saint Steban", "Todd Parker (Filament Group),
/// Dion Almaer".</summary>
internal static partial class SpeakerNames
{
    private static readonly SearchValues<char> JointStarts = SearchValues.Create(Words.NameJoints.Select(j => j[0]).Distinct().ToArray());

    // "이형주 외 2인", "王小明 等"
    [GeneratedRegex(@" (외 \d+ ?[인명]|等\d*人?|et al\.?)$", RegexOptions.NonBacktracking)]
    private static partial Regex OthersToo { get; }

    /// <summary>Reads names.</summary>
    /// <param name="text">The text that should be names and nothing else.</param>
    /// <param name="vocabulary">Words of the post.</param>
    /// <param name="isLabelled">Whether a label says that these are speakers: then a doubtful name is taken as it stands.</param>
    /// <returns>All names, or nothing when one part is no name.</returns>
    internal static IReadOnlyList<SpeakerName> Read(string text, Vocabulary vocabulary, bool isLabelled = false)
    {
        text = Trimmed(text);
        if (text.Length is 0 or > 240)
            return [];
        var names = new List<SpeakerName>();
        foreach (var part in SplitPeople(text, vocabulary) ?? (IReadOnlyList<string>)Split(text))
        {
            if (names.Count > 0 && IsRestOfCompany(part, names[^1], text))
            {
                names[^1] = names[^1] with { Detail = $"{names[^1].Detail} & {part.Trim()}" };
                continue;
            }

            if (names.Count > 0 && HasAffiliation(part) && text.Contains($"{names[^1].Name};", StringComparison.Ordinal))
            {
                names[^1] = names[^1] with { Detail = NameDetails.Joined(names[^1].Detail, part.Trim()) };
                continue;
            }

            if (names.Count > 0 && IsEndOfJob(part, names[^1]))
            {
                names[^1] = names[^1] with { Detail = $"{names[^1].Detail} and {part.Trim()}" };
                continue;
            }

            // "Ada Muster / @ada": a handle behind a name in full is that person's.
            if (names.Count > 0 && part.Trim() is ['@', ..] handle && IsHandleOf(names[^1].Name, handle, text))
            {
                names[^1] = names[^1] with { Detail = NameDetails.Joined(names[^1].Detail, handle) };
                continue;
            }

            if (ReadCommaParts(part, vocabulary, isLabelled, names) || (names.Count > 0 && Words.Others.Has(part.Trim())))
                continue;
            if (names.Count > 0 && IsRestOfJob(names[^1], text))
            {
                names[^1] = names[^1] with { Detail = $"{names[^1].Detail}, {part.Trim()}" };
                continue;
            }

            // "Speaker: Name & everybody at Company": behind a label the first name is worth keeping.
            return isLabelled ? names : [];
        }

        // "Paul Lewis & Surma": who stands beside a person is one.
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Confidence == NameConfidence.Weak && IsOneWord(names[i].Name)
                && names.Exists(n => n.Confidence >= NameConfidence.Strong))
            {
                names[i] = names[i] with { Confidence = NameConfidence.Strong };
            }
        }

        return names;
    }

    /// <summary>The lowest confidence among some names; <see cref="NameConfidence.None"/> without names.</summary>
    internal static NameConfidence Weakest(IReadOnlyList<SpeakerName> names) =>
        names.Count == 0 ? NameConfidence.None : names.Min(n => n.Confidence);

    private static bool IsHandleOf(string name, string handle, string text) =>
        !IsOneWord(name) && text.Contains($"{name} / {handle}", StringComparison.Ordinal);

    // "Ada Muster, Kettle & Quay": one word behind a company, and an ampersand, is still the company.
    private static bool IsRestOfCompany(string part, SpeakerName last, string text)
    {
        var word = part.Trim();
        if (last.Detail is not { } detail || word.Contains(' ', StringComparison.Ordinal))
            return false;
        return last.Name.Contains(' ', StringComparison.Ordinal) && text.Contains($", {detail} & {word}", StringComparison.Ordinal);
    }

    // "Neil Hong, Professor of Research Software Policy and Practice": one word behind a long job is the job's.
    private static bool IsEndOfJob(string part, SpeakerName last)
    {
        if (last.Detail is not { } detail || !IsOneWord(part.Trim()) || IsOneWord(last.Name))
            return false;
        return HasAffiliation(part) || (HeadingWords.Count(detail) >= 3 && HasAffiliation(detail));
    }

    // "Rachel Andrew, writer of words and code", "大漠，CSS专家、前端技术专家": behind a comma a job may go on for a while.
    private static bool IsRestOfJob(SpeakerName last, string text) =>
        last is { Detail: not null, Confidence: >= NameConfidence.Strong } && !IsOneWord(last.Name) && IsBeforeComma(text, last.Name);

    private static bool IsBeforeComma(string text, string name) =>
        text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && text.AsSpan(at + name.Length).TrimStart() is [',' or '，', ..];

    // "ー 大島和輝": the mark of a long vowel stands for a dash where no vowel is before it.
    private static string Trimmed(string text) =>
        text.TrimStart('ー')
        .Trim(' ', '*', '_', '.', ',', ':', '-', '–', '—', '―', '"', '“', '”', '!', '>', '+', '[', ']', '\u3000', '|', '：');

    // "Kinuko Yasuda - Rudy Galfi (manager)": dashes between people; between a person and a company it is none.
    private static string[]? SplitPeople(string text, Vocabulary vocabulary)
    {
        var people = text.Split(" - ");
        return people.Length > 1 && Array.TrueForAll(people, person => IsFullName(NameDetails.WithoutBrackets(person).Text))
            ? people : null;

        bool IsFullName(string name) =>
            name.Contains(' ', StringComparison.Ordinal) && !HasAffiliation(name)
                && NameClassifier.Classify(name, vocabulary) >= NameConfidence.Strong;
    }

    /// <summary>Cuts a text at its joints, brackets left whole.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '（' or '[' ? 1 : text[i] is ')' or '）' or ']' ? -1 : 0;
            if (depth > 0 || !JointStarts.Contains(text[i]))
                continue;
            foreach (var joint in Words.NameJoints)
            {
                if (string.CompareOrdinal(text, i, joint, 0, joint.Length) != 0 || IsInWord(text, i))
                    continue;
                parts.Add(text[start..i]);
                start = i + joint.Length;
                i = start - 1;
                break;
            }
        }

        parts.Add(text[start..]);
        parts.RemoveAll(string.IsNullOrWhiteSpace);
        return parts;
    }

    // "R&D", "AT&T"
    private static bool IsInWord(string text, int at)
    {
        if (text[at] != '&' || at == 0 || at + 1 == text.Length)
            return false;
        var isBeforeSmall = at > 1 && char.IsLetter(text[at - 2]) && !char.IsUpper(text[at - 2]);
        return char.IsUpper(text[at - 1]) && char.IsUpper(text[at + 1]) && !isBeforeSmall;
    }

    // "Name, Company" and "Name, Name": a part behind a comma is a person only when it reads as one and as no company.
    private static bool ReadCommaParts(string text, Vocabulary vocabulary, bool isLabelled, List<SpeakerName> names)
    {
        var pieces = SplitCommas(text);
        var first = names.Count;
        for (var i = 0; i < pieces.Count; i++)
        {
            var name = ReadOne(pieces[i], vocabulary, isLabelled && i == 0);
            var isAfterJob = i > 1 && HasAffiliation(pieces[i - 1]);
            // "Elena Morozova, Weaveworks": who has both names stands beside others who have.
            var isCompany = names.Count > first && IsOneWord(name?.Name) && !IsOneWord(names[first].Name);
            var isPerson = !isCompany && !isAfterJob && IsPerson(name, pieces[i]);
            if (name is not null && (i == 0 || isPerson))
                names.Add(name);
            else if (names.Count > first)
                names[^1] = WithDetail(names[^1], pieces[i].Trim());
            else
                return false;
        }

        return names.Count > first;
    }

    private static bool IsPerson(SpeakerName? name, string piece) =>
        name is { Confidence: >= NameConfidence.Strong } && !HasAffiliation(NameDetails.WithoutBrackets(piece).Text)
        && !piece.Trim().StartsWith('@');

    private static bool IsOneWord(string? name) => name is [< '\u3040', ..] && !name.Contains(' ', StringComparison.Ordinal);

    // A company behind it makes a doubtful name in a script without capitals a good one.
    private static SpeakerName WithDetail(SpeakerName name, string detail)
    {
        var isDoubtful = name is { Name: [>= '\u3040', ..], Confidence: NameConfidence.Weak };
        var isCompany = !detail.Any(char.IsDigit) && !NameClassifier.IsClause(name.Detail + detail);
        return name with
        {
            Detail = NameDetails.Joined(name.Detail, detail),
            Confidence = isDoubtful && isCompany ? NameConfidence.Strong : name.Confidence,
        };
    }

    private static List<string> SplitCommas(string text)
    {
        var pieces = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '（' or '[' ? 1 : text[i] is ')' or '）' or ']' ? -1 : 0;
            if (text[i] is ',' or '，' && depth <= 0)
            {
                pieces.Add(text[start..i]);
                start = i + 1;
            }
        }

        pieces.Add(text[start..]);
        pieces.RemoveAll(string.IsNullOrWhiteSpace);
        return pieces;
    }

    private static SpeakerName? ReadOne(string piece, Vocabulary vocabulary, bool isLabelled)
    {
        var (text, detail) = NameDetails.WithoutBrackets(Trimmed(piece));
        (text, detail) = NameDetails.WithoutPlace(text, detail);
        var (bare, title) = NameDetails.WithoutHonorifics(text);
        detail = NameDetails.Joined(title, detail);
        (bare, detail) = NameDetails.WithoutNickname(bare, detail);
        (bare, detail) = NameDetails.WithoutAddress(bare, detail);
        (bare, detail) = NameDetails.WithoutHandle(bare, detail);
        bare = Trimmed(OthersToo.Replace(bare, ""));
        if (bare.Length == 0)
            return null;
        if (isLabelled)
            (bare, detail) = NameDetails.WithoutCompany(bare, detail);
        var confidence = NameClassifier.Classify(bare, vocabulary);
        if (title is not null && confidence != NameConfidence.None)
            confidence = NameConfidence.Certain;
        if (confidence < NameConfidence.Strong && IsCalled(bare, title, detail))
            confidence = NameConfidence.Strong;
        if (confidence == NameConfidence.None && isLabelled && IsShortText(bare))
            confidence = NameConfidence.Weak;
        var isDetailed = detail is not null && bare[0] >= '\u3040' && piece.AsSpan().IndexOfAny(':', '：') < 0;
        if (confidence == NameConfidence.Weak && isDetailed)
            confidence = NameConfidence.Strong;
        if (!vocabulary.HasKana)
            (bare, detail) = NameDetails.WithoutCompanyBefore(bare, detail);
        return confidence == NameConfidence.None ? null : new SpeakerName(bare, detail, confidence);
    }

    // "Dr. Muster", "Ada @ada", "Ada Stone @ada": an honorific or a handle says that a person is meant.
    private static bool IsCalled(string bare, string? title, string? detail)
    {
        var hasHandle = detail is ['@', ..];
        if (bare.Contains(' ', StringComparison.Ordinal))
            return hasHandle && bare.Split(' ').All(IsCapitalisedName);
        if (!hasHandle && title is null)
            return false;
        return IsShortText(bare) && !Words.NotNames.Has(bare);
    }

    private static bool IsCapitalisedName(string word)
    {
        if (word.Length < 2 || !char.IsUpper(word[0]))
            return false;
        return !Words.NotNames.Has(word) || Words.SurnamesThatAreWords.Has(word);
    }

    private static bool IsShortText(string text) =>
        text.Length < 50 && text.Count(c => c == ' ') < 4 && HasWords(text);

    private static bool HasWords(string text) => text.Any(char.IsLetter) && !text.Contains("://", StringComparison.Ordinal);

    /// <summary>Whether a word of a text is a company's or a job's.</summary>
    internal static bool HasAffiliation(string piece)
    {
        foreach (var word in piece.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Words.Affiliations.Has(word.Trim('.', ',')))
                return true;
        }

        return false;
    }
}
