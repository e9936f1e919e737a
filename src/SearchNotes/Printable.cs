using System.Globalization;
using System.Text;

namespace SearchNotes;

/// <summary>Makes text safe to print: a heading, a file name or what a stranger sent must not move a cursor, clear a screen,
/// turn a line around or begin a line of its own. Everything that goes to a terminal goes through here.</summary>
public static class Printable
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with tabs as four spaces and every other control or direction character, line ends excepted, as
    /// <c>U+FFFD</c>.</summary>
    public static string Text(string text) => Replaced(text, keepsLines: true);

    /// <summary>The same on one line: line ends become <c>U+FFFD</c> as well.</summary>
    public static string Line(string text) => Replaced(text, keepsLines: false);

    /// <summary>JSON with every direction and control character as its escape, so that it means the same. Line ends and tabs stay:
    /// inside of a string JSON has none.</summary>
    public static string Json(string json)
    {
        if (IsPlain(json))
            return json;

        var escaped = new StringBuilder(json.Length);
        foreach (var c in json)
        {
            if (c is '\r' or '\n' or '\t' || IsHarmless(c))
                escaped.Append(c);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return escaped.ToString();
    }

    /// <inheritdoc cref="Json(string)"/>
    /// <param name="json">UTF-8, as a writer made it that escapes control characters.</param>
    public static byte[] Json(ReadOnlySpan<byte> json) =>
        HoldsDirection(json) ? Encoding.UTF8.GetBytes(Json(Encoding.UTF8.GetString(json))) : json.ToArray();

    private static string Replaced(string text, bool keepsLines)
    {
        if (IsPlain(text))
            return text;

        var printable = text.Replace("\t", "    ", StringComparison.Ordinal);
        return string.Create(printable.Length, (printable, keepsLines), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var c = source.printable[i];
                target[i] = IsHarmless(c) || (c == '\n' && source.keepsLines) ? c : Replacement;
            }
        });
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static bool IsHarmless(char c) => !(char.IsControl(c) || IsDirection(c) || c is '\u2028' or '\u2029');

    private static bool HoldsDirection(ReadOnlySpan<byte> utf8)
    {
        // What U+061C begins with, and U+2000 and those behind it.
        while (utf8.IndexOfAny((byte)0xD8, (byte)0xE2) is var at and >= 0)
        {
            Rune.DecodeFromUtf8(utf8[at..], out var rune, out var length);
            if (rune.IsBmp && IsDirection((char)rune.Value))
                return true;
            utf8 = utf8[(at + length)..];
        }

        return false;
    }

    // All that Unicode calls Bidi_Control, and the deprecated characters behind them (U+206A to U+206F).
    private static bool IsDirection(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u206F');
}
