namespace SearchNotes.Api.Search;

/// <summary>The rules for the values of a search, for those who search without the API.</summary>
public static class SearchRules
{
    private static readonly Lazy<IReadOnlyList<Parameter>> Known = new(() => new SearchParameters(int.MaxValue).All);

    /// <summary>What the values of a parameter must be, in words that follow "must be"; <see langword="null"/> when they are
    /// that.</summary>
    /// <param name="parameter">Its name, as the API has it: <c>year</c>.</param>
    /// <param name="values">Its values; empty ones are left out, as the API does.</param>
    public static string? WhatIsWanted(string parameter, IEnumerable<string> values)
    {
        string[] given = [.. values.Select(value => value.Trim()).Where(value => value.Length > 0)];
        return Known.Value.Single(known => known.Name == parameter).FaultOf(given)?.Expected;
    }
}
