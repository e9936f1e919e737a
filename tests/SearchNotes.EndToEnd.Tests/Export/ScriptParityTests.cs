using SearchNotes.Api.Responses;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>The engine for browsers reads letters of all scripts, signs and options as the engine in C# does.</summary>
public sealed class ScriptParityTests : IDisposable
{
    private const string Notes = """
        ---
        title: X Conf 2022
        tags: [conference]
        date: 2022-02-02
        ---

        # Ada Muster on Letters

        Всё ещё её ёлка. Λόγος και ΟΔΟΣ. הַרְצָאָה על צה"ל. الأخطاء في کتاب. हिन्दी १२३. 한국어 데이터베이스. ﾃﾞｰﾀﾍﾞｰｽの話とプログラミング。
        เขาพูดถึงฐานข้อมูลขนาดใหญ่ในปี๒๕๖๕ ພາສາລາວ ភាសាខ្មែរ မြန်မာစာ 資料庫的數值, ﬂag ≠ ½ § 3, go1.21.5, 2023 and 45 kg.

        # Bo Beispiel on Code

        Cell`tui` with `foo`s and `a ?? b`:

        ```ts
        gcc -Wall ... ?. x
        ```

        # Cy Test on Walls

        The wall of gcc.

        """;

    private readonly string posts = Directory.CreateTempSubdirectory("searchnotes-posts-").FullName;

    public static bool HasNode => NodeEngine.Exists;

    public void Dispose() => Directory.Delete(posts, recursive: true);

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task Letters_signs_and_options_are_answered_alike()
    {
        await File.WriteAllTextAsync(Path.Combine(posts, "post.md"), Notes, TestContext.Current.CancellationToken);
        using var site = new ExportedSite(posts);
        string[] queries =
        [
            "все еще", "Ёлка", "λογος ΟΔΟΣ", "הרצאה צהל", "الاخطاء كتاب", "हिंदी 123", "한국어".Normalize(System.Text.NormalizationForm.FormD),
            "데이터베이스", "データベース", "データベース".Normalize(System.Text.NormalizationForm.FormD), "ﾌﾟﾛｸﾞﾗﾐﾝｸﾞ", "プログラミング", "ฐานข้อมูล",
            "2565", "ພາສາ", "ភាសា", "မြန်မာ", "资料库", "flag", "≠", "½", "§", "1.21", "२०२३", "٤٥", "๔๕", "𝟒𝟓", "㎏", "cell", "tui", "foo", "??",
            "?.", "...", "gcc -Wall", "-Wall", "gcc -wall -x", "wall -code", "lang:ts",
        ];

        var answers = await NodeEngine.AskAsync(site.Folder, "search", queries.Select(q => (object)new { q, facets = false }));

        var pairs = queries.Zip(answers, (query, answer) => new AnswerPair(query, Wanted(site, query), answer.Answer!)).ToList();
        Assert.Equal(pairs.Select(pair => pair.Order(pair.Wanted)), pairs.Select(pair => pair.Order(pair.Got)));
        Assert.Equal(pairs.Select(pair => pair.Remarks(pair.Wanted)), pairs.Select(pair => pair.Remarks(pair.Got)));
        Assert.Equal("", string.Join('\n', pairs.SelectMany(pair => pair.FlaggedOtherwise)));
        Assert.All(pairs, pair => Assert.NotEmpty(AnswerPair.Ids(pair.Wanted)));
    }

    private static System.Text.Json.Nodes.JsonNode Wanted(ExportedSite site, string query)
    {
        var request = new SearchRequest { Query = query, Facets = [], Budget = ThreadCost.Patience };
        return System.Text.Json.Nodes.JsonNode.Parse(AnswerJson.Of(site.Searcher.Search(request), request))!; // An answer is an object.
    }
}
