using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The page with all names of a kind: speakers and tags from A to Z, events and years from the newest.</summary>
internal static class NamesPage
{
    /// <summary>Fewer names need no letters to jump to.</summary>
    private const int MinForLetters = 30;

    /// <summary>Returns the page.</summary>
    /// <param name="kind">The kind of names.</param>
    /// <param name="names">All names, events and years newest first.</param>
    /// <param name="links">The links of the page.</param>
    public static Html Of(ListKind kind, IReadOnlyList<NamedCount> names, Links links)
    {
        var groups = Groups(kind, names).ToArray();
        return $"""
            <div class="list names">
            <header><h1>{kind.Plural}</h1><p class="soft">{Labels.Count(names.Count, kind.Facet.Title.ToLowerInvariant())}</p></header>
            {Html.If(groups.Length > 1 && names.Count >= MinForLetters, Jumps(groups))}
            {Html.Each(groups, group => $"""
                <section{Html.If(group.Name.Length > 0, $""" id="{Id(group.Name)}" aria-labelledby="{Id(group.Name)}-title" """)}>{Html.If(group.Name.Length > 0, $"""<h2 id="{Id(group.Name)}-title">{group.Name}</h2>""")}
                {StartPage.NameLinks(kind, group.Names, links)}</section>

                """)}
            </div>
            """;
    }

    private static Html Jumps((string Name, IReadOnlyList<NamedCount> Names)[] groups) => $"""
        <nav class="letters" aria-label="{Words.Text("Jump to")}"><ul>{Html.Each(groups, group => $"""<li><a href="#{Id(group.Name)}">{group.Name}</a></li>""")}</ul></nav>
        """;

    private static IEnumerable<(string Name, IReadOnlyList<NamedCount> Names)> Groups(ListKind kind, IReadOnlyList<NamedCount> names)
    {
        if (kind == ListKind.Years)
            return [("", names)];
        if (kind == ListKind.Events)
        {
            return names.GroupBy(named => named.Year ?? 0).OrderByDescending(year => year.Key).Select(year =>
                (year.Key == 0 ? Words.Text("Without a date") : year.Key.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    (IReadOnlyList<NamedCount>)[.. year]));
        }

        return names.GroupBy(Letter).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            (group.Key, (IReadOnlyList<NamedCount>)[.. group.OrderBy(named => named.Name, StringComparer.InvariantCultureIgnoreCase)]));
    }

    /// <summary>Returns the first letter of a name's key; <c>#</c> for digits and signs.</summary>
    private static string Letter(NamedCount named) => named.Slug is [>= 'a' and <= 'z' and var letter, ..]
        ? char.ToUpperInvariant(letter).ToString() : "#";

    private static string Id(string group) => group == "#" ? "other" : $"of-{group.ToLowerInvariant().Replace(' ', '-')}";
}
