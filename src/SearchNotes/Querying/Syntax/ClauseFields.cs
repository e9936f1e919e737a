using SearchNotes.Talks;

namespace SearchNotes.Querying.Syntax;

/// <summary>Names of fields in the query syntax, and values of its filters.</summary>
internal static class ClauseFields
{
    /// <summary>ISO 639-1 codes. <c>lang:</c> with one of these selects the language of the notes; any other value is a programming
    /// language.</summary>
    public const string LanguageCodes =
        " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu"
        + " fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km"
        + " kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om"
        + " or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr"
        + " ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

    /// <summary>The fields by name.</summary>
    public static readonly IReadOnlyDictionary<string, SearchField> Fields =
        new Dictionary<string, SearchField>(StringComparer.OrdinalIgnoreCase)
        {
            ["speaker"] = SearchField.Speaker,
            ["speakers"] = SearchField.Speaker,
            ["by"] = SearchField.Speaker,
            ["topic"] = SearchField.Topic,
            ["title"] = SearchField.Topic,
            ["event"] = SearchField.Event,
            ["conference"] = SearchField.Event,
            ["tag"] = SearchField.Tag,
            ["tags"] = SearchField.Tag,
            ["code"] = SearchField.Code,
            ["qa"] = SearchField.Qa,
            ["quote"] = SearchField.Quote,
            ["quotes"] = SearchField.Quote,
        };

    /// <summary>The kinds by the spellings that <c>kind:</c> takes.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>(
        TalkKindNames.All.Select(static name => KeyValuePair.Create(name, name)), StringComparer.OrdinalIgnoreCase)
    {
        ["tutorial"] = TalkKindNames.Of(TalkKind.Workshop),
        ["lightning"] = TalkKindNames.Of(TalkKind.LightningTalk),
        ["lightning-talk"] = TalkKindNames.Of(TalkKind.LightningTalk),
        ["lightning talk"] = TalkKindNames.Of(TalkKind.LightningTalk),
        ["qa"] = TalkKindNames.Of(TalkKind.QAndA),
        ["q&a"] = TalkKindNames.Of(TalkKind.QAndA),
    };

    /// <summary>Returns the field with a name: <c>by</c> → Speaker.</summary>
    public static bool TryField(string name, out SearchField field) => Fields.TryGetValue(name, out field);

    /// <summary>Returns the name of a field in the normal form.</summary>
    public static string NameOf(SearchField field) => field switch
    {
        SearchField.Speaker => "speaker",
        SearchField.Topic => "topic",
        SearchField.Event => "event",
        SearchField.Tag => "tag",
        SearchField.Code => "code",
        SearchField.Qa => "qa",
        _ => "quote",
    };

    /// <summary>Returns the normal form of a filter value, or <see langword="null"/> when the value is invalid.</summary>
    /// <param name="filter">The filter. A language becomes <see cref="QueryFilter.CodeLanguage"/> for a programming language.</param>
    /// <param name="value">The value as typed.</param>
    public static string? ReadValue(ref QueryFilter filter, string value)
    {
        if (filter == QueryFilter.Has)
            return ReadHas(value);
        if (filter.Facet == Facet.Kind)
            return Kinds.GetValueOrDefault(value);
        if (filter.Facet == Facet.Year)
            return YearRange.TryRead(value, out var years) ? years.ToString() : null;
        if (filter.Facet != Facet.Language)
            return value;

        var written = value.ToLowerInvariant();
        var code = written.Length > 2 && written[2] is '-' or '_' ? written[..2] : written;
        if (code.Length == 2 && LanguageCodes.Contains($" {code} ", StringComparison.Ordinal))
            return code;
        filter = QueryFilter.CodeLanguage;
        return IsCodeLanguage(written) ? written : null;
    }

    /// <summary>Returns a description of the valid values of a filter, for a note.</summary>
    public static string ValuesOf(QueryFilter filter) =>
        filter == QueryFilter.Has ? Either(ContentNames.All)
        : filter.Facet is { Values: { Count: > 0 } values } ? Either(values)
        : filter.Facet == Facet.Year ? "a year such as 2013 or years such as 2012..2014"
        : "one language such as en or fr, or one of code such as python";

    private static string Either(IReadOnlyList<string> names) => $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";

    private static bool IsCodeLanguage(string name) =>
        name is [var first, ..] and [.., not ('.' or '-' or '_')] && char.IsAsciiLetter(first)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '.' or '-' or '_');

    private static string? ReadHas(string value) => value.ToLowerInvariant() switch
    {
        "q&a" => "qa",
        "quotes" => "quote",
        var name => ContentNames.All.Contains(name, StringComparer.Ordinal) ? name : null,
    };
}
