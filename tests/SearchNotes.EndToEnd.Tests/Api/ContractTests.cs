using System.Text.Json.Nodes;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Querying;
using Xunit;
using ApiJson = SearchNotes.Api.Responses.Json;

namespace SearchNotes.Tests.Api;

public sealed class ContractTests(ContractServices services) : IClassFixture<ContractServices>
{
    private static readonly Contract Promised = Contract.Read();

    public static TheoryData<string> States => [.. ContractStates.All.Select(state => state.Name)];

    public static TheoryData<string> Operations => [.. Promised.Operations.Select(operation => $"{operation.Method} {operation.Path}")];

    [Theory]
    [MemberData(nameof(States))]
    public async Task An_answer_is_as_the_contract_says(string name)
    {
        var state = ContractStates.All.Single(state => state.Name == name);

        using var answer = await state.Ask(services);

        Assert.Equal(state.Status, (int)answer.StatusCode);
        Assert.Empty(await Promised.FaultsAsync(state.Method, state.Path, answer));
    }

    [Fact]
    public void Every_answer_in_the_contract_is_asked_for()
    {
        var described =
            Promised.Operations.SelectMany(operation => operation.Statuses,
                (operation, status) => $"{operation.Method} {operation.Path} {status}");

        Assert.Empty(described.Except(ContractStates.All.Select(state => $"{state.Method} {state.Path} {state.Status}")));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Without_an_index_an_operation_answers_as_the_contract_says(string operation)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]);

        using var answer = await ContractServices.SendAsync(await services.WithoutIndexAsync(), method, path);

        Assert.Empty(await Promised.FaultsAsync(method, path, answer));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Beyond_the_rate_and_unchanged_an_operation_answers_as_the_contract_says(string operation)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]);

        using var first = await ContractServices.SendAsync(await services.LimitedAsync(), method, path);
        using var second = await ContractServices.SendAsync(await services.LimitedAsync(), method, path);
        using var known = await ContractServices.SendAsync(await services.FullAsync(), method, path);
        using var unchanged =
            await ContractServices.SendAsync(await services.FullAsync(), method, path,
                ("If-None-Match", known.Headers.ETag?.ToString() ?? "*"));

        foreach (var answer in (HttpResponseMessage[])[first, second, unchanged])
            Assert.Empty(await Promised.FaultsAsync(method, path, answer));
    }

    [Fact]
    public async Task An_answer_whose_time_ran_out_is_as_the_contract_says()
    {
        using var searcher = TalkSearcher.Open((await services.FullAsync()).IndexFolder);
        var request = new SearchRequest { Query = "queue", Budget = TimeSpan.Zero };

        var answer =
            ResponseBody.Of(SearchMapping.ToAnswer(searcher.Search(request), new ParsedSearchRequest(request, []), QueryPages.None),
                ApiJson.Default.SearchAnswer);

        var json = JsonNode.Parse(answer.Bytes.Span)!;
        Assert.True(json["partial"]!.GetValue<bool>());
        Assert.Empty(Promised.FaultsOf(json, "#/components/schemas/SearchAnswer"));
    }

    [Fact]
    public void Every_example_is_as_its_schema_says()
    {
        var examples = Promised.Examples.ToArray();

        Assert.NotEmpty(examples);
        Assert.Empty(
            examples.SelectMany(example => Promised.FaultsOf(example.Example, example.Schema)
                .Select(fault => $"{example.Place}: {fault}")));
    }

    [Theory]
    [InlineData("kind", "\"lecture\"")]
    [InlineData("date", "\"yesterday\"")]
    [InlineData("speakers", "\"Ada Quill\"")]
    [InlineData("more", "true")]
    [InlineData("topic", "null")]
    public async Task A_wrong_answer_is_noticed(string member, string value)
    {
        var answer =
            JsonNode.Parse(
                await (await (await services.FullAsync())
                    .GetAsync("/api/search?q=queue")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        answer["hits"]![0]![member] = JsonNode.Parse(value);

        Assert.NotEmpty(Promised.FaultsOf(answer, "#/components/schemas/SearchAnswer"));
    }
}
