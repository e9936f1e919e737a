using System.Net;
using System.Net.Sockets;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Checks whether the server can listen on its addresses, or which program already does.</summary>
internal static class AddressDiagnosis
{
    private const string Check = "address";
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Returns one finding per address.</summary>
    public static async Task<IReadOnlyList<Finding>> OfAsync(IReadOnlyList<string> urls, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var url in urls)
            findings.Add(await OfAsync(url, cancel));
        return findings;
    }

    private static async Task<Finding> OfAsync(string url, CancellationToken cancel)
    {
        var address =
            new Uri(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal));
        try
        {
            using var listener = new TcpListener(IpOf(address), address.Port);
            listener.ExclusiveAddressUse = true;
            listener.Start();
            return Finding.Ok(Check, $"{url} is free; \"searchnotes serve\" can listen there");
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return await HolderAsync(url, address, cancel);
        }
        catch (SocketException e)
        {
            return Finding.Failed(Check, $"cannot listen on {url}: {e.Message}",
                "choose another address with --urls; ports below 1024 need administrator rights");
        }
    }

    /// <summary>Identifies the program on an address by requesting the search box script, which every SearchNotes serves.</summary>
    private static async Task<Finding> HolderAsync(string url, Uri address, CancellationToken cancel)
    {
        var here = new UriBuilder(address) { Host = address.Host == "0.0.0.0" ? "localhost" : address.Host }.Uri;
        using var client = new HttpClient { Timeout = RequestTimeout, MaxResponseContentBufferSize = 1 << 20 };
        if (await AskAsync(client, new Uri(here, "/search-box.js"), cancel) is not (HttpStatusCode.OK, { } script)
            || !script.Contains("define('search-notes'", StringComparison.Ordinal))
        {
            return Finding.Failed(Check, $"{url} is taken by another program",
                $"stop that program, or choose another address with --urls; on Linux \"ss -ltnp sport = :{address.Port}\" names it");
        }

        return await AskAsync(client, new Uri(here, "/readyz"), cancel) is (HttpStatusCode.OK, _)
            ? Finding.Ok(Check, $"SearchNotes answers on {url} and is ready")
            : Finding.Warning(Check, $"SearchNotes listens on {url} but cannot search",
                $"open {new Uri(here, "/readyz")} for the reason");
    }

    private static async Task<(HttpStatusCode Status, string Body)?> AskAsync(HttpClient client, Uri address, CancellationToken cancel)
    {
        try
        {
            using var response = await client.GetAsync(address, cancel);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Maps a host as Kestrel does: an IP address to itself, localhost to loopback, and any other name to all addresses.</summary>
    private static IPAddress IpOf(Uri address) =>
        IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
}
