using System.IO.Compression;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>What a reader has to load, and how often to wait for it.</summary>
public sealed class BudgetTests(ExportedSite site) : IClassFixture<ExportedSite>
{
    public static bool HasNode => NodeEngine.Exists;

    [Fact]
    public void Opening_the_box_loads_an_engine_of_14_KB_and_with_the_entry_25()
    {
        var engine = Compressed(site.Files().Single(path => path.StartsWith("engine.", StringComparison.Ordinal)));

        Assert.InRange(engine, 1000, 14 * 1024);
        Assert.InRange(engine + Compressed("searchnotes-index.json"), 1000, 25 * 1024);
    }

    [Theory(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    [InlineData("redis")]
    [InlineData("linear svc")]
    [InlineData("noteb")]
    [InlineData("\"isolation levels\"")]
    [InlineData("speaker:walker redis")]
    [InlineData("redis -haskell")]
    public async Task The_first_query_waits_for_two_rounds_of_files(string query)
    {
        var answer = Assert.Single(await NodeEngine.AskAsync(site.Folder, "search", [new { q = query, facets = false, per_page = 6 }]));

        Assert.NotEmpty(answer.Answer!["hits"]!.AsArray());
        Assert.InRange(answer.Read.Max(file => file.Round), 1, 2);
        Assert.InRange(answer.Read.Sum(file => file.Bytes), 1, 60 * 1024);
    }

    [Fact(Skip = NodeEngine.Missing, SkipUnless = nameof(HasNode))]
    public async Task An_initial_waits_for_few_rounds_however_many_names_begin_with_it()
    {
        var posts = Directory.CreateTempSubdirectory("searchnotes-posts-").FullName;
        foreach (var day in Enumerable.Range(0, 10))
        {
            var talks = Enumerable.Range(day * 15, 15).Select(talk =>
                $"# Ada {Made(talk * 53)}ov on Subject {talk}\n\n{string.Join(' ', Enumerable.Range(talk * 50, 50).Select(Made))}.\n");
            File.WriteAllText(Path.Combine(posts, $"2020-01-{day + 10}-day.md"), string.Join('\n', talks));
        }

        using var own = new ExportedSite(posts);

        var answer = Assert.Single(await NodeEngine.AskAsync(own.Folder, "search", [new { q = "ada s", facets = false, per_page = 6 }]));

        Assert.NotEmpty(answer.Answer!["hits"]!.AsArray());
        Assert.InRange(answer.Read.Max(file => file.Round), 1, 3);
        Directory.Delete(posts, recursive: true);

        static string Made(int number)
        {
            string[] syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi", "yo", "zu"];
            return $"S{syllables[number / 400 % 20]}{syllables[number / 20 % 20]}{syllables[number % 20]}";
        }
    }

    [Fact]
    public void A_changed_sentence_rewrites_few_files()
    {
        var posts = Directory.CreateTempSubdirectory("searchnotes-posts-").FullName;
        foreach (var post in Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus"), "*.md"))
            File.Copy(post, Path.Combine(posts, Path.GetFileName(post)));
        using var own = new ExportedSite(posts);
        var all = own.Files().Count;
        var changed = Path.Combine(posts, "databases-in-the-north.md");
        File.WriteAllText(changed, $"{File.ReadAllText(changed)}\nA sentence about a walrus.\n");

        var report = own.ExportAgain();

        Assert.InRange(report.Written, 1, all / 5);
        Directory.Delete(posts, recursive: true);
    }

    private int Compressed(string path)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(Path.Combine(site.Folder, path)));
        return (int)buffer.Length;
    }
}
