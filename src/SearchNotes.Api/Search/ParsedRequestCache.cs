using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Search;

/// <summary>Caches the parsed form of repeated search addresses: parsing one would cost more than sending the cached answer.
/// Thread-safe.</summary>
internal sealed class ParsedRequestCache
{
    /// <summary>Maximum number of requests, each of a few kilobytes.</summary>
    private const int MaxRequests = 1000;

    /// <summary>Maximum length of a cached query string. Longer ones are rare and parsed every time.</summary>
    private const int MaxCharacters = 300;

    private readonly BoundedCache<string, ParsedSearchRequest> requests = new(MaxRequests);

    /// <summary>Returns the cached form of a request; <see langword="null"/> when it is not cached.</summary>
    public ParsedSearchRequest? Find(HttpRequest request) =>
        requests.TryGet(AddressOf(request), out var known) ? known : null;

    /// <summary>Caches a valid request.</summary>
    public void Add(HttpRequest request, ParsedSearchRequest question)
    {
        var address = AddressOf(request);
        if (address.Length <= MaxCharacters)
            requests.Add(address, question);
    }

    private static string AddressOf(HttpRequest request) => request.QueryString.Value ?? "";
}
