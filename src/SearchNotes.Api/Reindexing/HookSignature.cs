using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Middleware;

namespace SearchNotes.Api.Reindexing;

/// <summary>How a forge proves that a hook is its own. Checked piece by piece, so that no body has to be kept for it.</summary>
internal sealed class HookSignature : IDisposable
{
    /// <summary>GitLab sends the secret itself.</summary>
    private const string Token = "X-Gitlab-Token";

    /// <summary>GitHub, Forgejo and Gitea send an HMAC-SHA256 of the body in hexadecimal digits; GitHub names the method in
    /// front.</summary>
    private static readonly string[] Signatures = ["X-Hub-Signature-256", "X-Forgejo-Signature", "X-Gitea-Signature"];

    private readonly string sent;
    private readonly string secret;
    private readonly IncrementalHash? hash;

    private HookSignature(string sent, string secret, bool isToken)
    {
        (this.sent, this.secret) = (sent, secret);
        hash = isToken ? null : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret.Trim()));
    }

    /// <summary>The proof that a request carries.</summary>
    /// <param name="fields">The fields of the request.</param>
    /// <param name="secret">What forge and service share.</param>
    /// <returns><see langword="null"/> when there is none; the body need not even be read then.</returns>
    public static HookSignature? Of(IHeaderDictionary fields, string secret)
    {
        if (Signatures.FirstOrDefault(fields.ContainsKey) is { } name)
            return new HookSignature(fields[name].ToString(), secret, isToken: false);
        return fields.TryGetValue(Token, out var token) ? new HookSignature(token.ToString(), secret, isToken: true) : null;
    }

    /// <summary>Takes the next piece of the body, byte by byte as it came.</summary>
    public void Append(ReadOnlySpan<byte> piece) => hash?.AppendData(piece);

    /// <summary>Whether the proof fits secret and body, in a time that does not tell how well. Asked once, at the end of the
    /// body.</summary>
    public bool Fits()
    {
        if (hash is null)
            return OperatorKey.IsSame(sent, secret);

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(right);
        var digits = sent.AsSpan();
        if (digits.StartsWith("sha256=", StringComparison.Ordinal))
            digits = digits["sha256=".Length..];
        return Convert.FromHexString(digits, claimed, out _, out var length) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(claimed[..length], right);
    }

    public void Dispose() => hash?.Dispose();
}
