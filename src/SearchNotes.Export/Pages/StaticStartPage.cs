using SearchNotes.Api.Pages;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Export.Pages;

/// <summary>The search page, <c>index.html</c>: the box, and the talks by year, event, speaker and tag.</summary>
internal static class StaticStartPage
{
    private const int NewestTalks = 8;

    /// <summary>Maximum number of talks in the lists of all years together, the newest; the others are on the pages of years.</summary>
    private const int MaxListed = 400;

    /// <summary>Returns the page.</summary>
    public static ExportedFile File(ExportContext context, TalkLists lists, SitePages pages, SiteAddress site)
    {
        var title = context.Options.Title;
        var links = pages.Links("");
        var newest = lists.Newest.Where(stored => stored.Talk.Kind != TalkKind.Post).Take(NewestTalks).Select(TalkLists.Hit).ToArray();
        var content = new StartContent(title, context.Searcher, newest)
        {
            SearchField = SitePages.Box(links.Addresses.Start, $" mode=\"page\" limit=\"10\"",
                $"<p>{Words.Text("The search needs JavaScript. Without it, find talks by year, event, speaker and tag below.")}</p>"),
            Years = [.. Counted(lists).Where(year => year.Year.Slug != TalkLists.Undated)
                .Select(year => new FacetValue(year.Year.Name, year.Talks.Count))],
            BelowNewest = Years(lists, links),
        };
        var head = new PageHead(Words.Text("{0}: search conference notes talk by talk", title))
        {
            Canonical = site.Search,
            Description = Words.Text("Search conference notes talk by talk."),
            HasSearchField = false,
        };
        return pages.File("", head, StartPage.Of(content, links));
    }

    private static Html Years(TalkLists lists, Links links) => lists.Years.Count == 0 ? Html.Nothing : $"""
        <section aria-labelledby="by-year"><h2 id="by-year">{Words.Text("Talks by year")}</h2>
        {Html.Each(Counted(lists), year => Year(year.Year, year.Talks, year.Listed, links))}
        </section>
        """;

    /// <summary>Returns the years, each with its talks and how many of them this page lists.</summary>
    private static IEnumerable<(NamedCount Year, IReadOnlyList<StoredTalk> Talks, int Listed)> Counted(TalkLists lists)
    {
        var room = MaxListed;
        foreach (var year in lists.Years)
        {
            var talks = year.Talks.Where(lists.IsTalkOrWholePost).ToArray();
            var listed = Math.Min(room, talks.Length);
            room -= listed;
            yield return (year.Named, talks, listed);
        }
    }

    private static Html Year(NamedCount year, IReadOnlyList<StoredTalk> talks, int listed, Links links)
    {
        var address = links.List(ListKind.Years, year);
        return $"""
            <section class="year">
            <h3><a href="{address}">{year.Name}</a> <span class="count">{talks.Count}</span></h3>
            {Html.If(listed > 0, $"""<ol class="plain">{Html.Each(talks.Take(listed), talk => Talk(talk, links))}</ol>""")}
            {Html.If(listed > 0 && listed < talks.Count, $"""<p class="more"><a href="{address}">{Words.Text("All {0} of {1}", Labels.Count(talks.Count, "talk"), year.Name)}</a></p>""")}
            </section>

            """;
    }

    private static Html Talk(StoredTalk stored, Links links)
    {
        var who = string.Join(", ", stored.Talk.Speakers.Select(speaker => speaker.Name));
        Html text = $"""<span>{Labels.Topic(stored)}</span>{Html.If(who.Length > 0, $""" <span class="soft small">{who}</span>""")}""";
        return $"""
            <li dir="auto" lang="{stored.Language ?? "en"}">{Links.To(Address(stored, links), Html.Nothing, text)}</li>

            """;
    }

    private static string? Address(StoredTalk stored, Links links) => links.Blog(stored.Url) ?? links.Talk(stored);
}
