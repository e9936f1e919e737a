using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Manners;

namespace SearchNotes.Api.Hooks;

/// <summary>How a forge proves that a hook is its own.</summary>
internal static class HookSignature
{
    /// <summary>GitLab sends the secret itself.</summary>
    private const string Token = "X-Gitlab-Token";

    /// <summary>GitHub, Forgejo and Gitea send an HMAC-SHA256 of the body in hexadecimal digits; GitHub names the method in front.</summary>
    private static readonly string[] Signatures = ["X-Hub-Signature-256", "X-Forgejo-Signature", "X-Gitea-Signature"];

    /// <summary>Whether there is any proof to check; without one the body is not even read.</summary>
    public static bool IsThere(IHeaderDictionary fields) => fields.ContainsKey(Token) || Signatures.Any(fields.ContainsKey);

    /// <summary>Whether the proof fits secret and body, in a time that does not tell how well.</summary>
    /// <param name="fields">The fields of the request.</param>
    /// <param name="body">Its body, byte by byte as it came.</param>
    /// <param name="secret">What forge and service share.</param>
    public static bool Fits(IHeaderDictionary fields, ReadOnlySpan<byte> body, string secret)
    {
        if (Signatures.FirstOrDefault(fields.ContainsKey) is not { } name)
            return OperatorKey.IsSame(fields[Token].ToString(), secret);

        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret.Trim()), body, right);
        var digits = fields[name].ToString().AsSpan();
        if (digits.StartsWith("sha256=", StringComparison.Ordinal))
            digits = digits["sha256=".Length..];
        return Convert.FromHexString(digits, sent, out _, out var length) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(sent[..length], right);
    }
}
