namespace SearchNotes.Querying.Syntax;

/// <summary>A filter that can be named in a query: a facet, a programming language, or a kind of content.</summary>
/// <param name="Name">The name in the normal form.</param>
/// <param name="Facet">The facet; <see langword="null"/> for <see cref="CodeLanguage"/> and <see cref="Has"/>.</param>
internal sealed record QueryFilter(string Name, Facet? Facet)
{
    /// <summary>A programming language, in lower case: <c>lang:haskell</c>. Any value of <c>lang:</c> that is not a language of the notes
    /// is one.</summary>
    public static QueryFilter CodeLanguage { get; } = new("lang", null);

    /// <summary>A kind of content, see <see cref="ContentNames"/>: <c>has:code</c>.</summary>
    public static QueryFilter Has { get; } = new("has", null);

    /// <summary>The filters by the names that a query can use.</summary>
    public static IReadOnlyDictionary<string, QueryFilter> ByName { get; } = new Dictionary<string, QueryFilter>(
        from facet in Facet.All
        where facet.QueryNames.Count > 0
        let filter = new QueryFilter(facet.QueryNames[0], facet)
        from name in facet.QueryNames
        select KeyValuePair.Create(name, filter),
        StringComparer.OrdinalIgnoreCase)
    {
        [Has.Name] = Has,
    };
}
