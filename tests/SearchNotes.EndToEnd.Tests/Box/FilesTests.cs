using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchNotes.Api.Box;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>The files of the box as they are served.</summary>
public sealed class FilesTests : IAsyncLifetime
{
    private FakeService _service = null!; // Started before each test.
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await FakeService.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_service.Address) };
    }

    [Fact]
    public async Task The_script_is_for_pages_of_any_origin_and_asked_for_again_in_vain()
    {
        using var first = await GetAsync("/search-box.js");
        using var again = await GetAsync("/search-box.js", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("text/javascript", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromMinutes(10), first.Headers.CacheControl!.MaxAge);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("*", again.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task The_pinned_script_is_what_its_snippet_says_for_ever()
    {
        var snippet =
            Regex.Match(SearchBox.PinnedSnippet("https://notes.example"),
                "src=\"https://notes.example(?<path>[^\"]+)\"\\s+integrity=\"sha384-(?<hash>[^\"]+)\"");

        using var answer = await GetAsync(snippet.Groups["path"].Value);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(snippet.Groups["hash"].Value, Convert.ToBase64String(SHA384.HashData(bytes)));
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task It_is_sent_compressed_to_those_who_can_read_that()
    {
        using var plain = await GetAsync("/search-box.js");
        using var compressed = await GetAsync("/search-box.js", ("Accept-Encoding", "br, gzip"));
        await using var gzip =
            new GZipStream(await compressed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var unpacked = new StreamReader(gzip);

        Assert.Equal(["gzip"], compressed.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], compressed.Headers.Vary);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(
            await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await unpacked.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_script_is_at_most_11_KB_compressed_and_its_style_3_and_a_half()
    {
        var script = await _client.GetStringAsync(new Uri("/search-box.js", UriKind.Relative), TestContext.Current.CancellationToken);
        var style = script.IndexOf("// --- Looks", StringComparison.Ordinal);

        Assert.InRange(Compressed(script[..style]), 4000, 11 * 1024);
        Assert.InRange(Compressed(script[style..]), 1000, 3584);
    }

    [Fact]
    public async Task A_box_that_looks_for_static_files_beside_its_script_learns_that_there_are_none_without_an_error()
    {
        Blog.OnlyAsksService();
        using var answer = await GetAsync("/searchnotes-index.json");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("ja")]
    public async Task A_translation_leaves_nothing_out_and_invents_nothing(string language)
    {
        var script = await _client.GetStringAsync(new Uri("/search-box.js", UriKind.Relative), TestContext.Current.CancellationToken);
        var table = script[script.IndexOf("const english", StringComparison.Ordinal)..script.IndexOf("};", StringComparison.Ordinal)];
        var english = Regex.Matches(table, @"^  (\w+): (.*),$", RegexOptions.Multiline)
            .ToDictionary(line => line.Groups[1].Value, line => Places(line.Groups[2].Value));

        var json = await _client.GetStringAsync(new Uri($"/search-box/strings/{language}.json", UriKind.Relative),
            TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(json);
        var translated = document.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value);

        Assert.Equal(english.Keys.Where(key => key != "language").Union(TalkKindNames.All).Order(), translated.Keys.Order());
        Assert.All(english.Where(text => text.Key is not "language"),
            text => Assert.Equal(text.Value, Places(translated[text.Key].ToString())));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Which places a text has to fill in, such as <c>{query}</c>.</summary>
    private static string Places(string text) =>
        string.Join(' ', Regex.Matches(text, @"\{\w+\}").Select(place => place.Value).Distinct().Order(StringComparer.Ordinal));

    private static int Compressed(string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return (int)buffer.Length;
    }
}
