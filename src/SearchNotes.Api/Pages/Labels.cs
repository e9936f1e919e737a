using System.Globalization;
using SearchNotes.Querying;

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

    public static string Language(string code) => Languages.GetValueOrDefault(code, code);

    /// <summary><c>lightning_talk</c> → "Lightning talk".</summary>
    public static string Kind(string kind) => kind switch
    {
        "q_and_a" => "Questions & answers",
        "post" => "Blog post",
        "" => "",
        _ => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('_', ' '),
    };

    /// <summary>Returns the label of a value of the filter <c>has</c>.</summary>
    public static string Has(string part) => part switch
    {
        "code" => "Code",
        "qa" => "Questions & answers",
        "video" => "Video",
        _ => "Quotes",
    };

    /// <summary>"7 July 2013".</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"1 talk", "2,345 talks".</summary>
    public static string Count(long count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {one}{(count == 1 ? "" : "s")}");
}
