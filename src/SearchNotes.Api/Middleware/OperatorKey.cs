using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Middleware;

/// <summary>The keys of whoever runs the service.</summary>
internal static class OperatorKey
{
    /// <summary>Whether a request carries the key as <c>Authorization: Bearer KEY</c>.</summary>
    public static bool IsSent(HttpRequest request, string key)
    {
        const string scheme = "Bearer ";
        var sent = request.Headers.Authorization.ToString();
        return sent.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && IsSame(sent[scheme.Length..], key);
    }

    /// <summary>Compares hashes in constant time: how long it takes tells neither the key's letters nor its length.</summary>
    public static bool IsSame(string sent, string key) => CryptographicOperations.FixedTimeEquals(Hash(sent.Trim()), Hash(key.Trim()));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
