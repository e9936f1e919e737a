using SearchNotes.Tests.OpenApi;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class OpenApiTests(SharedService shared) : IClassFixture<SharedService>
{
    private static readonly string Contract = Path.Combine(Repository.Root, "openapi.yaml");

    [Fact]
    public async Task The_contract_at_the_top_describes_the_endpoints_and_nothing_else()
    {
        var described = await ServiceDescription.WriteAsync(TestContext.Current.CancellationToken);
        var promised = await File.ReadAllTextAsync(Contract, TestContext.Current.CancellationToken);

        if (described.ReplaceLineEndings("\n") == promised.ReplaceLineEndings("\n"))
        {
            File.Delete(Contract + ".received.yaml");
            return;
        }
        await File.WriteAllTextAsync(Contract + ".received.yaml", described, TestContext.Current.CancellationToken);
        Assert.Fail($"{Contract} differs from the endpoints; compare it with openapi.yaml.received.yaml beside it.");
    }

    [Fact]
    public async Task The_service_sends_the_contract()
    {
        using var response = await shared.Service.GetAsync("/openapi.yaml");

        Assert.Equal("application/yaml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(await File.ReadAllTextAsync(Contract, TestContext.Current.CancellationToken),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
