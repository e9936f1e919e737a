using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Middleware;

/// <summary>Checks the operator's key.</summary>
internal static class OperatorKey
{
    /// <summary>Whether the request has one of the keys as <c>Authorization: Bearer KEY</c>.</summary>
    public static bool IsSent(HttpRequest request, IReadOnlyList<string> keys)
    {
        const string scheme = "Bearer ";
        var sent = request.Headers.Authorization.ToString();
        if (!sent.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        // Every key is compared, so the duration does not say which one was right.
        var isOne = false;
        foreach (var key in keys)
            isOne |= IsSame(sent[scheme.Length..], key);
        return isOne;
    }

    /// <summary>Whether two keys are equal. Hashes are compared in constant time, so the duration reveals neither the key nor its
    /// length.</summary>
    public static bool IsSame(string sent, string key) => CryptographicOperations.FixedTimeEquals(Hash(sent.Trim()), Hash(key.Trim()));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
