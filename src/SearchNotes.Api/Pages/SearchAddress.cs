using System.Globalization;
using Microsoft.AspNetCore.Http;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>Builds the addresses of searches.</summary>
internal static class SearchAddress
{
    /// <summary>Returns the path of the search page.</summary>
    public static string Of(SearchRequest request) => "/" + Query(request);

    /// <summary>Returns the path of the feed, which is always ordered newest first.</summary>
    public static string Feed(SearchRequest request) =>
        "/feed.atom" + Query(request with { Sort = SearchSort.Relevance, Page = 1, PerPage = 10, GroupByPost = false, Explain = false });

    /// <summary>Whether the request has only default values.</summary>
    public static bool IsEmpty(SearchRequest request) => Query(request).Length == 0;

    private static string Query(SearchRequest request)
    {
        var pairs = new List<KeyValuePair<string, string?>>();
        if (request.Query.Length > 0)
            pairs.Add(new("q", request.Query));
        foreach (var facet in Facet.All)
            Add(facet.Name, request.ValuesOf(facet));
        Add("has", request.Has);
        if (request.Sort != SearchSort.Relevance)
            pairs.Add(new("sort", request.Sort == SearchSort.DateDescending ? "date_desc" : "date_asc"));
        if (request.GroupByPost)
            pairs.Add(new("group", "post"));
        if (request.Page > 1)
            pairs.Add(new("page", request.Page.ToString(CultureInfo.InvariantCulture)));
        if (request.PerPage != 10)
            pairs.Add(new("per_page", request.PerPage.ToString(CultureInfo.InvariantCulture)));
        if (request.Explain)
            pairs.Add(new("explain", "true"));
        return QueryString.Create(pairs).Value ?? "";

        void Add(string name, IReadOnlyList<string> values) =>
            pairs.AddRange(values.Select(value => new KeyValuePair<string, string?>(name, value)));
    }
}
