using SearchNotes.Indexing;

namespace SearchNotes.Querying;

/// <summary>The pages that a whole query means.</summary>
/// <param name="BestBets">What the blog recommends for the query, in the order of its settings.</param>
/// <param name="Names">The speaker, event, tag or kind that the query is the name of; at most three, best first.</param>
public sealed record QueryPages(IReadOnlyList<BestBet> BestBets, IReadOnlyList<FoundName> Names)
{
    /// <summary>No pages.</summary>
    public static QueryPages None { get; } = new([], []);
}

/// <summary>A talk or a page that the blog recommends for a query.</summary>
/// <param name="Title">What the link says.</param>
/// <param name="Url">The address of the page, or of the talk on the blog: <c>http</c>, <c>https</c>, or a path of the blog;
/// <see langword="null"/> for a talk without one.</param>
/// <param name="Talk">The talk; <see langword="null"/> for a page.</param>
public sealed record BestBet(string Title, string? Url, StoredTalk? Talk);
