namespace SearchNotes.Talks;

/// <summary>Checks the form of a link's address; nothing is ever fetched.</summary>
internal static class LinkAddress
{
    /// <summary>Reason why an address is wrong, worded to follow its name in a sentence; <see langword="null"/> when nothing is, or when a
    /// template makes it.</summary>
    /// <remarks><c>http:/a.example</c>, <c>http//a.example</c>, <c>htps://a.example</c>, <c>https://https://a.example</c>,
    /// <c>www.a.example</c>, <c>http://localhost:4000/</c>.</remarks>
    internal static string? Problem(string address)
    {
        if (address.Length == 0)
            return "has no address";
        if (IsMadeByTemplate(address))
            return null;
        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return "lacks https:// in front and leads to a page of the blog";
        var end = address.AsSpan().IndexOfAny(":/?#");
        if (end <= 0 || !IsLikeHttp(address[..end]))
            return null;
        if (!address.AsSpan(end).StartsWith("://", StringComparison.Ordinal))
        {
            return address[end] == ':' || address.AsSpan(end).StartsWith("//", StringComparison.Ordinal)
                ? "is no address: it must begin with https://" : null;
        }
        return address[..end].ToUpperInvariant() is "HTTP" or "HTTPS"
            ? HostProblem(address.AsSpan(end + 3)) : $"is no address: {address[..end]} is not https";
    }

    /// <summary>Whether the blog's generator fills something in.</summary>
    internal static bool IsMadeByTemplate(string address) => address.AsSpan().IndexOfAny("{}<>$") >= 0;

    private static string? HostProblem(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(":/?#");
        var host = end < 0 ? rest : rest[..end];
        return host switch
        {
            "" => "names no site",
            "http" or "https" => "begins with https:// twice",
            "localhost" or "127.0.0.1" or "0.0.0.0" => "leads to the computer of whoever reads it",
            _ => null,
        };
    }

    private static bool IsLikeHttp(string scheme)
    {
        if (scheme.Length is < 3 or > 6 || !scheme.All(char.IsAsciiLetter))
            return false;
        var lower = scheme.ToLowerInvariant();
        return lower is not "ftp" and not "ftps"
            && (new EditDistance(lower).To("http", 1) <= 1 || new EditDistance(lower).To("https", 1) <= 1);
    }
}
