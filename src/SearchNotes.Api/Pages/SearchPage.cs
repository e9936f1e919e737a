using System.Text.RegularExpressions;
using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>What a result page shows.</summary>
/// <param name="Question">The search.</param>
/// <param name="Result">Its hits.</param>
internal sealed record ResultContent(ParsedSearchRequest Question, SearchResult Result)
{
    /// <summary>The pages that the query means.</summary>
    public QueryPages Pages { get; init; } = QueryPages.None;

    /// <summary>The newest talks, shown when nothing is found.</summary>
    public IReadOnlyList<TalkHit> Newest { get; init; } = [];
}

/// <summary>The result list.</summary>
internal static class SearchPage
{
    public static Html Of(ResultContent content, Links links)
    {
        var (question, result) = content;
        var request = question.Request;
        return $"""
            <div class="found">
            <div class="found-head">
            <h1>{Heading(request, result, content.Pages)}</h1>
            {Remarks(question, result)}
            {FilterView.Chips(request)}
            {Html.If(result.Total > 1, Order(request, result))}
            </div>
            <div class="found-list" id="hits" tabindex="-1">
            {QueryPagesView.Of(content.Pages, links)}
            {AnswerView.Of(request, result, links)}
            {Html.If(result.Hits.Count > 0, $"""<ol class="hits">{Html.Each(result.Hits, hit => HitView.Of(hit, links))}</ol>""")}
            {Html.If(result.Total > 0 && result.Hits.Count == 0, $"""<p>{Words.Text("There is no page {0}.", Words.Number(request.Page))} <a href="{SearchAddress.Of(request with { Page = 1 })}">{Words.Text("Back to the first page")}</a></p>""")}
            {Html.If(result.Total == 0 || result.NearOnly, Advice(request))}
            {Html.If(content.Newest.Count > 0, $"""<section class="newest"><h2>{Words.Text("Newest talks")}</h2><ol class="hits short">{Html.Each(content.Newest, hit => HitView.Of(hit, links))}</ol></section>""")}
            {Paging(request, result.Total)}
            </div>
            {FilterView.Lists(request, result)}
            </div>
            """;
    }

    /// <summary>Returns the title of a result page.</summary>
    public static string Title(SearchRequest request) => request.Query.Length > 0 ? request.Query
        : string.Join(", ", [.. request.Speakers, .. request.Events, .. request.Tags, .. request.Years, Words.Text("Talks")]);

    private static Html Heading(SearchRequest request, SearchResult result, QueryPages pages)
    {
        Html query = $"""<q dir="auto">{request.Query}</q>""";
        var hasQuery = request.Query.Length > 0;
        Html nothing = (pages.BestBets.Count, hasQuery) switch
        {
            (_, false) => $"{Words.Text("Nothing found")}",
            (0, _) => MarkedText.Of("Nothing found for {0}", query),
            _ => MarkedText.Of("Recommended for {0}", query),
        };
        if (result.Total == 0)
            return nothing;
        if (result.NearOnly)
            return $"{nothing}. <span>{Words.Text("Nearest:")}</span>";
        Html count = $"{Labels.Count(result.Total, request.GroupByPost ? "post" : "result")}";
        return hasQuery ? MarkedText.Of("{0} for {1}", count, query) : count;
    }

    /// <summary>Returns sentences about how the query was interpreted.</summary>
    private static Html Remarks(ParsedSearchRequest question, SearchResult result)
    {
        var request = question.Request;
        var givenUp = result.GivenUp.Except(result.Absent, StringComparer.OrdinalIgnoreCase).ToArray();
        var remarks = new List<Html>();
        foreach (var correction in result.Corrections)
        {
            remarks.Add(Html.Choose(
                correction.Applied,
                MarkedText.Of("Searched for {0} instead of {1}.", $"""<b dir="auto">{correction.To}</b>""", $"""<q dir="auto">{correction.From}</q>"""),
                MarkedText.Of("Did you mean {0}?", $"""<a href="{SearchAddress.Of(request with { Query = Corrected(request.Query, correction), Page = 1 })}" dir="auto">{Corrected(request.Query, correction)}</a>""")));
        }
        if (result.Absent.Count > 0)
            remarks.Add(MarkedText.Of(result.Absent.Count == 1 ? "{0} is in none of the notes." : "{0} are in none of the notes.", Quoted(result.Absent)));
        if (givenUp.Length > 0)
            remarks.Add(MarkedText.Of("No talk has all of the words. The best one lacks {0}.", Quoted(givenUp)));
        foreach (var note in result.Notes)
            remarks.Add($"""<span lang="en">{note.Message}</span>""");
        foreach (var note in question.Notes)
            remarks.Add($"""<span lang="en">{note}</span>""");
        if (result.Partial)
            remarks.Add($"{Words.Text("This search took too long; these are the best of the talks seen so far.")}");
        return remarks.Count == 0 ? Html.Nothing : $"""<ul class="remarks">{Html.Each(remarks, remark => $"<li>{remark}</li>")}</ul>""";
    }

