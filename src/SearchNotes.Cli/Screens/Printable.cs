using System.Globalization;

namespace SearchNotes.Cli.Screens;

/// <summary>Makes text from posts safe for a terminal: a heading must not move the cursor, clear the screen or turn a line around.</summary>
internal static class Printable
{
    /// <summary>The text with tabs as four spaces and every other control or direction character, line ends excepted, as <c>U+FFFD</c>.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;

        var printable = text.Replace("\t", "    ", StringComparison.Ordinal);
        return string.Create(printable.Length, printable, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = IsHarmless(source[i]) ? source[i] : '\uFFFD';
        });
    }

    private static bool IsHarmless(char c) => c == '\n' || !(char.IsControl(c) || IsDirection(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator);

    // Embeddings, overrides and isolates: U+202A to U+202E, U+2066 to U+2069.
    private static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
