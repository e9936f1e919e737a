using System.Text.RegularExpressions;
using SearchNotes.Api.Pages;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Pages speak the language of most documents, as far as they are translated to it.</summary>
public sealed partial class PageWordsTests
{
    /// <summary>Texts that the code puts together: names of facets, kinds and languages.</summary>
    private static readonly string[] Composed =
    [
        "Speaker", "Tag", "Event", "Kind", "Language", "Year", "Speakers", "Tags", "Events", "Years", "Talk", "Keynote", "Lightning talk",
        "Panel", "Workshop", "Blog post", "Notes with", "English", "German", "French", "Spanish", "Japanese", "Arabic",
    ];

    public static TheoryData<string> Codes => [.. PageLanguage.Codes.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_is_translated_with_its_values(string code)
    {
        var language = PageLanguage.Of(code)!; // One of the codes.
        var texts = Sources().SelectMany(TextsIn).Concat(Composed).Distinct().ToList();

        Assert.InRange(texts.Count, 100, 300);
        foreach (var text in texts)
        {
            var translated = language.Text(text);
            Assert.True(translated != text || SameInSome.Contains(text), $"{code}: \"{text}\" is not translated");
            Assert.Equal(Values(text), Values(translated));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_number_of_things_has_its_words(string code)
    {
        var language = PageLanguage.Of(code)!; // One of the codes.

        foreach (var thing in Sources().SelectMany(text => Counted().Matches(text).Select(match => match.Groups["thing"].Value))
            .Concat(["speaker", "tag", "event", "year", "post", "result"]))
        {
            Assert.All(new long[] { 0, 1, 2, 3, 11, 100, 1000 }, number => Assert.NotEqual("", language.Count(number, thing)));
        }

        Assert.All(Enumerable.Range(1, 12), month => Assert.NotEqual("", language.Month(month)));
    }

    [Theory]
    [InlineData("de", "24. September 2022", "2.345 Vorträge", "1 Vortrag")]
    [InlineData("fr", "24 septembre 2022", "2\u202F345 conférences", "1 conférence")]
    [InlineData("es", "24 de septiembre de 2022", "2.345 charlas", "1 charla")]
    [InlineData("ja", "2022年9月24日", "2,345 件のトーク", "1 件のトーク")]
    [InlineData("ar", "24 سبتمبر 2022", "2٬345 محاضرة", "محاضرة واحدة")]
    [InlineData("en", "24 September 2022", "2,345 talks", "1 talk")]
    public void Dates_and_numbers_are_written_as_the_language_does(string code, string date, string many, string one)
    {
        using var language = Words.Speak(PageLanguage.Of(code));

        Assert.Equal((date, many, one), (Labels.Date(new DateOnly(2022, 9, 24)), Labels.Count(2345, "talk"), Labels.Count(1, "talk")));
    }

    [Fact]
    public async Task A_German_blog_has_German_pages_and_hits_in_their_own_language()
    {
        await using var service = await RunningService.StartAsync();
        for (var i = 1; i <= 9; i++)
            service.Write($"2021-03-0{i}-notizen.md", $"# Drachen und Seile Nummer {i}\n\nDas ist ein Text über Drachen, die im Wind stehen und nicht fallen.\n");
        service.Reindex();
        await service.UntilAsync(async () => (await service.PageAsync("/")).Contains("lang=\"de\"", StringComparison.Ordinal));

        var start = await service.PageAsync("/");
        var hits = await service.PageAsync("/?q=newspapers");
        var nothing = await service.PageAsync("/?q=zeppelin");
        var talk = await service.PageAsync("/talks/2013-07-07-notes-conf-day-two.ada-quill");

        Assert.Contains("<html lang=\"de\">", start, StringComparison.Ordinal);
        Assert.Contains("Den Vortrag finden, nicht den Beitrag.", start, StringComparison.Ordinal);
        Assert.Contains("Beste Treffer", await service.PageAsync("/?q=drachen"), StringComparison.Ordinal);
        Assert.Contains("<article class=\"hit\" lang=\"en\">", hits, StringComparison.Ordinal);
        Assert.Contains("Nichts gefunden zu <q dir=\"auto\">zeppelin</q>", nothing, StringComparison.Ordinal);
        Assert.Contains("7. Juli 2013", talk, StringComparison.Ordinal);
        Assert.Contains("Ähnliche Vorträge", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blog_without_a_language_has_English_pages()
    {
        await using var service = await RunningService.StartAsync();
        foreach (var post in Directory.EnumerateFiles(service.CorpusFolder))
            File.Delete(post);
        service.Write("2021-03-01-x.md", "# X1 - Y2\n\n42 17.\n");
        service.Reindex();
        await service.UntilAsync(async () => !(await service.PageAsync("/")).Contains("Ada Quill", StringComparison.Ordinal));

        Assert.Contains("<html lang=\"en\">", await service.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_stay_text_and_are_never_read_as_a_template()
    {
        Assert.Equal("Website of {1}<b>", Words.Text("Website of {0}", "{1}<b>"));
        Assert.Equal("Did you mean <b>&lt;i&gt;</b>?", MarkedText.Of("Did you mean {0}?", $"<b>{"<i>"}</b>").ToString());
    }

    /// <summary>Words that are the same in some languages.</summary>
    private static readonly HashSet<string> SameInSome =
    [
        ", ", ",", "Blog", "Code", "code", "Feed", "Filter", "Keynote", "Notes", "Page", "Pages", "Panel", "Sections", "Video", "Workshop",
        "Speaker", "{0} {1} {2}", "{0} more", "Tag", "Tags", "Q&A", "Type",
    ];

    private static IEnumerable<string> TextsIn(string source) => Called().Matches(source)
        .SelectMany(call => Quoted().Matches(call.Value).Select(text => text.Groups["text"].Value)).Where(text => text.Length > 0);

    private static IEnumerable<string> Sources() => new[] { "SearchNotes.Api/Pages", "SearchNotes.Export/Pages" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", folder), "*.cs"))
        .Where(file => Path.GetFileName(file) is not ("Words.cs" or "PageLanguage.cs")).Select(File.ReadAllText);

    private static IEnumerable<string> Values(string text) => Placeholders().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    // Words.Text("…"), MarkedText.Of(one ? "…" : "…", …): the texts directly behind the parenthesis.
    [GeneratedRegex("""(?:Words\.Text|MarkedText\.Of)\((?:[\w.]+ == 1 \? "[^"]+" : )?"[^"]+" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Called();

    [GeneratedRegex(""" "(?<text>[^"]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();

    [GeneratedRegex("""Labels\.Count\([\w.]+, "(?<thing>[\w ]+)"\)""")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholders();
}
