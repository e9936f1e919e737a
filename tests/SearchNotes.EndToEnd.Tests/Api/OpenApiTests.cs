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
        var contract = Path.Combine(Repository.Root, "openapi.yaml");
        var promised = File.Exists(contract) ? await File.ReadAllTextAsync(contract, TestContext.Current.CancellationToken) : "";

        if (said.ReplaceLineEndings("\n") == promised.ReplaceLineEndings("\n"))
        {
            File.Delete(contract + ".received.yaml");
            return;
        }
        await File.WriteAllTextAsync(contract + ".received.yaml", said, TestContext.Current.CancellationToken);
        Assert.Fail($"{contract} differs from what the service says; compare it with openapi.yaml.received.yaml beside it.");
    }
}
