using System.Text.RegularExpressions;
using Xunit;

namespace SearchNotes.Tests;

/// <summary>Who may use whom, read from the sources so that a failure names the file and the line.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] StepsOfTalks = ["Blocks", "Readings", "Candidates", "Features", "Model", "Decoder", "Starts"];

    private static readonly string[] Steps = ["Posts", "Talks", "Indexing", "Highlighting", "Querying"];

    private static readonly string[] QueryingFolders = ["Syntax", "Facets", "Matching", "Snapshots", "Planning", "Scoring", "Candidates"];

    // What is asked and answered, and what the whole of Querying goes by.
    private static readonly string[] QueryingData =
    [
        "Querying/SearchRequest.cs", "Querying/SearchResult.cs", "Querying/Facet.cs", "Querying/ContentNames.cs", "Querying/TextField.cs",
        "Querying/MatchTier.cs", "Querying/Ranking.cs", "Querying/Deadline.cs", "Querying/ISemanticScorer.cs", "Querying/SemanticRanking.cs",
    ];

    private static readonly string[] ApiFolders =
        ["Hosting", "Responses", "Search", "OpenApi", "Talks", "Health", "Middleware", "Insights", "Assistants", "Reindexing", "Box",
            "Pages"];

    private static readonly string[] ApiExceptions =
    [
        "Responses/Json.cs", // Lists the types of every answer.
        "Responses/AnswerJson.cs", // Writes every answer for the command line.
        "Search/ApiNames.cs", // Lists the words of every enumeration.
        "Search/SearchApi.cs", // A search is logged.
        "Middleware/ProblemWriter.cs", // Browsers are told of a problem by a page.
    ];

    [Fact]
    public void A_step_uses_the_steps_before_it_and_never_those_after()
    {
        var wrong =
            from line in Code("SearchNotes")
            from step in UsedSteps(line.Text)
            where Array.IndexOf(Steps, step) > Array.IndexOf(Steps, line.Folder)
            select line.ToString();

        Assert.Empty(wrong);
    }

    [Fact]
    public void Inside_Talks_a_folder_uses_those_before_it_and_never_those_after()
    {
        var wrong =
            from line in Code("SearchNotes")
            where line.Path.StartsWith("SearchNotes/Talks/", StringComparison.Ordinal)
            let folder = line.Path.Split('/')[2]
            from used in StepsOfTalks
            where line.Text == $"using SearchNotes.Talks.{used};" && Array.IndexOf(StepsOfTalks, folder) >= 0 && Array.IndexOf(StepsOfTalks, used) > Array.IndexOf(StepsOfTalks, folder)
            select line.ToString();

        Assert.Empty(wrong);
        Assert.Equal(StepsOfTalks.Order(), Directory.GetDirectories(Path.Combine(Repository.Root, "src", "SearchNotes", "Talks")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Every_folder_of_the_engine_is_a_step()
    {
        var folders = Code("SearchNotes").Select(line => line.Folder).Where(folder => folder.Length > 0).Distinct();

        Assert.Equal(Steps.Order(), folders.Order());
    }

    [Theory]
    [InlineData("Markdig", "Talks")]
    [InlineData("Lucene.Net", "Indexing", "Highlighting", "Querying", "Posts/Languages/TextLanguage.cs")]
    [InlineData("YamlDotNet", "Posts")]
    [InlineData("Tomlyn", "Posts")]
    public void A_library_is_known_in_few_places(string library, params string[] places)
    {
        var elsewhere = Code("SearchNotes", "SearchNotes.OpenSearch", "SearchNotes.Api", "SearchNotes.Export", "SearchNotes.Cli")
            .Where(line => Names(line.Text, library)
                && !places.Any(place => $"{line.Path}/".StartsWith($"SearchNotes/{place}/", StringComparison.Ordinal)));

        Assert.Empty(elsewhere.Select(line => line.ToString()));
    }

    [Theory]
    [InlineData("System.Text.Json")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.Extensions")]
    [InlineData("System.Net.Http")]
    [InlineData("System.CommandLine")]
    [InlineData("Spectre")]
    [InlineData("Console")]
    public void The_engine_knows_no_JSON_no_web_and_no_console(string name) =>
        Assert.Empty(Code("SearchNotes").Where(line => Names(line.Text, name)).Select(line => line.ToString()));

    [Theory]
    [InlineData("Spectre", "SearchNotes", "SearchNotes.Api", "SearchNotes.Export")]
    [InlineData("System.CommandLine", "SearchNotes", "SearchNotes.Api", "SearchNotes.Export")]
    [InlineData("SearchNotes.Cli", "SearchNotes", "SearchNotes.Api", "SearchNotes.Export")]
    [InlineData("SearchNotes.Export", "SearchNotes", "SearchNotes.Api", "SearchNotes.OpenSearch")]
    [InlineData("SearchNotes.OpenSearch", "SearchNotes", "SearchNotes.Api", "SearchNotes.Export")]
    [InlineData("SearchNotes.Api", "SearchNotes", "SearchNotes.OpenSearch")]
    public void A_project_knows_nothing_of_those_that_stand_on_it(string name, params string[] projects) =>
        Assert.Empty(Code(projects).Where(line => Names(line.Text, name)).Select(line => line.ToString()));

    [Theory]
    [InlineData("SearchNotes")]
    [InlineData("SearchNotes.Api")]
    [InlineData("SearchNotes.OpenSearch")]
    [InlineData("SearchNotes.Export")]
    [InlineData("SearchNotes.Cli")]
    public void No_files_of_a_project_use_each_other(string project) => Assert.Empty(SourceGraph.Read(project).Cycles());

    [Fact]
    public void A_folder_of_Querying_uses_those_before_it_and_plain_data() => Assert.Empty(
        from use in UsesAgainst(SourceGraph.Read("SearchNotes"), "Querying/", QueryingFolders)
        where !QueryingData.Contains(use.To)
        select $"{use.From} uses {use.To}");

    [Fact]
    public void A_folder_of_the_service_uses_those_before_it() => Assert.Empty(
        from use in UsesAgainst(SourceGraph.Read("SearchNotes.Api"), "", ApiFolders)
        where !ApiExceptions.Contains(use.From) && use.To != "ServeOptions.cs"
        select $"{use.From} uses {use.To}");

    /// <summary>Uses of a later folder, or of a file that stands above the folders, by a file in one of the folders.</summary>
    private static IEnumerable<(string From, string To)> UsesAgainst(SourceGraph sources, string above, string[] order)
    {
        var inside = sources.Uses.Where(use => use.From.StartsWith(above, StringComparison.Ordinal)
            && use.To.StartsWith(above, StringComparison.Ordinal)).ToList();
        Assert.Equal(order.Order(), inside.Select(use => Folder(use.From)).Where(folder => folder.Length > 0).Distinct().Order());
        return inside.Where(use => Folder(use.From).Length > 0 && Place(use.To) > Place(use.From));

        string Folder(string path) => path[above.Length..].Split('/') is [var folder, _, ..] ? folder : "";
        int Place(string path) => Folder(path) is { Length: > 0 } folder ? Array.IndexOf(order, folder) : order.Length;
    }

    private static bool Names(string line, string name) =>
        Regex.IsMatch(line, $@"(?<![\w.]){Regex.Escape(name)}(?=[.;\s(])", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> UsedSteps(string line) => StepName().Matches(line).Select(match => match.Groups["step"].Value);

    /// <summary>Every line of code; comments may point anywhere.</summary>
    private static IEnumerable<CodeLine> Code(params string[] projects) =>
        from project in projects
        let root = Path.Combine(Repository.Root, "src", project)
        from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(root, file).Replace('\\', '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
        from line in File.ReadLines(file)
        .Select((text, i) => new CodeLine($"{project}/{path}", path.Contains('/') ? path.Split('/')[0] : "", i + 1, text.Trim()))
        where !line.Text.StartsWith("//", StringComparison.Ordinal)
        select line;

    // "using SearchNotes.Querying;" and "Querying.TalkSearcher", but neither "CurrentQuerying" nor "namespace SearchNotes.Talks;".
    [GeneratedRegex(@"(?<!namespace\s.*)(?<![\w.])(SearchNotes\.)?(?<step>Posts|Talks|Indexing|Highlighting|Querying)(;|\.[A-Z])",
        RegexOptions.None, 1000)]
    private static partial Regex StepName();

    private sealed record CodeLine(string Path, string Folder, int Number, string Text)
    {
        public override string ToString() => $"{Path}:{Number}: {Text}";
    }
}
