using System.Globalization;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Api.Pages;

/// <summary>Display texts of the API's values.</summary>
internal static class Labels
{
    /// <summary>English names of languages. The program is published without the globalization data that contains them.</summary>
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar"] = "Arabic",
        ["bg"] = "Bulgarian",
        ["ca"] = "Catalan",
        ["cs"] = "Czech",
        ["da"] = "Danish",
        ["de"] = "German",
        ["el"] = "Greek",
        ["en"] = "English",
        ["es"] = "Spanish",
        ["et"] = "Estonian",
        ["fa"] = "Persian",
        ["fi"] = "Finnish",
        ["fr"] = "French",
        ["he"] = "Hebrew",
        ["hi"] = "Hindi",
        ["hr"] = "Croatian",
        ["hu"] = "Hungarian",
        ["id"] = "Indonesian",
        ["it"] = "Italian",
        ["ja"] = "Japanese",
        ["ko"] = "Korean",
        ["lt"] = "Lithuanian",
        ["lv"] = "Latvian",
        ["nl"] = "Dutch",
        ["no"] = "Norwegian",
        ["nb"] = "Norwegian",
        ["pl"] = "Polish",
        ["pt"] = "Portuguese",
        ["ro"] = "Romanian",
        ["ru"] = "Russian",
        ["sk"] = "Slovak",
        ["sl"] = "Slovenian",
        ["sr"] = "Serbian",
        ["sv"] = "Swedish",
        ["th"] = "Thai",
        ["tr"] = "Turkish",
        ["uk"] = "Ukrainian",
        ["vi"] = "Vietnamese",
        ["zh"] = "Chinese",
    };

    /// <summary>Returns the label of a value of a facet.</summary>
    public static string Of(Facet facet, string value) =>
        facet == Facet.Kind ? Kind(value) : facet == Facet.Language ? Language(value) : value;

    public static string Language(string code) => Words.Text(Languages.GetValueOrDefault(code, code));

    /// <summary><c>lightning_talk</c> → "Lightning talk".</summary>
    public static string Kind(string kind) => kind switch
    {
        "q_and_a" => Words.Text("Questions & answers"),
        "post" => Words.Text("Blog post"),
        "" => "",
        _ => Words.Text(char.ToUpperInvariant(kind[0]) + kind[1..].Replace('_', ' ')),
    };

    /// <summary>Returns the label of a value of the filter <c>has</c>.</summary>
    public static string Has(string part) => part switch
    {
        "code" => Words.Text("Code"),
        "qa" => Words.Text("Questions & answers"),
        "video" => Words.Text("Video"),
        _ => Words.Text("Quotes"),
    };

    /// <summary>"7 July 2013".</summary>
    public static string Date(DateOnly date) => Words.Text("{0} {1} {2}", Year(date.Day), Words.Month(date.Month), Year(date.Year));

    /// <summary>A number without group separators: "2013".</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>"6 to 7 July 2013", "7 July 2013"; <see langword="null"/> when the days are unknown.</summary>
    public static string? Days(DateOnly? first, DateOnly? last) => (first, last) switch
    {
        ({ } from, { } to) when from == to => Date(from),
        ({ } from, { } to) when (from.Year, from.Month) == (to.Year, to.Month) =>
            Words.Text("{0} to {1} {2} {3}", Year(from.Day), Year(to.Day), Words.Month(to.Month), Year(to.Year)),
        ({ } from, { } to) => Words.Text("{0} to {1}", Date(from), Date(to)),
        _ => null,
    };

    /// <summary>"2013", "2013 to 2017"; <see langword="null"/> when the years are unknown.</summary>
    public static string? Years(int? first, int? last) => first is null ? null
        : first == last ? Year(first.Value) : Words.Text("{0} to {1}", Year(first.Value), Year(last ?? first.Value));

    /// <summary>Returns the topic, or the kind and the speaker where the notes give no topic: "Lightning talk by Ada Quill".</summary>
    public static string Topic(StoredTalk stored) =>
        ByLine(stored) is { Length: > 0 } before ? before + stored.Talk.Topic : Capitalized(stored.Talk.Topic);

    /// <summary>Returns what stands before the topic of a talk that has only a speaker: "Lightning talk by "; otherwise an empty
    /// string.</summary>
    public static string ByLine(StoredTalk stored) => stored.Talk.Speakers is [{ } only] && only.Name == stored.Talk.Topic
        ? Words.Text("{0} by ", Kind(TalkKindNames.Of(stored.Talk.Kind))) : "";

    /// <summary>Returns a title with a capital at its start: "profiling Go services" → "Profiling Go services". A first word that has a
    /// spelling of its own stays: "iOS", "node.js", "k8s".</summary>
    public static string Capitalized(string title)
    {
        var end = title.IndexOf(' ', StringComparison.Ordinal);
        var first = title.AsSpan(0, end < 0 ? title.Length : end).TrimEnd(",.:;?!…");
        foreach (var letter in first)
        {
            if (!char.IsLower(letter) && letter is not ('-' or '\'' or '’'))
                return title;
        }

        return first.Length == 0 ? title : char.ToUpperInvariant(title[0]) + title[1..];
    }

    /// <summary>"1 talk", "2,345 talks".</summary>
    public static string Count(long count, string one) =>
        Words.Count(count, one);
}
