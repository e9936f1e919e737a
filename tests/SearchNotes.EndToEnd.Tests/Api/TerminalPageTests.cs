using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>The result list as a terminal gets it: whoever writes a post or a link must not command the terminal.</summary>
public sealed class TerminalPageTests
{
    private const string Controls = "\u001b[31m\u001b]0;owned\u0007\u009b2J\u0008\u007f\u0085\r";

    [Fact]
    public async Task Control_characters_of_a_post_are_shown_and_do_nothing()
    {
        await using var service = await RunningService.StartAsync();
        service.Write("2020-05-05-ice.md",
            $"---\ntitle: Ice{Controls}\n---\n\n# Elin{Controls} Frost on Glaciers{Controls} at home\n\nGlaciers {Controls} move slowly.\n\n```\nglaciers {Controls}\n```\n");
        service.Reindex();
        await service.UntilAsync(async () => (await TextAsync(service, "glaciers")).Contains("move slowly", StringComparison.Ordinal));

        Assert.DoesNotContain(await TextAsync(service, "glaciers"), IsCommand);
    }

    [Fact]
    public async Task Control_characters_of_an_address_are_shown_and_do_nothing()
    {
        await using var service = await RunningService.StartAsync();

        var text = await TextAsync(service, $"queue{Controls} -zeppelin{Controls} tag:x{Controls}");

        Assert.Contains("queue", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, IsCommand);
    }

    private static bool IsCommand(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t');

    private static async Task<string> TextAsync(RunningService service, string query)
    {
        using var response = await service.GetAsync($"/?q={Uri.EscapeDataString(query)}", ("Accept", "text/plain"));
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
