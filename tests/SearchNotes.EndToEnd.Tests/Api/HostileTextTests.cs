using System.Text.Json;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Posts and the files beside them as somebody writes them who means harm.</summary>
public sealed class HostileTextTests
{
    private const string Post =
        "---\ntitle: \"Odd \\u202Etitle\\u009B2J\"\nevent: \"Odd\\u2067 days\"\n---\n\n"
        + "# Bo Beispiel on Glaciers \u001b[2J\u001b]0;owned\u0007 \u202Eevil \u200Fand\u061C more\n\n"
        + "Glaciers \u2066move\u2069 \u001b[31mslowly\u2028on.\n\n```\nglacier\u202E()\n```\n";

    [Theory]
    [InlineData("/?q=glaciers", "text/plain")]
    [InlineData("/?q=glac%E2%80%AEiers%1B%5B2J", "text/plain")]
    [InlineData("/", "text/plain")]
    [InlineData("/api/search?q=glaciers", "application/json")]
    [InlineData("/api/search?q=glac%E2%80%AEiers%1B%5B2J&x%E2%80%AE=1", "application/json")]
    [InlineData("/api/search?page=%E2%80%AE%1B", "application/json")]
    [InlineData("/api/suggest?q=glac", "application/json")]
    [InlineData("/api/talks/2020-05-05-ice.bo-beispiel", "application/json")]
    [InlineData("/api/talks/%E2%80%AEnothing%C2%9B", "application/json")]
    [InlineData("/api/events", "application/json")]
    [InlineData("/api/%E2%80%AE", "application/json")]
    public async Task What_people_read_at_a_terminal_holds_nothing_that_commands_it_or_turns_a_line_around(string address, string accept)
    {
        await using var service = await ServingAsync();

        using var response = await service.GetAsync(address, ("Accept", accept));

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(text);
        Assert.Equal(Printable.Text(text), text);
    }

    [Fact]
    public async Task Escaped_text_means_what_the_post_says()
    {
        await using var service = await ServingAsync();

        var talk = await service.JsonAsync("/api/talks/2020-05-05-ice.bo-beispiel");

        Assert.Contains("\u202Eevil", talk.GetProperty("topic").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_link_of_an_answer_has_another_scheme_than_the_webs()
    {
        await using var service = await ServingAsync();

        const string talk = "/talks/2020-05-05-ice.bo-beispiel";
        foreach (var address in (string[])[$"/api{talk}", "/api/search?q=glaciers", "/api/suggest?q=glac", $"/api{talk}/related"])
            Assert.All(Urls(await service.JsonAsync(address)), url => Assert.True(IsSafe(url), $"{address}: {url}"));
        Assert.DoesNotContain("javascript:", await service.PageAsync(talk), StringComparison.Ordinal);
    }

    private static async Task<RunningService> ServingAsync()
    {
        var service = await RunningService.StartAsync();
        service.Write("2020-05-05-ice.md", Post);
        service.Write("speakers.yaml", "- name: Bo Beispiel\n  url: javascript:alert(1)\n");
        service.Reindex();
        await service.UntilAsync(async () => (await service.GetAsync("/api/talks/2020-05-05-ice.bo-beispiel")).IsSuccessStatusCode);
        return service;
    }

    private static bool IsSafe(string url) => WebAddress.Of(url) is not null || url is ['/', not '/', ..];

    private static IEnumerable<string> Urls(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Urls),
        JsonValueKind.Object => json.EnumerateObject()
            .SelectMany(member => IsUrl(member) ? [member.Value.GetString()!] : Urls(member.Value)),
        _ => [],
    };

    private static bool IsUrl(JsonProperty member) =>
        member.Name.EndsWith("url", StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.String;
}
