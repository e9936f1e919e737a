using System.Text.RegularExpressions;
using SearchNotes.Querying;

namespace SearchNotes.Api.Search;

/// <summary>The parameters of a search.</summary>
internal sealed partial class SearchParameters
{
    /// <summary>Maximum of <c>page × per_page</c>.</summary>
    public const int MaxReach = 1000;

    private const int MaxFilters = 20;

    public SearchParameters(ServeOptions options)
        : this(options.MaxQueryCharacters)
    {
    }

    internal SearchParameters(int maxQueryCharacters)
    {
        Query = new("q",
            "The query: plain words, `\"phrases\"`, `-not`, `OR`, `prefix*`, `speaker:`, `topic:`, `event:`, `tag:`, `code:`, `qa:`, `quote:`, `kind:`, `year:2012..2014`, `lang:`, `has:code`. An empty query lists all talks, newest first.")
        { MaxCharacters = maxQueryCharacters, Example = "linear svc" };
        All = [Query, .. Facet.All.Select(facet => Filters[facet]), Has, Sort, Group, Page, PerPage, Explain, Facets];
    }

    public TextParameter Query { get; }

    /// <summary>The filter of each facet.</summary>
    public IReadOnlyDictionary<Facet, Parameter> Filters { get; } = Facet.All.ToDictionary(facet => facet, FilterOf);

    public ChoiceParameter Has { get; } =
        new("has", "Only talks whose notes hold code blocks, questions and answers, quotes, or a link to a recording.", ContentNames.All)
        {
            MaxValues = ContentNames.All.Count,
        };

    public ChoiceParameter Sort { get; } =
        new("sort", "The order of the hits.", ["relevance", "date_desc", "date_asc"]) { Default = "relevance" };

    public ChoiceParameter Group { get; } =
        new("group", "`post` shows only the best hit of each post.", ["none", "post"]) { Default = "none" };

    public NumberParameter Page { get; } =
        new("page", $"The page number. `page × per_page` is at most {MaxReach}. A page past the last hit is empty.", 1, MaxReach, 1);

    public NumberParameter PerPage { get; } = new("per_page", "Hits per page.", 1, 100, 10);

    public ChoiceParameter Explain { get; } =
        new("explain", "Explain the score of each hit, in words and numbers.", ["true", "false"]) { Default = "false" };

    public ListParameter Facets { get; } = new("facets",
        "The facets whose values are counted: `true` for all, `false` for none, or names with commas. A facet that is not counted is an empty list. Fewer facets make the answer smaller and faster.",
        [.. Facet.All.Select(facet => facet.Name)])
    { Example = "speaker,year" };

    /// <summary>All search parameters, in the order of the OpenAPI document.</summary>
    public IReadOnlyList<Parameter> All { get; }

    private static Parameter FilterOf(Facet facet)
    {
        var (name, description) = (facet.Name, facet.Description + ".");
        Parameter filter =
            facet.Values.Count > 0 ? new ChoiceParameter(name, description, facet.Values)
            : facet == Facet.Language
                ? new FormParameter(name, description, LanguageForm(), "a language code of two or three letters, such as en")
            : facet == Facet.Year
                ? new FormParameter(name, description, YearForm(), "a year or a range of years, such as 2013 or 2012..2014")
            : new TextParameter(name, description);
        return filter with { MaxValues = MaxFilters, Example = facet.Example };
    }

    [GeneratedRegex("^[a-zA-Z]{2,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageForm();

    [GeneratedRegex(@"^[0-9]{4}(\.\.[0-9]{4})?$", RegexOptions.NonBacktracking)]
    private static partial Regex YearForm();
}
