using System.Security.Cryptography;

namespace SearchNotes.Api.Box;

/// <summary>The files of the search box, and the HTML snippets that install it on a blog.</summary>
public static class SearchBox
{
    /// <summary>Returns the HTML that installs the box and keeps it up to date.</summary>
    /// <param name="site">The address of the service without a trailing slash.</param>
    /// <param name="counts">Whether opened hits are reported to the query log. Default false.</param>
    public static string Snippet(string site, bool counts = false) => $"""
        <script type="module" src="{site}/search-box.js"></script>
        {Element(site, counts)}
        """;

    /// <summary>Returns the HTML that installs exactly this version: the browser rejects a script that differs.</summary>
    /// <inheritdoc cref="Snippet(string, bool)"/>
    public static string PinnedSnippet(string site, bool counts = false) => $"""
        <script type="module" crossorigin src="{site}{PinnedPath(Script)}"
                integrity="{Integrity(Script)}"></script>
        {Element(site, counts)}
        """;

    internal static byte[] Script { get; } = Read("search-box.js");

    /// <summary>The scripts of earlier releases, for blogs that pinned one.</summary>
    internal static IEnumerable<byte[]> EarlierScripts => Names("earlier/").Select(Read);

    /// <summary>The translations that the script does not contain, by language code.</summary>
    internal static IEnumerable<(string Language, byte[] Json)> Strings =>
        Names("strings/").Select(name => (Path.GetFileNameWithoutExtension(name), Read(name)));

    /// <summary>Returns the address of a script by its hash; its content never changes.</summary>
    internal static string PinnedPath(byte[] script) => $"/search-box.{Convert.ToHexStringLower(SHA256.HashData(script))[..16]}.js";

    /// <summary>Returns the value of the <c>integrity</c> attribute for a script.</summary>
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
