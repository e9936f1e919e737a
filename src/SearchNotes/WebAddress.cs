namespace SearchNotes;

/// <summary>Validates URLs from posts and from files next to them, which are untrusted.</summary>
public static class WebAddress
{
    /// <summary>Returns the URL if it is absolute and its scheme is <c>http</c> or <c>https</c>; otherwise <see langword="null"/>. A link
    /// with another scheme could run a script, open a program or show a local file.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;

    /// <summary>Returns the absolute <c>http</c> or <c>https</c> URL that a link of a page leads to; <see langword="null"/> when it leads
    /// elsewhere, when a template makes it, or when it is relative and the page is unknown or it names a source file.</summary>
    /// <param name="target">The address as written, absolute or relative.</param>
    /// <param name="page">The URL of the page, or <see langword="null"/>.</param>
    public static string? Resolve(string target, string? page)
    {
        if (target.AsSpan().IndexOfAny(MadeByTemplate) >= 0)
            return null;
        if (Of(target) is { } absolute)
            return absolute;
        var isRelative = page is not null && Uri.TryCreate(target, UriKind.Relative, out _) && !IsSourceFile(target);
        return isRelative && Uri.TryCreate(new Uri(page!), target, out var resolved) ? Of(resolved.AbsoluteUri) : null; // isRelative says so.
    }

    private static readonly System.Buffers.SearchValues<char> MadeByTemplate = System.Buffers.SearchValues.Create("{}<>$\"\\ \t\n");

    // The page of another post has an address that its file does not tell.
    private static bool IsSourceFile(string target)
    {
        var end = target.AsSpan().IndexOfAny('?', '#');
        return Path.GetExtension(end < 0 ? target : target[..end]) is ".md" or ".mdx" or ".markdown";
    }
}
