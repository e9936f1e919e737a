using System.Text.Json;
using SearchNotes.Cli;
using SearchNotes.Cli.Serving;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>The setting <c>semantic</c>, in a program with ranking by meaning and in one without.</summary>
public sealed class SemanticServeTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().WithPosts();

    public static bool IsBuiltIn => SemanticScorers.IsBuiltIn;

    public static bool IsNotBuiltIn => !IsBuiltIn;

    public void Dispose() => _folder.Dispose();

    [Fact(Skip = "This program was built with -p:Semantic=true.", SkipUnless = nameof(IsNotBuiltIn))]
    public void A_program_without_it_says_so()
    {
        var run = _folder.Run("serve", "--semantic", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("Ranking by meaning is not built into this program; build it with -p:Semantic=true", run.Error,
            StringComparison.Ordinal);
    }

    [Fact(Skip = "This program was built without -p:Semantic=true.", SkipUnless = nameof(IsBuiltIn))]
    public void A_cluster_does_not_rank_by_meaning()
    {
        var run = _folder.Run("serve", "--semantic", "--engine", "opensearch", "--opensearch-url", "http://127.0.0.1:1");

        Assert.Equal(2, run.Code);
        Assert.Contains("works with the engine embedded, not with opensearch", run.Error, StringComparison.Ordinal);
    }

    [Fact(Skip = "This program was built without -p:Semantic=true.", SkipUnless = nameof(IsBuiltIn))]
    public async Task Without_a_model_searches_go_by_words_and_readiness_says_why()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var output = new Lines();
        var context = _folder.Context(output) with
        {
            Variable = name => name == "SEARCHNOTES_SEMANTIC_MODEL" ? "none.model" : null,
        };
        var run = CommandLine.RunAsync(["serve", "--semantic", "--urls", "http://127.0.0.1:0"], context, stop.Token);

        var address = (await output.WaitFor("Serving on ", run)).Split(' ', ';')[2];
        using var client = new HttpClient();
        using var ready = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{address}/readyz"), stop.Token));
        var answer = await client.GetStringAsync(new Uri($"{address}/api/search?q=lighthouses"), stop.Token);
        await stop.CancelAsync();

        Assert.Contains("There is no model of meaning at",
            ready.RootElement.GetProperty("semantic").GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Contains("Lighthouses and load balancing", answer, StringComparison.Ordinal);
        Assert.Equal(0, await run);
    }
}
