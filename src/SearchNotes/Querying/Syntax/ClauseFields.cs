namespace SearchNotes.Querying.Syntax;

/// <summary>Names of fields and filters in the query syntax, and values of filters.</summary>
internal static class ClauseFields
{
    /// <summary>ISO 639-1 codes. <c>lang:</c> with one of these selects the language of the notes; any other value is a programming
    /// language.</summary>
    private const string LanguageCodes =
        " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu"
        + " fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km"
        + " kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om"
        + " or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr"
        + " ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

    private static readonly Dictionary<string, SearchField> Fields = new(StringComparer.OrdinalIgnoreCase)
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

    private static readonly Dictionary<string, FilterKind> Filters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kind"] = FilterKind.Kind,
        ["year"] = FilterKind.Year,
        ["lang"] = FilterKind.Language,
        ["language"] = FilterKind.Language,
        ["has"] = FilterKind.Has,
    };

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["talk"] = "talk",
        ["keynote"] = "keynote",
        ["panel"] = "panel",
        ["post"] = "post",
        ["workshop"] = "workshop",
        ["tutorial"] = "workshop",
        ["lightning_talk"] = "lightning_talk",
        ["lightning-talk"] = "lightning_talk",
        ["lightning talk"] = "lightning_talk",
        ["lightning"] = "lightning_talk",
        ["q_and_a"] = "q_and_a",
        ["qa"] = "q_and_a",
        ["q&a"] = "q_and_a",
    };

    /// <summary>Returns the field with a name: <c>by</c> → Speaker.</summary>
    public static bool TryField(string name, out SearchField field) => Fields.TryGetValue(name, out field);

    /// <summary>Returns the filter with a name: <c>language</c> → Language.</summary>
    public static bool TryFilter(string name, out FilterKind filter) => Filters.TryGetValue(name, out filter);

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

    /// <summary>Returns the name of a filter in the normal form.</summary>
    public static string NameOf(FilterKind filter) => filter switch
    {
        FilterKind.Kind => "kind",
        FilterKind.Year => "year",
        FilterKind.Has => "has",
        _ => "lang",
    };

    /// <summary>Returns the normal form of a filter value, or <see langword="null"/> when the value is invalid.</summary>
    /// <param name="filter">The filter. <see cref="FilterKind.Language"/> becomes <see cref="FilterKind.CodeLanguage"/> for a programming
    /// language.</param>
    /// <param name="value">The value as typed.</param>
    public static string? ReadValue(ref FilterKind filter, string value)
    {
        if (filter != FilterKind.Language)
        {
            return filter switch
            {
                FilterKind.Kind => Kinds.GetValueOrDefault(value),
                FilterKind.Year => YearRange.TryRead(value, out var years) ? years.ToString() : null,
                _ => ReadHas(value),
            };
        }

        var written = value.ToLowerInvariant();
        var code = written.Length > 2 && written[2] is '-' or '_' ? written[..2] : written;
        if (code.Length == 2 && LanguageCodes.Contains($" {code} ", StringComparison.Ordinal))
            return code;
        filter = FilterKind.CodeLanguage;
        return IsCodeLanguage(written) ? written : null;
    }

    /// <summary>Returns a description of the valid values of a filter, for a note.</summary>
    public static string ValuesOf(FilterKind filter) => filter switch
    {
        FilterKind.Kind => "talk, keynote, lightning_talk, panel, workshop, q_and_a or post",
        FilterKind.Year => "a year such as 2013 or years such as 2012..2014",
        FilterKind.Has => "code, qa or quote",
        _ => "one language such as en or fr, or one of code such as python",
    };

    private static bool IsCodeLanguage(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name[^1] is not ('.' or '-' or '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '.' or '-' or '_');

    private static string? ReadHas(string value) => value.ToLowerInvariant() switch
    {
        "code" => "code",
        "qa" or "q&a" => "qa",
        "quote" or "quotes" => "quote",
        _ => null,
    };
}
