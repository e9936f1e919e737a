using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SearchNotes.OpenSearch.Transport;

/// <summary>Creates the handler that connects to nodes.</summary>
internal static class ClusterHandler
{
    /// <summary>Returns a handler that keeps connections, follows no redirects, and verifies certificates.</summary>
    /// <exception cref="SearchNotesException">The file of authorities cannot be read.</exception>
    public static SocketsHttpHandler Create(ClusterOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        };
        if (options.AuthorityFile is { } file)
        {
            var authorities = Read(file);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                IsTrusted(certificate, chain, errors, authorities);
        }

        return handler;
    }

    private static X509Certificate2Collection Read(string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Settings, $"The file {file} of opensearch_ca cannot be read: {e.Message}", e);
        }

        return authorities.Count > 0 ? authorities
            : throw new SearchNotesException(Fault.Settings, $"The file {file} of opensearch_ca holds no certificate in PEM.");
    }

    /// <summary>Returns whether a certificate is for the host and comes from one of the authorities; only the authority may be unknown to
    /// the machine.</summary>
    private static bool IsTrusted(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors,
        X509Certificate2Collection authorities)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (sent is not null)
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainElements.Select(element => element.Certificate).ToArray());
        return chain.Build(new X509Certificate2(certificate));
    }
}