    private static Html Quoted(IReadOnlyList<string> words)
    {
        var last = words.Count - 1;
        return Html.Each(words.Select((word, index) => (word, index)), item =>
            $"""{(item.index == 0 ? "" : item.index == last ? Words.Text(" and ") : Words.Text(", "))}<q dir="auto">{item.word}</q>""");
    }

    private static string Corrected(string query, Correction correction) =>
        Regex.Replace(query, Regex.Escape(correction.From), correction.To.Replace("$", "$$", StringComparison.Ordinal),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static Html Order(SearchRequest request, SearchResult result) => $"""
        <div class="order">{FilterView.Opener(request, result)}<nav aria-label="{Words.Text("Order")}"><ul>
        {Sort(request, request.Query.Length > 0 ? Words.Text("Best match") : Words.Text("Newest"), SearchSort.Relevance)}
        {Html.If(request.Query.Length > 0, Sort(request, Words.Text("Newest"), SearchSort.DateDescending))}
        {Sort(request, Words.Text("Oldest"), SearchSort.DateAscending)}
        <li><a href="{SearchAddress.Of(request with { GroupByPost = !request.GroupByPost, Page = 1 })}" rel="nofollow"{Html.If(request.GroupByPost, $" aria-current=\"true\"")}>{Words.Text("One per post")}</a></li>
        </ul></nav></div>
        """;

    private static Html Sort(SearchRequest request, string label, SearchSort sort) => $"""
        <li><a href="{SearchAddress.Of(request with { Sort = sort, Page = 1 })}" rel="nofollow"{Html.If(request.Sort == sort, $" aria-current=\"true\"")}>{label}</a></li>
        """;

    private static Html Paging(SearchRequest request, int total)
    {
        var last = PagingLinks.LastPage(total, request.PerPage);
        if (last == 1 || request.Page > last)
            return Html.Nothing;
        var shown = Enumerable.Range(1, last).Where(page => page == 1 || page == last || Math.Abs(page - request.Page) <= 1).ToArray();
        return $"""
            <nav class="paging" aria-label="{Words.Text("Pages")}"><ul>
            {Html.If(request.Page > 1, $"""<li><a rel="prev" href="{At(request.Page - 1)}">{Words.Text("Previous")}</a></li>""")}
            {Html.Each(shown, page => $"""
                {Html.If(page > 1 && !shown.Contains(page - 1), $"""<li class="gap" aria-hidden="true">…</li>""")}<li><a href="{At(page)}"{Html.If(page == request.Page, $" aria-current=\"page\"")}><span class="hidden">{Words.Text("Page")} </span>{page}</a></li>
                """)}
            {Html.If(request.Page < last, $"""<li><a rel="next" href="{At(request.Page + 1)}">{Words.Text("Next")}</a></li>""")}
            </ul></nav>
            """;

        string At(int page) => SearchAddress.Of(request with { Page = page });
    }

    /// <summary>Returns advice for a search without good hits.</summary>
    private static Html Advice(SearchRequest request) => $"""
        <section class="advice">
        <h2>{Words.Text("What else to try")}</h2>
        <ul>
        {Html.If(request.Query.Contains('"', StringComparison.Ordinal), $"<li>{Words.Text("Without quotes the words need not be next to each other.")}</li>")}
        {Html.If(request.Query.Contains(':', StringComparison.Ordinal), $"<li>{MarkedText.Of("Without {0} the word is searched for everywhere.", $"<code>field:</code>")}</li>")}
        <li>{Words.Text("Fewer words, or different ones.")}</li>
        <li>{MarkedText.Of("A speaker’s surname, an event, or a year: {0}.", $"<code>speaker:</code>, <code>event:</code>, <code>year:2013</code>")}</li>
        <li>{MarkedText.Of("The beginning of a word with a star: {0}.", $"<code>scient*</code>")}</li>
        <li><a href="/talks">{Words.Text("All talks")}</a>, <a href="/speakers">{Words.Text("Speakers")}</a>, <a href="/events">{Words.Text("Events")}</a>, <a href="/tags">{Words.Text("Tags")}</a></li>
        </ul>
        </section>
        """;
}
