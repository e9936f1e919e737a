using System.Collections.Frozen;
using System.Text.Json;

namespace SearchNotes.Api.Pages;

/// <summary>The words of pages in one language; <c>words/LANGUAGE.json</c> holds those of all languages but English.</summary>
internal sealed class PageLanguage
{
    private static readonly FrozenDictionary<string, Lazy<PageLanguage>> Translated = typeof(PageLanguage).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => Path.GetFileNameWithoutExtension(name[Folder.Length..]), name => new Lazy<PageLanguage>(() => Read(name)));

    private const string Folder = "Pages/words/";

    private readonly FrozenDictionary<string, string> texts;
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> counts;
    private readonly string[] months;

    private PageLanguage(string code, JsonElement json)
    {
        Code = code;
        texts = Members(json.GetProperty("texts"));
        counts = json.GetProperty("counts").EnumerateObject().ToFrozenDictionary(count => count.Name, count => Members(count.Value));
        months = [.. json.GetProperty("months").EnumerateArray().Select(month => month.GetString()!)]; // The file holds texts.
    }

    /// <summary>The two-letter code of the language.</summary>
    public string Code { get; }

    /// <summary>The codes of all languages but English.</summary>
    public static IEnumerable<string> Codes => Translated.Keys;

    /// <summary>Returns a language; <see langword="null"/> for English and for languages that pages are not translated to.</summary>
    public static PageLanguage? Of(string? code) => code is not null && Translated.TryGetValue(code, out var found) ? found.Value : null;

    /// <summary>Returns the translation of an English text; the text itself when there is none.</summary>
    public string Text(string english) => texts.GetValueOrDefault(english, english);

    /// <summary>Returns the name of a month, 1 to 12.</summary>
    public string Month(int month) => months[month - 1];

    /// <summary>Returns the words for a number of things, with <c>{0}</c> for the number.</summary>
    public string Count(long number, string one) => counts[one] is var forms && forms.TryGetValue(PluralOf(number), out var form) ? form : forms["other"];

    /// <summary>Returns the plural category of a number, by the rules of the Unicode CLDR.</summary>
    private string PluralOf(long number) => Code switch
    {
        "ar" => (number, number % 100) switch
        {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, >= 3 and <= 10) => "few",
            (_, >= 11) => "many",
            _ => "other",
        },
        "fr" => number is 0 or 1 ? "one" : "other",
        _ => number == 1 ? "one" : "other",
    };

    private static PageLanguage Read(string resource)
    {
        using var stream = typeof(PageLanguage).Assembly.GetManifestResourceStream(resource)!; // The name is that of a resource.
        using var document = JsonDocument.Parse(stream);
        return new(Path.GetFileNameWithoutExtension(resource[Folder.Length..]), document.RootElement);
    }

    private static FrozenDictionary<string, string> Members(JsonElement json) =>
        json.EnumerateObject().ToFrozenDictionary(member => member.Name, member => member.Value.GetString()!); // The file holds texts.
}
