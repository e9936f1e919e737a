using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Search;

/// <summary>Builds the <c>Link</c> field with the addresses of the other pages of a result (RFC 8288).</summary>
internal static class PagingLinks
{
    /// <summary>Returns the number of the last page that has a hit and is within the paging limit, from 1.</summary>
    public static int LastPage(int total, int perPage) =>
        Math.Max(1, Math.Min((total + perPage - 1) / perPage, SearchParameters.MaxReach / perPage));

    /// <summary>Returns the value of the field: first, prev, next and last, as far as they exist.</summary>
    public static string Of(HttpRequest request, int page, int perPage, int total)
    {
        var last = LastPage(total, perPage);
        var links = new List<string> { Link("first", 1) };
        if (page > 1)
            links.Add(Link("prev", Math.Min(page - 1, last)));
        if (page < last)
            links.Add(Link("next", page + 1));
        links.Add(Link("last", last));
        return string.Join(", ", links);

        string Link(string relation, int target) => $"<{request.PathBase}{request.Path}{Without(request.Query, "page", target)}>; rel=\"{relation}\"";
    }

    private static QueryString Without(IQueryCollection query, string name, int page)
    {
        var pairs = query.Where(pair => pair.Key != name)
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return QueryString.Create(pairs.Append(KeyValuePair.Create<string, string?>(name, page.ToString(CultureInfo.InvariantCulture))));
    }
}
