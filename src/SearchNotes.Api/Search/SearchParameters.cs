using System.Text.RegularExpressions;

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
        All = [Query, Speaker, Tag, Event, Kind, Language, Year, Has, Sort, Group, Page, PerPage, Explain, Facets];
    }

    public TextParameter Query { get; }

    public TextParameter Speaker { get; } = new("speaker", "Only talks by this speaker, by name or slug.") { MaxValues = MaxFilters };

    public TextParameter Tag { get; } = new("tag", "Only talks with this tag.") { MaxValues = MaxFilters };

    public TextParameter Event { get; } = new("event", "Only talks at this event, by title or slug.") { MaxValues = MaxFilters };

    public ChoiceParameter Kind { get; } =
        new("kind", "Only sessions of this kind; `post` is the text of a post outside its talks.",
            ApiNames.Kinds)
        {
            MaxValues = MaxFilters,
        };

    public FormParameter Language { get; } =
        new("language", "Only texts in this language.", LanguageForm(),
            "a language code of two or three letters, such as en")
        {
            MaxValues = MaxFilters,
            Example = "en",
        };

    public FormParameter Year { get; } =
        new("year", "Only talks of this year, or of these years.", YearForm(),
            "a year or a range of years, such as 2013 or 2012..2014")
        {
            MaxValues = MaxFilters,
            Example = "2012..2014",
        };

    public ChoiceParameter Has { get; } =
        new("has", "Only talks whose notes hold code blocks, questions and answers, or quotes.", ["code", "qa", "quote"]) { MaxValues = 3 };

    public ChoiceParameter Sort { get; } =
        new("sort", "The order of the hits.", ["relevance", "date_desc", "date_asc"]) { Default = "relevance" };

    public ChoiceParameter Group { get; } =
        new("group", "`post` shows only the best hit of each post.", ["none", "post"]) { Default = "none" };

    public NumberParameter Page { get; } =
        new("page", $"The page number. `page × per_page` is at most {MaxReach}. A page past the last hit is empty.", 1, MaxReach, 1);

    public NumberParameter PerPage { get; } = new("per_page", "Hits per page.", 1, 100, 10);

    public ChoiceParameter Explain { get; } =
        new("explain", "Explain the score of each hit, in words and numbers.", ["true", "false"]) { Default = "false" };

    public ChoiceParameter Facets { get; } =
        new("facets", "Count the values of each facet; `false` makes the answer smaller and faster.", ["true", "false"]) { Default = "true" };

    /// <summary>All search parameters, in the order of the OpenAPI document.</summary>
    public IReadOnlyList<Parameter> All { get; }

    [GeneratedRegex("^[a-zA-Z]{2,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageForm();

    [GeneratedRegex(@"^[0-9]{4}(\.\.[0-9]{4})?$", RegexOptions.NonBacktracking)]
    private static partial Regex YearForm();
}
