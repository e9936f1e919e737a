using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNotes.Api.Search;

/// <summary>A query parameter. The same definition validates requests and describes the parameter in the OpenAPI document.</summary>
/// <param name="Name">The name in the query string.</param>
/// <param name="Description">The description in the OpenAPI document.</param>
internal abstract record Parameter(string Name, string Description)
{
    /// <summary>Maximum number of values. Several values are OR-ed. Default 1.</summary>
    public int MaxValues { get; init; } = 1;

    /// <summary>An example value.</summary>
    public string? Example { get; init; }

    /// <summary>The valid values, in words that follow "must be".</summary>
    public abstract string Expected { get; }

    /// <summary>Whether a value is valid.</summary>
    public abstract bool Allows(string value);

    /// <summary>Returns the first invalid value and the valid ones; <see langword="null"/> when all values are valid.</summary>
    public (string Value, string Expected)? FaultOf(IReadOnlyList<string> values) =>
        values.Count > MaxValues ? ($"{values.Count} values", MaxValues == 1 ? "given once" : $"given at most {MaxValues} times")
        : values.FirstOrDefault(value => !Allows(value)) is { } wrong ? (wrong, Expected)
        : null;
}

/// <summary>A text of limited length.</summary>
internal sealed record TextParameter(string Name, string Description) : Parameter(Name, Description)
{
    public int MaxCharacters { get; init; } = 200;

    public override string Expected => $"at most {MaxCharacters} characters long";

    public override bool Allows(string value) => value.Length <= MaxCharacters;
}

/// <summary>A text that matches a pattern.</summary>
/// <param name="Name">The name in the query string.</param>
/// <param name="Description">The description in the OpenAPI document.</param>
/// <param name="Form">The pattern of the whole value.</param>
/// <param name="InWords">The pattern in words that follow "must be".</param>
internal sealed record FormParameter(string Name, string Description, Regex Form, string InWords) : Parameter(Name, Description)
{
    public override string Expected => InWords;

    public override bool Allows(string value) => Form.IsMatch(value);
}

/// <summary>A choice from a fixed set of words.</summary>
internal sealed record ChoiceParameter(string Name, string Description, IReadOnlyList<string> Choices) : Parameter(Name, Description)
{
    /// <summary>The default; <see langword="null"/> for no restriction.</summary>
    public string? Default { get; init; }

    public override string Expected => $"one of {string.Join(", ", Choices)}";

    public override bool Allows(string value) => Choices.Contains(value, StringComparer.Ordinal);
}

/// <summary>Any of a fixed set of words with commas, or <c>true</c> for all of them (the default), or <c>false</c> for none.</summary>
internal sealed record ListParameter(string Name, string Description, IReadOnlyList<string> Items) : Parameter(Name, Description)
{
    public override string Expected => $"true, false, or any of {string.Join(", ", Items)}, with commas";

    /// <summary>Regular expression of all valid values.</summary>
    public string Pattern => $"^(true|false|({Alternatives})(,({Alternatives}))*)$";

    private string Alternatives => string.Join('|', Items);

    public override bool Allows(string value) =>
        value is "true" or "false" || value.Split(',').All(item => Items.Contains(item, StringComparer.Ordinal));

    /// <summary>Returns the words of a valid value.</summary>
    public IReadOnlyList<string> ItemsOf(string? value) => value switch
    {
        null or "true" => Items,
        "false" => [],
        _ => value.Split(','),
    };
}

/// <summary>A whole number in a range.</summary>
internal sealed record NumberParameter(string Name, string Description, int Min, int Max, int Default) : Parameter(Name, Description)
{
    public override string Expected => $"a whole number from {Min} to {Max}";

    public override bool Allows(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Min && number <= Max;
}
