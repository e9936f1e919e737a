using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Search;

/// <summary>What the addresses mean that are asked again and again: reading one would cost more than sending the kept answer.</summary>
internal sealed class ParsedRequestCache
{
    /// <summary>At most so many, each of a few kilobytes.</summary>
    private const int MaxQuestions = 1000;

    /// <summary>Longer addresses are rare, and read every time.</summary>
    private const int MaxCharacters = 300;

    private readonly ConcurrentDictionary<string, ParsedSearchRequest> questions = new(StringComparer.Ordinal);

    /// <summary>What a request asks, if the same was kept before.</summary>
    public ParsedSearchRequest? Find(HttpRequest request) => questions.GetValueOrDefault(AddressOf(request));

    /// <summary>Keeps what a request asks; it has no faults.</summary>
    public void Keep(HttpRequest request, ParsedSearchRequest question)
    {
        var address = AddressOf(request);
        if (address.Length > MaxCharacters || questions.ContainsKey(address))
            return;
        // Starting again is cheaper than keeping an order of use.
        if (questions.Count >= MaxQuestions)
            questions.Clear();
        questions[address] = question;
    }

    private static string AddressOf(HttpRequest request) => request.QueryString.Value ?? "";
}
