using System.Globalization;
using System.Text;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The words of the page that is being made, in the language of the blog. The keys are the English words.</summary>
/// <remarks>A flow of execution has one language, like .NET's <see cref="CultureInfo.CurrentUICulture"/>, which cannot be used because the
/// program is published without globalization data.</remarks>
internal static class Words
{
    private static readonly AsyncLocal<PageLanguage?> Current = new();
    private static Known? latest;

    /// <summary>The code of the language.</summary>
    public static string Language => Current.Value?.Code ?? "en";

    /// <summary>Whether the language is written from right to left.</summary>
    public static bool IsRightToLeft => Language == "ar";

    /// <summary>Makes pages speak the language of most documents, until the result is disposed. English if that is none of the languages
    /// that pages are translated to.</summary>
    public static IDisposable Speak(ITalkSearcher searcher) => Speak(LanguageOf(searcher));

    /// <summary>Makes pages speak a language until the result is disposed; English for <see langword="null"/>.</summary>
    public static IDisposable Speak(PageLanguage? language)
    {
        var scope = new Scope(Current.Value);
        Current.Value = language;
        return scope;
    }

    /// <summary>Returns a text.</summary>
    /// <param name="english">The text in English, with <c>{0}</c> for the first value.</param>
    /// <param name="values">The values.</param>
    public static string Text(string english, params ReadOnlySpan<string> values)
    {
        var template = Current.Value?.Text(english) ?? english;
        if (values.Length == 0)
            return template;
        var text = new StringBuilder();
        foreach (var (literal, value) in PartsOf(template))
            text.Append(literal).Append(value is { } index ? values[index] : "");
        return text.ToString();
    }

    /// <summary>Returns the name of a month, 1 to 12.</summary>
    public static string Month(int month) => Current.Value?.Month(month) ?? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    /// <summary>Returns a number of things: "1 talk", "2,345 talks".</summary>
    /// <param name="count">The number.</param>
    /// <param name="one">The thing, in English and in the singular.</param>
    public static string Count(long count, string one)
    {
        var number = Number(count);
        return Current.Value is { } language ? language.Count(count, one).Replace("{0}", number, StringComparison.Ordinal)
            : $"{number} {one}{(count == 1 ? "" : "s")}";
    }

    /// <summary>Returns a number with group separators: "2,345".</summary>
    public static string Number(long number) =>
        number.ToString("N0", CultureInfo.InvariantCulture).Replace(",", Text(","), StringComparison.Ordinal);

    /// <summary>Returns the parts of a text: what stands there, and the number of the value that follows.</summary>
    /// <param name="english">The text in English.</param>
    public static IReadOnlyList<(string Literal, int? Value)> Parts(string english) => PartsOf(Current.Value?.Text(english) ?? english);

    private static List<(string Literal, int? Value)> PartsOf(string template)
    {
        var parts = new List<(string, int?)>();
        var done = 0;
        for (var at = template.IndexOf('{', StringComparison.Ordinal); at >= 0; at = template.IndexOf('{', done))
        {
            parts.Add((template[done..at], template[at + 1] - '0'));
            done = at + 3;
        }

        parts.Add((template[done..], null));
        return parts;
    }

    private static PageLanguage? LanguageOf(ITalkSearcher searcher)
    {
        if (Volatile.Read(ref latest) is { } known && (known.Generation, known.BuiltAt) == (searcher.Generation, searcher.BuiltAt))
            return known.Language;
        var counts = searcher.Search(new SearchRequest { Facets = [Facet.Language], PerPage = 1 }).Facets[Facet.Language];
        // Posts of a few words may all have no language.
        var most = counts.Where(count => count.Value.Length == 2).OrderByDescending(count => count.Count).FirstOrDefault();
        var language = most.Count * 2 > counts.Sum(count => count.Count) ? PageLanguage.Of(most.Value) : null;
        Volatile.Write(ref latest, new Known(searcher.Generation, searcher.BuiltAt, language));
        return language;
    }

    /// <summary>The language of a commit, which every page of it asks for.</summary>
    private sealed record Known(long Generation, DateTimeOffset BuiltAt, PageLanguage? Language);

    private sealed class Scope(PageLanguage? before) : IDisposable
    {
        public void Dispose() => Current.Value = before;
    }
}
