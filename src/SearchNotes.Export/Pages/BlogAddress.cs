namespace SearchNotes.Export.Pages;

/// <summary>Validates addresses of the blog on exported pages, which are part of the same site.</summary>
internal static class BlogAddress
{
    private static readonly System.Buffers.SearchValues<char> Misread = System.Buffers.SearchValues.Create("\\\t\n\r");

    /// <summary>Returns the address if it is absolute and of the web, or a path from the root of the site; otherwise
    /// <see langword="null"/>. Browsers take <c>//</c> and <c>/\</c> for another host, and leave out tabs and line breaks first.</summary>
    public static string? Of(string? url)
    {
        if (WebAddress.Of(url) is not null)
            return url;
        return url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && url.AsSpan().IndexOfAny(Misread) < 0
            ? url : null;
    }
}
