using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xunit;

namespace SearchNotes.Tests;

public sealed class PrintableTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("a\u001b[2Jb", "a\uFFFD[2Jb")]
    [InlineData("a\u009b2Jb\u007f\u0085", "a\uFFFD2Jb\uFFFD\uFFFD")]
    [InlineData("a\rb\0\a\b", "a\uFFFDb\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u202Egnp\u202C\u2066\u2067\u2068\u2069", "\uFFFDgnp\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u061C\u200E\u200F\u206A\u206F", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("a\u2028b\u2029c", "a\uFFFDb\uFFFDc")]
    [InlineData("a\tb\nc", "a    b\nc")]
    [InlineData("Grüße, 東京, עברית, 👩‍🚀, می‌خواهم", "Grüße, 東京, עברית, 👩‍🚀, می‌خواهم")]
    public void What_commands_a_terminal_or_turns_a_line_around_is_shown_instead(string text, string printable) =>
        Assert.Equal(printable, Printable.Text(text));

    [Fact]
    public void A_line_stays_one() => Assert.Equal("a\uFFFDb    c", Printable.Line("a\nb\tc"));

    [Fact]
    public void JSON_is_printable_and_means_the_same()
    {
        const string hostile = "a\u001b[2J\u009b\u202Egnp\u061C\u200E\u200F\u2066\u206F\u2028\u2029 “ü” – 東京\n\t";
        var json = JsonSerializer.Serialize(hostile, Relaxed);

        var bytes = Printable.Json(Encoding.UTF8.GetBytes(json));

        Assert.Equal(Printable.Json(json), Encoding.UTF8.GetString(bytes));
        Assert.Equal(Printable.Line(Printable.Json(json)), Printable.Json(json));
        Assert.Contains("“ü” – 東京", Printable.Json(json), StringComparison.Ordinal);
        Assert.Equal(hostile, JsonSerializer.Deserialize<string>(bytes));
    }

    [Fact]
    public void Line_ends_and_indents_of_JSON_stay() => Assert.Equal("{\r\n\t\"ü\": 1\n}", Printable.Json("{\r\n\t\"ü\": 1\n}"));
}
