using System.Net;
using System.Text.RegularExpressions;

namespace SearchNotes.Tests.Export;

/// <summary>The links of exported pages, resolved as a browser does.</summary>
internal static partial class ExportedLinks
{
    /// <summary>Returns the links that lead to no file of the site and not to the blog, as "page: address".</summary>
    /// <param name="site">The site.</param>
    /// <param name="blog">The beginning of every address of the blog.</param>
    public static IEnumerable<string> Broken(PublishedSite site, string blog)
    {
        var files = site.Files().ToHashSet(StringComparer.Ordinal);
        foreach (var page in site.Files(".html"))
        {
            foreach (var address in Addresses(site.Read(page)).Where(address => !IsGood(page, address)))
                yield return $"{page}: {address}";
        }

        bool IsGood(string page, string address)
        {
            var target = new Uri(new Uri($"http://site.example/search/{page}"), address);
            if (target.Scheme == "data" || target.AbsoluteUri.StartsWith(blog, StringComparison.Ordinal))
                return true;
            const string Below = "http://site.example/search/";
            if (!target.AbsoluteUri.StartsWith(Below, StringComparison.Ordinal))
                return false;
            var path = Uri.UnescapeDataString(target.AbsolutePath["/search/".Length..]);
            var file = path.Length == 0 || path.EndsWith('/') ? $"{path}index.html" : path;
            return files.Contains(file) && HasId(site.Read(file), target.Fragment);
        }
    }

    /// <summary>Returns the addresses of all links of a page.</summary>
    public static IEnumerable<string> Addresses(string html) =>
        Links().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)).Distinct();

    private static bool HasId(string html, string fragment) =>
        fragment.Length == 0 || html.Contains($"id=\"{fragment[1..]}\"", StringComparison.Ordinal);

    [GeneratedRegex("\\s(href|src|index|action)=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Links();
}
