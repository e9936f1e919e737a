using System.Runtime.CompilerServices;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class OpenApiTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    [Fact]
    public async Task The_contract_at_the_top_says_what_the_service_says_of_itself_and_nothing_else()
    {
        using var response = await _service.GetAsync("/openapi.yaml");
        var said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var contract = Path.Combine(Top(), "openapi.yaml");
        var promised = File.Exists(contract) ? await File.ReadAllTextAsync(contract, TestContext.Current.CancellationToken) : "";

        if (said.ReplaceLineEndings("\n") == promised.ReplaceLineEndings("\n"))
        {
            File.Delete(contract + ".received.yaml");
            return;
        }
        await File.WriteAllTextAsync(contract + ".received.yaml", said, TestContext.Current.CancellationToken);
        Assert.Fail($"{contract} differs from what the service says; compare it with openapi.yaml.received.yaml beside it.");
    }

    [Theory]
    [InlineData("/api/search?q=queue&explain=true", "/api/search")]
    [InlineData("/api/suggest?q=qu", "/api/suggest")]
    [InlineData("/api/talks/2013-07-07-notes-conf-day-two.ada-quill", "/api/talks/{id}")]
    [InlineData("/api/talks/2013-07-07-notes-conf-day-two.ada-quill/related", "/api/talks/{id}/related")]
    [InlineData("/api/speakers", "/api/speakers")]
    [InlineData("/api/speakers/ada-quill", "/api/speakers/{slug}")]
    [InlineData("/api/tags", "/api/tags")]
    [InlineData("/api/events", "/api/events")]
    [InlineData("/api/stats", "/api/stats")]
    [InlineData("/healthz", "/healthz")]
    [InlineData("/readyz", "/readyz")]
    public async Task Answers_have_the_shape_that_is_described(string address, string path)
    {
        var description = await DescriptionAsync();

        var answer = await _service.JsonAsync(address);

        Assert.Empty(description.Faults(answer, path, "200", "application/json"));
    }

    [Theory]
    [InlineData("/api/search?page=0", "/api/search", "400")]
    [InlineData("/api/talks/nothing", "/api/talks/{id}", "404")]
    [InlineData("/api/tasks/nothing", "/api/tasks/{id}", "401")]
    public async Task Problems_have_the_shape_that_is_described(string address, string path, string status)
    {
        var description = await DescriptionAsync();

        var answer = await _service.JsonAsync(address);

        Assert.Empty(description.Faults(answer, path, status, "application/problem+json"));
    }

    [Theory]
    [InlineData("SearchAnswer")]
    [InlineData("SuggestAnswer")]
    [InlineData("Problem")]
    public async Task Examples_have_the_shape_that_they_show(string shape)
    {
        var description = await DescriptionAsync();
        var type = typeof(SearchNotes.Api.ServeOptions).Assembly.GetTypes().Single(type => type.Name == shape);

        var example = SearchNotes.Api.Description.Examples.Of(type)!;

        Assert.Empty(description.FaultsOf(System.Text.Json.JsonSerializer.SerializeToElement(example), shape));
    }

    private async Task<Description> DescriptionAsync()
    {
        using var response = await _service.GetAsync("/openapi.yaml");
        return Description.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Top([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
