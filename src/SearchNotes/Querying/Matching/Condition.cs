using System.Globalization;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Matching;

/// <summary>A condition on documents as plain data, which an engine outside this process can check.</summary>
internal abstract record Condition
{
    /// <summary>A text that equal conditions share.</summary>
    public abstract string Key { get; }

    /// <summary>Returns a condition that holds where any of the parts does.</summary>
    public static Condition Any(IReadOnlyList<Condition> parts) => parts is [var only] ? only : new AnyCondition(parts);

    /// <summary>Returns a condition that holds where all of the parts do.</summary>
    public static Condition All(IReadOnlyList<Condition> parts) => parts is [var only] ? only : new AllCondition(parts);

    private protected static string KeyOf(char sign, IEnumerable<Condition> parts) =>
        $"{sign}({string.Join(' ', parts.Select(p => p.Key))})";
}

/// <summary>One of the terms is in one of the fields.</summary>
internal sealed record TermCondition(FieldSet Fields, IReadOnlyList<string> Terms) : Condition
{
    /// <inheritdoc/>
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"t{(int)Fields}:{string.Join('\u0002', Terms)}");
}

/// <summary>One of the fields holds a term of each step, in this order, side by side.</summary>
internal sealed record SequenceCondition(FieldSet Fields, IReadOnlyList<IReadOnlyList<string>> Steps) : Condition
{
    /// <inheritdoc/>
    public override string Key => string.Create(CultureInfo.InvariantCulture,
        $"s{(int)Fields}:{string.Join('\u0003', Steps.Select(step => string.Join('\u0002', step)))}");
}

/// <summary>All parts hold; without parts every document matches.</summary>
internal sealed record AllCondition(IReadOnlyList<Condition> Parts) : Condition
{
    /// <inheritdoc/>
    public override string Key => KeyOf('&', Parts);
}

/// <summary>At least one part holds; without parts no document matches.</summary>
internal sealed record AnyCondition(IReadOnlyList<Condition> Parts) : Condition
{
    /// <inheritdoc/>
    public override string Key => KeyOf('|', Parts);
}

/// <summary>The part does not hold.</summary>
internal sealed record NotCondition(Condition Part) : Condition
{
    /// <inheritdoc/>
    public override string Key => KeyOf('!', [Part]);
}

/// <summary>The document has one of the values, as keys that all spellings share.</summary>
internal sealed record ValueCondition(string Field, IReadOnlyList<string> Keys) : Condition
{
    /// <inheritdoc/>
    public override string Key => $"v{Field}:{string.Join('\u0002', Keys)}";
}

/// <summary>The day of the document is in one of the ranges, both ends included.</summary>
internal sealed record DayCondition(IReadOnlyList<(int First, int Last)> Ranges) : Condition
{
    /// <inheritdoc/>
    public override string Key => $"d{string.Join(',', Ranges)}";
}

/// <summary>The document has all of these kinds of content.</summary>
internal sealed record ContentCondition(ContentFlags Required) : Condition
{
    /// <inheritdoc/>
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"c{(int)Required}");
}
