using System.Globalization;
using System.Text;

namespace SearchNotes;

/// <summary>Makes untrusted text safe to print. Headings, file names and request data must not move the cursor, clear the screen, reverse
/// the text direction or start a new line. All terminal output goes through this class.</summary>
public static class Printable
{
    private const char Replacement = '\uFFFD';

    /// <summary>Returns the text with each tab replaced by four spaces and each other control or bidirectional character by
    /// <c>U+FFFD</c>. Line feeds are kept.</summary>
    public static string Text(string text) => Replaced(text, keepLineFeeds: true);

    /// <summary>Same as <see cref="Text"/>, but line feeds are replaced by <c>U+FFFD</c> as well.</summary>
    public static string Line(string text) => Replaced(text, keepLineFeeds: false);

    /// <summary>Returns equivalent JSON with each control and bidirectional character escaped. Line ends and tabs are kept, because JSON
    /// strings cannot contain them unescaped.</summary>
    public static string Json(string json)
    {
        if (IsPlain(json))
            return json;

        var escaped = new StringBuilder(json.Length);
        foreach (var c in json)
        {
            if (c is '\r' or '\n' or '\t' || IsPrintable(c))
                escaped.Append(c);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return escaped.ToString();
    }

    /// <inheritdoc cref="Json(string)"/>
    /// <param name="json">UTF-8 JSON in which control characters are already escaped.</param>
    public static byte[] Json(ReadOnlySpan<byte> json) =>
        ContainsBidiControl(json) ? Encoding.UTF8.GetBytes(Json(Encoding.UTF8.GetString(json))) : json.ToArray();

    private static string Replaced(string text, bool keepLineFeeds)
    {
        if (IsPlain(text))
            return text;

        var printable = text.Replace("\t", "    ", StringComparison.Ordinal);
        return string.Create(printable.Length, (printable, keepLineFeeds), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var c = source.printable[i];
                target[i] = IsPrintable(c) || (c == '\n' && source.keepLineFeeds) ? c : Replacement;
            }
        });
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static bool IsPrintable(char c) => !(char.IsControl(c) || IsBidiControl(c) || c is '\u2028' or '\u2029');

    private static bool ContainsBidiControl(ReadOnlySpan<byte> utf8)
    {
        // First byte of U+061C, and of U+2000 and the characters after it.
        while (utf8.IndexOfAny((byte)0xD8, (byte)0xE2) is var at and >= 0)
        {
            Rune.DecodeFromUtf8(utf8[at..], out var rune, out var length);
            if (rune.IsBmp && IsBidiControl((char)rune.Value))
                return true;
            utf8 = utf8[(at + length)..];
        }

        return false;
    }

    // Unicode's Bidi_Control characters, and the deprecated characters U+206A to U+206F.
    private static bool IsBidiControl(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u206F');
}
