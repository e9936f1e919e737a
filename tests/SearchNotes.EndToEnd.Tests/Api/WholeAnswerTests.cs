using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Whole answers against golden files: the shapes that others depend on.</summary>
public sealed class WholeAnswerTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    [Fact]
    public async Task A_search_answers_with_every_field_of_the_contract_and_nothing_else()
    {
        var json = await _service.JsonAsync("/api/search?q=linearsvc");

        Approved.Matches(JsonSerializer.Serialize(Scrub(json), Indented));
    }

    [Fact]
    public async Task A_talk_is_shown_whole()
    {
        var json = JsonNode.Parse((await _service.JsonAsync("/api/talks/2013-07-07-notes-conf-day-two.ada-quill")).GetRawText())!;

        // What the splitter gives as its reason may change without the shape changing.
        (json["why"], json["confidence"]) = ("a reason", 1);
        Approved.Matches(json.ToJsonString(Indented));
    }

    [Theory]
    [InlineData("Accept", "text/plain")]
    [InlineData("User-Agent", "curl/8.5.0")]
    public async Task A_terminal_gets_plain_text(string header, string value)
    {
        using var response = await _service.GetAsync("/?q=%22queues+that+forgive%22", (header, value));

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.Contains("User-Agent", response.Headers.Vary);
        Approved.Matches(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static JsonSerializerOptions Indented { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Without the scores, which ranking may move.</summary>
    private static JsonNode Scrub(JsonElement json)
    {
        var node = JsonNode.Parse(json.GetRawText())!;
        foreach (var hit in node["hits"]!.AsArray())
            hit!["score"] = 1;
        return node;
    }
}
