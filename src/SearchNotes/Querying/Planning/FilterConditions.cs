using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Querying.Planning;

/// <summary>Filters as plain data; the same conditions as those of <see cref="Filters"/>.</summary>
internal static class FilterConditions
{
    /// <summary>Returns the condition of a filter in a query.</summary>
    public static Condition Of(FilterClause clause) =>
        clause.Filter.Facet == Facet.Language ? Condition.Any([AnyOf(Facet.Language, clause.Values), OfCode(clause.Values)])
        : clause.Filter.Facet is { } facet ? AnyOf(facet, clause.Values)
        : clause.Filter == QueryFilter.Has ? Has(clause.Values)
        : OfCode(clause.Values);

    private static ValueCondition OfCode(IReadOnlyList<string> languages) =>
        new(Schema.CodeLanguage, [.. languages.SelectMany(CodeLanguageNames.Of).Distinct(StringComparer.Ordinal)]);

    /// <summary>Returns the condition for at least one of the values of a facet.</summary>
    public static Condition AnyOf(Facet facet, IReadOnlyList<string> values) =>
        facet == Facet.Year ? new DayCondition(Filters.DaysOf(values))
        : new ValueCondition(facet.Field, [.. values.Select(facet.KeyOfRequested).Distinct(StringComparer.Ordinal)]);

    /// <summary>Returns the condition for all of these kinds of content, by the names of <see cref="ContentNames"/>.</summary>
    public static Condition Has(IReadOnlyList<string> names) =>
        new ContentCondition(names.Aggregate(ContentFlags.None, static (all, name) => all | ContentNames.FlagOf(name)));
}
