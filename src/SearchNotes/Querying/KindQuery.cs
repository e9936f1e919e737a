using SearchNotes.Querying.Facets;
using SearchNotes.Talks;

namespace SearchNotes.Querying;

/// <summary>Reads a query such as "keynotes" or "lightning talks 2014" as the sessions of that kind.</summary>
internal static class KindQuery
{
    /// <summary>Returns the search for the sessions of the kind that a query names; <see langword="null"/> when it names none, when the
    /// request filters kinds itself, or when the index has no such session.</summary>
    /// <param name="request">The request.</param>
    /// <param name="docValues">The documents.</param>
    public static SearchRequest? Of(SearchRequest request, DocumentValues docValues) => Of(request, kind => Has(docValues, kind));

    /// <inheritdoc cref="Of(SearchRequest, DocumentValues)"/>
    /// <param name="request">The request.</param>
    /// <param name="has">Returns whether the index has a session of a kind.</param>
    public static SearchRequest? Of(SearchRequest request, Func<TalkKind, bool> has) =>
        request.Kinds.Count == 0 && KindWords.Find(request.Query) is var (kind, rest) && has(kind)
            ? request with { Query = rest, Kinds = [TalkKindNames.Of(kind)] } : null;

    private static bool Has(DocumentValues docValues, TalkKind kind)
    {
        var kinds = docValues.Of(Facet.Kind);
        var value = Array.IndexOf(kinds.Names, Facet.Kind.KeyOfRequested(TalkKindNames.Of(kind)));
        if (value < 0)
            return false;
        for (var doc = 0; doc < docValues.Live.Length; doc++)
        {
            if (docValues.Live[doc] && kinds.Of(doc) is [var own, ..] && own == value)
                return true;
        }

        return false;
    }
}
