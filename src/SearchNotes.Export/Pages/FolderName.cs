using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SearchNotes.Export.Pages;

/// <summary>Makes names of folders that every file system and web server accepts from ids and keys.</summary>
internal static class FolderName
{
    /// <summary>A longer name is cut. File systems allow 255 bytes, Windows some 260 characters for a whole path.</summary>
    private const int MaxBytes = 120;

    private const int MaxKeptBytes = 96;

    /// <summary>Names that Windows reserves for devices, also before an extension.</summary>
    private static readonly HashSet<string> Devices =
    [
        "con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(number => (string[])[$"com{number}", $"lpt{number}"]),
    ];

    /// <summary>Returns the name. Different texts have different names.</summary>
    /// <remarks>
    /// Letters that are not capitals, digits, hyphens and dots between them stay; each other byte of UTF-8 becomes <c>=</c> and two
    /// hexadecimal digits. c# → c=23, ci/cd → ci=2fcd, node.js → node.js, .net → =2enet. The end of a long name is replaced by a hash.
    /// </remarks>
    public static string Of(string text)
    {
        var name = new StringBuilder(text.Length);
        var runes = text.EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
            Append(name, runes[i], isInside: IsKept(runes.ElementAtOrDefault(i - 1)) && IsKept(runes.ElementAtOrDefault(i + 1)));
        return Shorten(IsReserved(name.ToString())
            ? $"={(int)name[0]:x2}{name.ToString(1, name.Length - 1)}" : name.ToString());
    }

    private static void Append(StringBuilder name, Rune rune, bool isInside)
    {
        if (IsKept(rune) || (isInside && rune.Value == '.'))
        {
            name.Append(rune.ToString());
            return;
        }
        Span<byte> bytes = stackalloc byte[4];
        foreach (var part in bytes[..rune.EncodeToUtf8(bytes)])
            name.Append(CultureInfo.InvariantCulture, $"={part:x2}");
    }

    // Combining marks are not kept, because some file systems compose them with their letters.
    private static bool IsKept(Rune rune) => rune.Value == '-' || (Rune.IsLetterOrDigit(rune) && !Rune.IsUpper(rune));

    // A list of names has its own page in the folder above.
    private static bool IsReserved(string name) => name == "index.html" || Devices.Contains(name.Split('.')[0]);

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= MaxKeptBytes))
            kept.Append(rune.ToString());
        return $"{kept}=={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8))}";
    }
}
