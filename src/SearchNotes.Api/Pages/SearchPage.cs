using System.Text.RegularExpressions;
using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>What a result page shows.</summary>
/// <param name="Question">The search.</param>
/// <param name="Result">Its hits.</param>
internal sealed record ResultContent(ParsedSearchRequest Question, SearchResult Result)
{
    /// <summary>Names that the query is one of.</summary>
    public IReadOnlyList<FoundName> Names { get; init; } = [];

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
            <h1>{Heading(request, result)}</h1>
            {Remarks(question, result)}
            {FilterView.Chips(request)}
            {Html.If(result.Total > 1, Order(request, result))}
            </div>
            <div class="found-list" id="hits" tabindex="-1">
            {NamedView.Of(content.Names, links)}
            {AnswerView.Of(request, result, links)}
            {Html.If(result.Hits.Count > 0, $"""<ol class="hits">{Html.Each(result.Hits, hit => HitView.Of(hit, links))}</ol>""")}
            {Html.If(result.Total > 0 && result.Hits.Count == 0, $"""<p>There is no page {request.Page}. <a href="{SearchAddress.Of(request with { Page = 1 })}">Back to the first page</a></p>""")}
            {Html.If(result.Total == 0 || result.NearOnly, Advice(request))}
            {Html.If(content.Newest.Count > 0, $"""<section class="newest"><h2>Newest talks</h2><ol class="hits short">{Html.Each(content.Newest, hit => HitView.Of(hit, links))}</ol></section>""")}
            {Paging(request, result.Total)}
            </div>
            {FilterView.Lists(request, result)}
            </div>
            """;
    }

    /// <summary>Returns the title of a result page.</summary>
    public static string Title(SearchRequest request) => request.Query.Length > 0 ? request.Query
        : string.Join(", ", [.. request.Speakers, .. request.Events, .. request.Tags, .. request.Years, "Talks"]);

    private static Html Heading(SearchRequest request, SearchResult result)
    {
        Html about = request.Query.Length > 0 ? $""" for <q dir="auto">{request.Query}</q>""" : Html.Nothing;
        if (result.Total == 0)
            return $"Nothing found{about}";
        if (result.NearOnly)
            return $"Nothing found{about}. <span>Nearest:</span>";
        return $"{Labels.Count(result.Total, request.GroupByPost ? "post" : "result")}{about}";
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
                $"""Searched for <b dir="auto">{correction.To}</b> instead of <q dir="auto">{correction.From}</q>.""",
                $"""Did you mean <a href="{SearchAddress.Of(request with { Query = Corrected(request.Query, correction), Page = 1 })}" dir="auto">{Corrected(request.Query, correction)}</a>?"""));
        }
        if (result.Absent.Count > 0)
            remarks.Add($"{Quoted(result.Absent)} {(result.Absent.Count == 1 ? "is" : "are")} in none of the notes.");
        if (givenUp.Length > 0)
            remarks.Add($"No talk has all of the words. The best one lacks {Quoted(givenUp)}.");
        foreach (var note in result.Notes)
            remarks.Add($"{note.Message}");
        foreach (var note in question.Notes)
            remarks.Add($"{note}");
        if (result.Partial)
            remarks.Add($"This search took too long; these are the best of the talks seen so far.");
        return remarks.Count == 0 ? Html.Nothing : $"""<ul class="remarks">{Html.Each(remarks, remark => $"<li>{remark}</li>")}</ul>""";
    }

    private static Html Quoted(IReadOnlyList<string> words)
    {
        var last = words.Count - 1;
        return Html.Each(words.Select((word, index) => (word, index)), item =>
            $"""{(item.index == 0 ? "" : item.index == last ? " and " : ", ")}<q dir="auto">{item.word}</q>""");
    }

    private static string Corrected(string query, Correction correction) =>
        Regex.Replace(query, Regex.Escape(correction.From), correction.To.Replace("$", "$$", StringComparison.Ordinal),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static Html Order(SearchRequest request, SearchResult result) => $"""
        <div class="order">{FilterView.Opener(request, result)}<nav aria-label="Order"><ul>
        {Sort(request, request.Query.Length > 0 ? "Best match" : "Newest", SearchSort.Relevance)}
        {Html.If(request.Query.Length > 0, Sort(request, "Newest", SearchSort.DateDescending))}
        {Sort(request, "Oldest", SearchSort.DateAscending)}
        <li><a href="{SearchAddress.Of(request with { GroupByPost = !request.GroupByPost, Page = 1 })}" rel="nofollow"{Html.If(request.GroupByPost, $" aria-current=\"true\"")}>One per post</a></li>
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
            <nav class="paging" aria-label="Pages"><ul>
            {Html.If(request.Page > 1, $"""<li><a rel="prev" href="{At(request.Page - 1)}">Previous</a></li>""")}
            {Html.Each(shown, page => $"""
                {Html.If(page > 1 && !shown.Contains(page - 1), $"""<li class="gap" aria-hidden="true">…</li>""")}<li><a href="{At(page)}"{Html.If(page == request.Page, $" aria-current=\"page\"")}><span class="hidden">Page </span>{page}</a></li>
                """)}
            {Html.If(request.Page < last, $"""<li><a rel="next" href="{At(request.Page + 1)}">Next</a></li>""")}
            </ul></nav>
            """;

        string At(int page) => SearchAddress.Of(request with { Page = page });
    }

    /// <summary>Returns advice for a search without good hits.</summary>
    private static Html Advice(SearchRequest request) => $"""
        <section class="advice">
        <h2>What else to try</h2>
        <ul>
        {Html.If(request.Query.Contains('"', StringComparison.Ordinal), $"<li>Without quotes the words need not be next to each other.</li>")}
        {Html.If(request.Query.Contains(':', StringComparison.Ordinal), $"<li>Without <code>field:</code> the word is searched for everywhere.</li>")}
        <li>Fewer words, or different ones.</li>
        <li>A speaker’s surname, an event, or a year: <code>speaker:</code>, <code>event:</code>, <code>year:2013</code>.</li>
        <li>The beginning of a word with a star: <code>scient*</code>.</li>
        <li><a href="/talks">All talks</a>, newest first, or all <a href="/speakers">speakers</a>, <a href="/events">events</a> and <a href="/tags">tags</a>.</li>
        </ul>
        </section>
        """;
}
