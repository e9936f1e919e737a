using SearchNotes.Querying.Syntax;

namespace SearchNotes.Tests.Querying;

/// <summary>Shows a query's tree as the last column of docs/query-syntax.md does.</summary>
internal static class QueryTree
{
    public static string Of(string typed) => Of(QueryReader.Read(typed));

    public static string Of(ParsedQuery query) => string.Join(", ", query.Root.Clauses.Select(Show));

    private static string Show(Clause clause) => clause switch
    {
        WordClause word => word.Text,
        PrefixClause prefix => prefix.Text + "*",
        PhraseClause phrase => $"\"{phrase.Text}\"",
        NotClause not => "not " + Show(not.Clause),
        FieldClause field => $"{ClauseFields.NameOf(field.Field)}: {Show(field.Clause)}",
        FilterClause filter => $"[{filter.Filter.Name} {string.Join(" or ", filter.Values)}]",
        AnyClause any => $"({string.Join(" or ", any.Clauses.Select(Show))})",
        AllClause all => $"({string.Join(", ", all.Clauses.Select(Show))})",
        _ => throw new InvalidOperationException($"no such clause: {clause}"),
    };
}
