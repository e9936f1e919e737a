using System.Text.Json;
using SearchNotes.Querying;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>The facets of <see cref="Facet.All"/> in the places that do not follow from it: a facet that lacks one fails here.</summary>
public sealed class FacetTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    public static TheoryData<string> Names => [.. Facet.All.Select(facet => facet.Name)];

    [Fact]
    public async Task An_answer_counts_every_facet_and_no_other()
    {
        var facets = await FacetsOf("");

        Assert.Equal(Facet.All.Select(facet => facet.Name).Order(), facets.EnumerateObject().Select(facet => facet.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_value_is_counted_and_filtered_by_and_found_by_the_query_syntax(string name)
    {
        var counted = (await FacetsOf("")).GetProperty(name)[0];
        var value = counted.GetProperty("value").GetString()!; // Every value is a text.

        var filtered = await AnswerOf($"{name}={Uri.EscapeDataString(value)}");
        var typed = await AnswerOf($"q={name}:{Uri.EscapeDataString($"\"{value}\"")}");

        Assert.Equal(counted.GetProperty("count").GetInt32(), filtered.GetProperty("total").GetInt32());
        Assert.True(typed.GetProperty("total").GetInt32() >= 1);
        Assert.Equal(0, typed.GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public void The_search_command_has_an_option_for_each()
    {
        using var folder = new CliFolder();

        var help = folder.Run("search", "--help").Out;

        Assert.All(Facet.All, facet => Assert.Contains($"  --{facet.Name} <", help, StringComparison.Ordinal));
    }

    private async Task<JsonElement> FacetsOf(string query) => (await AnswerOf($"q={query}")).GetProperty("facets");

    private async Task<JsonElement> AnswerOf(string query)
    {
        using var response = await _service.GetAsync($"/api/search?{query}");
        return await RunningService.ReadAsync(response);
    }
}
