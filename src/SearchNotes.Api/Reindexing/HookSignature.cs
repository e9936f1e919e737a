using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Middleware;

namespace SearchNotes.Api.Reindexing;

/// <summary>Verifies that a webhook was sent by the forge. Works on a stream, so the body need not be buffered.</summary>
internal sealed class HookSignature : IDisposable
{
    /// <summary>GitLab sends the secret itself.</summary>
    private const string Token = "X-Gitlab-Token";

    /// <summary>GitHub, Forgejo and Gitea send an HMAC-SHA256 of the body in hexadecimal; GitHub adds the prefix <c>sha256=</c>.</summary>
    private static readonly string[] Signatures = ["X-Hub-Signature-256", "X-Forgejo-Signature", "X-Gitea-Signature"];

    private readonly string sent;
    private readonly string secret;
    private readonly IncrementalHash? hash;

    private HookSignature(string sent, string secret, bool isToken)
    {
        (this.sent, this.secret) = (sent, secret);
        hash = isToken ? null : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret.Trim()));
    }

    /// <summary>Returns the signature or token that a request carries.</summary>
    /// <param name="fields">The header fields of the request.</param>
    /// <param name="secret">The secret shared with the forge.</param>
    /// <returns><see langword="null"/> when the request has neither; the body then need not be read.</returns>
    public static HookSignature? Of(IHeaderDictionary fields, string secret)
    {
        if (Signatures.FirstOrDefault(fields.ContainsKey) is { } name)
            return new HookSignature(fields[name].ToString(), secret, isToken: false);
        return fields.TryGetValue(Token, out var token) ? new HookSignature(token.ToString(), secret, isToken: true) : null;
    }

    /// <summary>Adds the next part of the raw body.</summary>
    public void Append(ReadOnlySpan<byte> piece) => hash?.AppendData(piece);

    /// <summary>Whether the signature matches the secret and the body, compared in constant time. Call once, at the end of the
    /// body.</summary>
    public bool IsValid()
    {
        if (hash is null)
            return OperatorKey.IsSame(sent, secret);

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(expected);
        var digits = sent.AsSpan();
        if (digits.StartsWith("sha256=", StringComparison.Ordinal))
            digits = digits["sha256=".Length..];
        return Convert.FromHexString(digits, claimed, out _, out var length) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(claimed[..length], expected);
    }

    public void Dispose() => hash?.Dispose();
}
