using System.Collections.Frozen;
using SearchNotes.Talks;

namespace SearchNotes.Querying;

/// <summary>Words that mean a kind of session when they are a query, or when they begin or end it.</summary>
internal static class KindWords
{
    private static readonly (TalkKind Kind, string Words)[] Written =
    [
        (TalkKind.Keynote, "keynotes|keynote|keynote talks|keynote speeches|基調講演|キーノート"),
        (TalkKind.LightningTalk, "lightning talks|lightning talk|lightnings|kurzvorträge|blitzvorträge|charlas relámpago|conférences éclair|ライトニングトーク"),
        (TalkKind.Panel, "panels|panel|panel discussions|panel discussion|podiumsdiskussionen|podiumsdiskussion|パネルディスカッション"),
        (TalkKind.Workshop, "workshops|workshop|tutorials|ateliers|talleres|ワークショップ"),
        (TalkKind.QAndA, "q&a|q&a sessions|questions and answers|question sessions|fragerunden|fragerunde"),
    ];

    /// <summary>Words that may stand for something else beside other words: a panel of a dashboard, a workshop as a place.</summary>
    private static readonly FrozenSet<string> OnlyAlone =
        "keynote|lightning talk|lightnings|panel|panels|workshop|q&a|tutorials|ateliers".Split('|').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kinds by their words, in lower case with single spaces.</summary>
    public static FrozenDictionary<string, TalkKind> ByWords { get; } = Written
        .SelectMany(kind => kind.Words.Split('|'), (kind, words) => KeyValuePair.Create(words, kind.Kind))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those of <see cref="ByWords"/> that mean the kind beside other words as well.</summary>
    public static IReadOnlyList<string> BesideOthers { get; } =
        [.. ByWords.Keys.Where(words => !OnlyAlone.Contains(words)).Order(StringComparer.Ordinal)];

    /// <summary>Returns the kind that a query names, and the rest of the query; <see langword="null"/> when it names none.</summary>
    public static (TalkKind Kind, string Others)? Find(string query)
    {
        var words = Normal(query);
        if (ByWords.TryGetValue(words, out var kind))
            return (kind, "");
        foreach (var phrase in BesideOthers)
        {
            if (words.StartsWith(phrase + " ", StringComparison.Ordinal))
                return (ByWords[phrase], words[(phrase.Length + 1)..]);
            if (words.EndsWith(" " + phrase, StringComparison.Ordinal))
                return (ByWords[phrase], words[..^(phrase.Length + 1)]);
        }

        return null;
    }

    /// <summary>Returns a query in lower case with single spaces; hyphens between words are spaces.</summary>
    private static string Normal(string query)
    {
        var words = query.Split((char[])[' ', '\t', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words).ToLowerInvariant();
        return text.StartsWith("lightning-", StringComparison.Ordinal) ? "lightning " + text[10..] : text;
    }
}
