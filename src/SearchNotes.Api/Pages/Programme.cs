using System.Globalization;
using SearchNotes.Api.Search;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Api.Pages;

/// <summary>The page of an event: its talks by day, in the order of the notes. Event and place are named once.</summary>
internal static class Programme
{
    /// <summary>Maximum number of talks on the page.</summary>
    public const int MaxTalks = 1000;

    /// <summary>Returns the page.</summary>
    /// <param name="named">The event.</param>
    /// <param name="talks">All talks of the event, in any order.</param>
    /// <param name="series">All years of the event, this one included.</param>
    /// <param name="links">The links of the page.</param>
    public static Html Of(NamedCount named, IEnumerable<StoredTalk> talks, IReadOnlyList<NamedCount> series, Links links)
    {
        var ordered = talks.Where(stored => stored.Talk.Kind != TalkKind.Post).OrderBy(stored => stored.Day ?? DateOnly.MaxValue)
            .ThenBy(stored => stored.Path, StringComparer.Ordinal).ThenBy(stored => stored.Talk.FirstLine).ToArray();
        var days = ordered.GroupBy(stored => (stored.ShownDay, stored.PostId)).ToArray();
        return $"""
            <div class="list programme">
            <header>
            <p class="soft what">{Links.To(links.Addresses.Names(ListKind.Events), Html.Nothing, $"{ListKind.Events.Plural}")}</p>
            <h1 dir="auto">{named.Name}</h1>
            <p><span>{Html.Each(Facts(named, ordered.Length), fact => $"""<span class="fact" dir="auto">{fact}</span>""")}</span> <a class="search-in" href="{links.Addresses.Search(ListKind.Events.Filter(named.Name))}">{ListPage.SearchText(links)}</a></p>
            {Series(named, series, links)}
            </header>
            {Html.Each(days, day => Day(day.Key.Item1, [.. day], named, isOnly: days.Length == 1, links))}
            </div>
            """;
    }

    private static IEnumerable<string> Facts(NamedCount named, int talks)
    {
        yield return Labels.Count(talks, "talk");
        if (named.Location is { } location)
            yield return location;
        if (Labels.Days(named.FirstDay, named.LastDay) is { } days)
            yield return days;
    }

    private static Html Series(NamedCount named, IReadOnlyList<NamedCount> series, Links links)
    {
        var others = series.Where(other => other.Slug != named.Slug).ToArray();
        return others.Length == 0 ? Html.Nothing : $"""
            {YearStrip.Of(series.Where(year => year.Year is not null).GroupBy(year => year.Year).Select(year => new FacetValue($"{year.Key}", year.Sum(other => other.Talks))), [])}
            <p class="series"><span class="soft">{Words.Text("Other years")}</span> {Html.Each(others, other => $"""<a href="{links.List(ListKind.Events, other)}" dir="auto">{other.Year?.ToString(CultureInfo.InvariantCulture) ?? other.Name}</a> """)}</p>
            """;
    }

    private static Html Day(DateOnly? day, IReadOnlyList<StoredTalk> talks, NamedCount named, bool isOnly, Links links)
    {
        var title = WithoutEvent(talks[0].PostTitle, named.Name);
        return $"""
            <section class="day">
            {Html.If(!isOnly || title is not null, $"""<h2>{Html.If(day is not null, $"""<time datetime="{day?.ToString("O", CultureInfo.InvariantCulture)}">{Labels.Date(day ?? default)}</time>""")}{Html.If(title is not null, $""" <span class="soft" dir="auto">{title}</span>""")}</h2>""")}
            <ol class="plain">{Html.Each(talks, talk => Entry(talk, links))}</ol>
            </section>

            """;
    }

    /// <summary>Returns the title of a post without the name of the event that it begins with; <see langword="null"/> when nothing
    /// remains.</summary>
    private static string? WithoutEvent(string title, string name)
    {
        var rest = title.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? title[name.Length..].Trim(' ', ',', ':', '-', '–', '—', '|') : title;
        return rest.Length == 0 ? null : rest;
    }

    private static Html Entry(StoredTalk stored, Links links)
    {
        var who = string.Join(", ", stored.Talk.Speakers.Select(speaker => speaker.Name));
        var kind = stored.Talk.Kind == TalkKind.Talk ? null : Labels.Kind(ApiNames.Of(stored.Talk.Kind));
        Html text = $"""<span dir="auto" lang="{stored.Language ?? "en"}">{Labels.Topic(stored)}</span><span class="soft small">{Html.If(who.Length > 0 && who != stored.Talk.Topic, $"""<span class="fact" dir="auto">{who}</span>""")}{Html.If(kind is not null, $"""<span class="fact">{kind}</span>""")}{Html.If(stored.VideoUrl is not null, $"""<span class="fact">{Words.Text("Video")}</span>""")}</span>""";
        return $"""
            <li>{Links.To(links.Talk(stored) ?? links.Blog(stored.Url), Html.Nothing, text)}</li>

            """;
    }
}
