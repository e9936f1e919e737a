using System.Security.Cryptography;

namespace SearchNotes.Api.Box;

/// <summary>The search box as this program ships it, and how a blog installs it.</summary>
public static class SearchBox
{
    /// <summary>The tags that install the box and keep it up to date.</summary>
    /// <param name="site">Address of the service without a slash at the end.</param>
    /// <param name="counts">Whether opened hits are reported to the query log.</param>
    public static string Snippet(string site, bool counts = false) => $"""
        <script type="module" src="{site}/search-box.js"></script>
        {Element(site, counts)}
        """;

    /// <summary>The tags that install this very version: the browser refuses the script if a byte of it differs.</summary>
    /// <inheritdoc cref="Snippet(string, bool)"/>
    public static string PinnedSnippet(string site, bool counts = false) => $"""
        <script type="module" crossorigin src="{site}{PinnedPath(Script)}"
                integrity="{Integrity(Script)}"></script>
        {Element(site, counts)}
        """;

    internal static byte[] Script { get; } = Read("search-box.js");

    /// <summary>The scripts of earlier releases. Blogs that pinned one go on getting it.</summary>
    internal static IEnumerable<byte[]> EarlierScripts => Names("earlier/").Select(Read);

    /// <summary>Strings of the languages that the script does not hold itself, by language code.</summary>
    internal static IEnumerable<(string Language, byte[] Json)> Strings =>
        Names("strings/").Select(name => (Path.GetFileNameWithoutExtension(name), Read(name)));

    /// <summary>Address of a version that never changes.</summary>
    internal static string PinnedPath(byte[] script) => $"/search-box.{Convert.ToHexStringLower(SHA256.HashData(script))[..16]}.js";

    /// <summary>What the <c>integrity</c> attribute holds for a script.</summary>
    internal static string Integrity(byte[] script) => $"sha384-{Convert.ToBase64String(SHA384.HashData(script))}";

    private static string Element(string site, bool counts) => $"""
        <search-notes endpoint="{site}"{(counts ? " count=\"on\"" : "")}>
          <form action="{site}/"><input type="search" name="q" aria-label="Search talks"><button>Search</button></form>
        </search-notes>
        """;

    private static IEnumerable<string> Names(string folder) =>
        typeof(SearchBox).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"Box/{folder}", StringComparison.Ordinal))
            .Select(name => name["Box/".Length..]);

    private static byte[] Read(string name)
    {
        using var stream = typeof(SearchBox).Assembly.GetManifestResourceStream($"Box/{name}")!; // The project file embeds the folder.
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
