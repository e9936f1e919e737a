namespace SearchNotes.Api.Search;

/// <summary>The validation rules of the search parameters, for callers that search without the API.</summary>
public static class SearchRules
{
    private static readonly Lazy<IReadOnlyList<Parameter>> Known = new(() => new SearchParameters(int.MaxValue).All);

    /// <summary>Returns the valid values of a parameter, in words that follow "must be"; <see langword="null"/> when the given values are
    /// valid.</summary>
    /// <param name="parameter">The name of the parameter in the API: <c>year</c>.</param>
    /// <param name="values">The values; empty ones are ignored, as in the API.</param>
    public static string? ValidValues(string parameter, IEnumerable<string> values)
    {
        string[] given = [.. values.Select(value => value.Trim()).Where(value => value.Length > 0)];
        return Named(parameter).FaultOf(given)?.Expected;
    }

    /// <summary>Returns the words that a parameter accepts; none when it accepts any text.</summary>
    /// <param name="parameter">The name of the parameter in the API: <c>sort</c>.</param>
    public static IReadOnlyList<string> Words(string parameter) => Named(parameter) is ChoiceParameter choice ? choice.Choices : [];

    private static Parameter Named(string parameter) => Known.Value.Single(known => known.Name == parameter);
}
