using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNotes.Api.Search;

/// <summary>A query parameter: what it may be, for checking it and for describing it. One table serves both.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="Description">For the description of the service.</param>
internal abstract record Parameter(string Name, string Description)
{
    /// <summary>How many values it may have. More than one: they are OR-ed.</summary>
    public int MaxValues { get; init; } = 1;

    /// <summary>A value to show.</summary>
    public string? Example { get; init; }

    /// <summary>What a value must be, in words that follow "must be".</summary>
    public abstract string Expected { get; }

    /// <summary>Whether a value is allowed.</summary>
    public abstract bool Allows(string value);

    /// <summary>The first value that is not allowed, and what it must be; <see langword="null"/> when all are right.</summary>
    public (string Value, string Expected)? FaultOf(IReadOnlyList<string> values) =>
        values.Count > MaxValues ? ($"{values.Count} values", MaxValues == 1 ? "given once" : $"given at most {MaxValues} times")
        : values.FirstOrDefault(value => !Allows(value)) is { } wrong ? (wrong, Expected)
        : null;
}

/// <summary>Any text, up to a length.</summary>
internal sealed record TextParameter(string Name, string Description) : Parameter(Name, Description)
{
    public int MaxCharacters { get; init; } = 200;

    public override string Expected => $"at most {MaxCharacters} characters long";

    public override bool Allows(string value) => value.Length <= MaxCharacters;
}

/// <summary>A text of a form.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="Description">For the description of the service.</param>
/// <param name="Form">The whole value matches it.</param>
/// <param name="InWords">The form in words that follow "must be".</param>
internal sealed record FormParameter(string Name, string Description, Regex Form, string InWords) : Parameter(Name, Description)
{
    public override string Expected => InWords;

    public override bool Allows(string value) => Form.IsMatch(value);
}

/// <summary>One of a few words.</summary>
internal sealed record ChoiceParameter(string Name, string Description, IReadOnlyList<string> Choices) : Parameter(Name, Description)
{
    /// <summary>What holds when it is not given; <see langword="null"/> for no restriction.</summary>
    public string? Default { get; init; }

    public override string Expected => $"one of {string.Join(", ", Choices)}";

    public override bool Allows(string value) => Choices.Contains(value, StringComparer.Ordinal);
}

/// <summary>A whole number in a range.</summary>
internal sealed record NumberParameter(string Name, string Description, int Least, int Most, int Default) : Parameter(Name, Description)
{
    public override string Expected => $"a whole number from {Least} to {Most}";

    public override bool Allows(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most;
}
