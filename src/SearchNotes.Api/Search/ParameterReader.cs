using System.Globalization;
using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Search;

/// <summary>Reads the parameters of a request and remembers the first that is wrong.</summary>
/// <param name="query">What the request has.</param>
/// <param name="known">What it may have.</param>
internal sealed class ParameterReader(IQueryCollection query, IReadOnlyList<Parameter> known)
{
    /// <summary>The first wrong one; <see langword="null"/> as long as all are right.</summary>
    public InvalidParameter? Wrong { get; private set; }

    /// <summary>Names in the request that mean nothing here, in order.</summary>
    public IEnumerable<string> Unknown =>
        query.Keys.Where(name => !known.Any(parameter => parameter.Name == name)).Order(StringComparer.Ordinal);

    /// <summary>The text; empty when it is not given.</summary>
    public string Text(TextParameter parameter) => One(parameter) ?? "";

    /// <summary>The word, or what holds without it.</summary>
    public string Choice(ChoiceParameter parameter) => One(parameter) ?? parameter.Default ?? "";

    /// <summary>The number, or what holds without it.</summary>
    public int Number(NumberParameter parameter) =>
        One(parameter) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : parameter.Default;

    /// <summary>All values, empty ones left out: a form sends its unused fields along.</summary>
    public IReadOnlyList<string> Many(Parameter parameter)
    {
        string[] values = [.. query[parameter.Name].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];
        if (parameter.FaultOf(values) is var (wrong, expected))
            Refuse(parameter.Name, wrong, expected);
        return Wrong is null ? values : [];
    }

    /// <summary>Says that a value that is right by itself is wrong here.</summary>
    public void Refuse(string parameter, string value, string expected) => Wrong ??= new InvalidParameter(parameter, value, expected);

    private string? One(Parameter parameter) => Many(parameter) is [var value] ? value : null;
}
