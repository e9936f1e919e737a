using System.Text;
using System.Text.Unicode;

namespace SearchNotes.Posts.Files;

/// <summary>The decoded text of a file.</summary>
/// <param name="Text">The text, with <c>\n</c> line ends and without a byte order mark; empty if the file is not text.</param>
/// <param name="Problem">Why the file is not text, or <see langword="null"/>.</param>
/// <param name="Doubt">A sentence about an uncertain encoding, or <see langword="null"/>.</param>
internal readonly record struct PostText(string Text, string? Problem, string? Doubt)
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new NotSupportedException("This .NET lacks Windows-1252.");

    private const string Utf16 = "The file is UTF-16; it is read, but blog generators expect UTF-8.";

    // A single stray NUL does not make a post a binary file.
    private const int MaxNulsInThousand = 1;

    /// <summary>Decodes UTF-8, or UTF-16 with a byte order mark, and falls back to Windows-1252.</summary>
    internal static PostText Decode(ReadOnlySpan<byte> bytes)
    {
        var (text, doubt) = bytes switch
        {
            [0xFF, 0xFE, ..] => (Encoding.Unicode.GetString(bytes[2..]), Utf16),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode.GetString(bytes[2..]), Utf16),
            [0xEF, 0xBB, 0xBF, ..] => DecodeBytes(bytes[3..]),
            _ => DecodeBytes(bytes),
        };
        var nuls = text.AsSpan().Count('\0');
        if (nuls * 1000L > text.Length * MaxNulsInThousand)
            return new PostText("", "it holds NUL characters, so it is no text", null);

        return nuls == 0
            ? new PostText(WithPlainLineEnds(text), null, doubt)
            : new PostText(WithPlainLineEnds(text.Replace('\0', '\uFFFD')), null, doubt ?? $"NUL characters ({nuls}) are read as \uFFFD.");
    }

    private static (string Text, string? Doubt) DecodeBytes(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return (Encoding.UTF8.GetString(bytes), null);

        // A few damaged characters in a UTF-8 file do not justify decoding all its other accents wrongly.
        var (good, bad) = CountSequences(bytes);
        return good > bad
            ? (Encoding.UTF8.GetString(bytes), $"{bad} characters are not valid UTF-8; each is read as \uFFFD.")
            : (Windows1252.GetString(bytes), "The file is not UTF-8; it is read as Windows-1252.");
    }

    private static (int Good, int Bad) CountSequences(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
            bad += valid ? 0 : 1;
            good += valid && length > 1 ? 1 : 0;
            bytes = bytes[length..];
        }

        return (good, bad);
    }

    private static string WithPlainLineEnds(string text) => text.Contains('\r', StringComparison.Ordinal)
        ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        : text;
}
