using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Search;

/// <summary>Addresses of the other pages of a result, for the <c>Link</c> field (RFC 8288).</summary>
internal static class PagingLinks
{
    /// <summary>The last page that has a hit and may be asked for.</summary>
    public static int LastPage(int total, int perPage) =>
        Math.Max(1, Math.Min((total + perPage - 1) / perPage, SearchParameters.MaxReach / perPage));

    /// <summary>The field's value: first, prev, next and last, those that there are.</summary>
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

        string Link(string relation, int target) => $"<{request.Path}{Without(request.Query, "page", target)}>; rel=\"{relation}\"";
    }

    private static QueryString Without(IQueryCollection query, string name, int page)
    {
        var pairs = query.Where(pair => pair.Key != name)
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return QueryString.Create(pairs.Append(KeyValuePair.Create<string, string?>(name, page.ToString(CultureInfo.InvariantCulture))));
    }
}
