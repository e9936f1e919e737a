using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Responses;
using SearchNotes.Querying;

namespace SearchNotes.Api.Search;

/// <summary>A search request parsed from a query string.</summary>
/// <param name="Request">The request for the searcher.</param>
/// <param name="Notes">Notes about the query string, such as unknown parameters.</param>
internal sealed record ParsedSearchRequest(SearchRequest Request, IReadOnlyList<string> Notes)
{
    private string? key;

    /// <summary>A key that is equal for searches with equal answers, so that they share an entity tag.</summary>
    public string Key => key ??= KeyOf(Request, Notes);

    /// <summary>Parses a query string. <c>Wrong</c> is set when a parameter is invalid.</summary>
    public static (ParsedSearchRequest Question, InvalidParameter? Wrong) Read(IQueryCollection query, SearchParameters parameters,
        ServeOptions options)
    {
        var reader = new ParameterReader(query, parameters.All);
        var request = new SearchRequest { Query = reader.Text(parameters.Query) };
        foreach (var facet in Facet.All)
            request = request.With(facet, reader.Many(parameters.Filters[facet]));
        var facets = reader.List(parameters.Facets);
        request = request with
        {
            Has = reader.Many(parameters.Has),
            Sort = SortOf(reader.Choice(parameters.Sort)),
            GroupByPost = reader.Choice(parameters.Group) == "post",
            Page = reader.Number(parameters.Page),
            PerPage = reader.Number(parameters.PerPage),
            Explain = reader.Choice(parameters.Explain) == "true",
            Facets = [.. Facet.All.Where(facet => facets.Contains(facet.Name))],
            Budget = options.SearchBudget,
        };
        if ((long)request.Page * request.PerPage > SearchParameters.MaxReach)
        {
            reader.Refuse(parameters.Page.Name, $"{request.Page}",
                $"at most {SearchParameters.MaxReach / request.PerPage} with {request.PerPage} hits per page: "
                + $"page × per_page is limited to {SearchParameters.MaxReach}");
        }
        string[] notes = [.. reader.Unknown.Take(10).Select(name => $"The parameter \"{name}\" is unknown and was ignored.")];
        return (new ParsedSearchRequest(request, notes), reader.Wrong);
    }

    private static SearchSort SortOf(string word) => word switch
    {
        "date_desc" => SearchSort.DateDescending,
        "date_asc" => SearchSort.DateAscending,
        _ => SearchSort.Relevance,
    };

    private static string KeyOf(SearchRequest request, IReadOnlyList<string> notes)
    {
        var key = new StringBuilder(request.NormalQuery);
        // Values are separated by a control character that no valid value contains.
        foreach (var values in (IEnumerable<IReadOnlyList<string>>)[.. Facet.All.Select(request.ValuesOf), request.Has])
            key.Append('\n').AppendJoin('\u001f', values);
        key.Append(CultureInfo.InvariantCulture, $"\n{request.Sort} {request.GroupByPost} {request.Page} {request.PerPage} ");
        key.Append(CultureInfo.InvariantCulture, $"{request.Explain} ").AppendJoin(',', request.Facets.Select(facet => facet.Name)).Append(' ');
        return key.AppendJoin('\u001f', notes).ToString();
    }
}
