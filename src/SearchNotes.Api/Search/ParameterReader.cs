using System.Globalization;
using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Search;

/// <summary>Reads the parameters of a request and remembers the first invalid one.</summary>
/// <param name="query">The query string of the request.</param>
/// <param name="known">The parameters of the endpoint.</param>
internal sealed class ParameterReader(IQueryCollection query, IReadOnlyList<Parameter> known)
{
    /// <summary>The first invalid parameter; <see langword="null"/> while all are valid.</summary>
    public InvalidParameter? Wrong { get; private set; }

    /// <summary>Names in the request that the endpoint does not know, sorted.</summary>
    public IEnumerable<string> Unknown =>
        query.Keys.Where(name => !known.Any(parameter => parameter.Name == name)).Order(StringComparer.Ordinal);

    /// <summary>Returns the text; empty when it is not given.</summary>
    public string Text(TextParameter parameter) => One(parameter) ?? "";

    /// <summary>Returns the word, or the default.</summary>
    public string Choice(ChoiceParameter parameter) => One(parameter) ?? parameter.Default ?? "";

    /// <summary>Returns the words of a list; all of them when it is not given.</summary>
    public IReadOnlyList<string> List(ListParameter parameter) => parameter.ItemsOf(One(parameter));

    /// <summary>Returns the number, or the default.</summary>
    public int Number(NumberParameter parameter) =>
        One(parameter) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : parameter.Default;

    /// <summary>Returns all values except empty ones: a form also sends its unused fields.</summary>
    public IReadOnlyList<string> Many(Parameter parameter)
    {
        string[] values = [.. query[parameter.Name].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];
        if (parameter.FaultOf(values) is var (wrong, expected))
            Refuse(parameter.Name, wrong, expected);
        return Wrong is null ? values : [];
    }

    /// <summary>Reads all parameters, so that <see cref="Wrong"/> is set when one of them is invalid.</summary>
    public void ReadAll()
    {
        foreach (var parameter in known)
            _ = Many(parameter);
    }

    /// <summary>Rejects a value that is valid by itself but not in this request.</summary>
    public void Refuse(string parameter, string value, string expected) => Wrong ??= new InvalidParameter(parameter, value, expected);

    private string? One(Parameter parameter) => Many(parameter) is [var value] ? value : null;
}
