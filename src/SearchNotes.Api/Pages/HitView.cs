using SearchNotes.Api.Search;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Api.Pages;

/// <summary>Renders a hit of a result list: topic, speakers, event, and matching passages.</summary>
internal static class HitView
{
    private const int ExcerptCharacters = 220;

    /// <summary>Returns a hit.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="links">The links of the page.</param>
    /// <param name="known">The key of the speaker whom the page is about, who is not named again.</param>
    public static Html Of(TalkHit hit, Links links, string? known = null)
    {
        var stored = hit.Talk;
        var blog = links.Blog(stored.Url);
        var notes = links.Talk(stored);
        return $"""
            <li><article class="hit" lang="{stored.Language ?? "en"}">
            <h2 dir="auto">{Links.To(blog ?? notes, links.Ping(stored), $"{Topic(hit)}{Html.If(blog is not null, $"""<span class="out" aria-hidden="true"> ↗</span>""")}")}</h2>
            {Byline(hit, known, links)}
            {Passages(hit, links)}
            {ExplanationOf(hit.Explain)}
            {More(stored, blog is null ? null : notes, links)}
            </article></li>

            """;
    }

    /// <summary>Returns the links to the notes on this site, to the recording and to the slides.</summary>
    private static Html More(StoredTalk stored, string? notes, Links links)
    {
        var about = stored.Talk.Topic;
        Html[] found =
        [
            .. notes is null ? (Html[])[] : [$"""<a href="{notes}"{links.Ping(stored)}>{Words.Text("Notes")}<span class="hidden">: {about}</span></a>"""],
            .. stored.VideoUrl is null ? (Html[])[] : [$"""<a href="{stored.VideoUrl}" rel="noopener">{Words.Text("Video")}<span class="hidden">: {about}</span></a>"""],
            .. stored.SlidesUrl is null ? (Html[])[] : [$"""<a href="{stored.SlidesUrl}" rel="noopener">{Words.Text("Slides")}<span class="hidden">: {about}</span></a>"""],
        ];
        return found.Length == 0 ? Html.Nothing : $"""<p class="more" lang="{Words.Language}">{Html.Each(found, link => link)}</p>""";
    }

    /// <summary>Returns the title as it is shown everywhere, with its matching parts.</summary>
    private static Html Topic(TalkHit hit)
    {
        if (Labels.ByLine(hit.Talk) is { Length: > 0 } before)
            return $"{before}{Runs(hit.TopicRuns)}";
        var first = hit.TopicRuns.FirstOrDefault(new Run("", IsMatch: false));
        var text = Labels.Capitalized(string.Concat(hit.TopicRuns.Select(run => run.Text)));
        return first.Text.Length == 0 ? Runs(hit.TopicRuns)
            : Runs([first with { Text = text[0] + first.Text[1..] }, .. hit.TopicRuns.Skip(1)]);
    }

    /// <summary>Returns text with the matching parts in <c>mark</c> elements.</summary>
    public static Html Runs(IReadOnlyList<Run> runs) =>
        Html.Each(runs, run => Html.Choose(run.IsMatch, $"<mark>{run.Text}</mark>", $"{run.Text}"));

    /// <summary>Returns the kind, event, location and date of a talk.</summary>
    public static Html EventAndDate(StoredTalk stored, Links links)
    {
        var parts = new List<Html>();
        if (stored.Talk.Kind != TalkKind.Talk)
            parts.Add($"""<span class="kind">{Labels.Kind(ApiNames.Of(stored.Talk.Kind))}</span>""");
        if (stored.EventTitle is { } title)
            parts.Add($"""<a href="{links.Event(title)}" dir="auto">{title}</a>""");
        if (stored.Location is { } location)
            parts.Add($"""<span dir="auto">{location}</span>""");
        if (stored.ShownDate is { } date)
            parts.Add($"""<time datetime="{date}">{(stored.ShownDay is { } day ? Labels.Date(day) : date)}</time>""");
        return Html.Each(parts, part => $"""<span class="fact">{part}</span>""");
    }

    private static Html Byline(TalkHit hit, string? known, Links links) => $"""
        <p class="byline">{Html.Each(hit.Talk.Talk.Speakers.Zip(hit.SpeakerRuns).Where(pair => pair.First.Slug != known), pair => $"""<a class="fact who" href="{links.Speaker(pair.First)}" dir="auto">{Runs(pair.Second)}</a>""")}{EventAndDate(hit.Talk, links)}</p>
        """;

    private static Html Passages(TalkHit hit, Links links)
    {
        var matches = hit.Matches.Where(match => match.Field is not (MatchField.Topic or MatchField.Speaker) && !Repeats(match, hit.Talk.Talk))
            .ToArray();
        if (matches.Length > 0)
            return $"""<ul class="passages">{Html.Each(matches, match => Passage(match, hit.Talk, links))}</ul>""";
        return hit.Talk.Talk.Passages.FirstOrDefault(passage => passage.Kind != PassageKind.Code) is { } opening
            ? $"""<p class="excerpt" dir="auto">{Shorten(opening.Text)}</p>"""
            : Html.Nothing;
    }

    /// <summary>Returns whether a passage only repeats a speaker's name or the topic, both of which are shown above it.</summary>
    private static bool Repeats(Match match, Talk talk)
    {
        var text = string.Concat(match.Runs.Select(run => run.Text)).Trim(' ', '.', ',', ':', '(', ')', '–', '-', '"');
        return match.Field is MatchField.Prose or MatchField.Heading
            && talk.Speakers.Select(speaker => speaker.Name).Append(talk.Topic).Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    private static Html Passage(Match match, StoredTalk stored, Links links)
    {
        if (match.Field == MatchField.Tag)
            return $"""<li><p class="place"><span class="kind" lang="{Words.Language}">{Words.Text("tag")}</span> <span dir="auto">{Runs(match.Runs)}</span></p></li>""";
        var text = Html.Choose(
            match.Field == MatchField.Code,
            $"""<pre dir="ltr"><code>{Runs(match.Runs)}</code></pre>""",
            $"""<p class="{(match.Field == MatchField.Quote ? "quoted" : "said")}" dir="auto">{Runs(match.Runs)}</p>""");
        return $"""<li>{Place(match, stored, links)}{text}</li>""";
    }

    /// <summary>Returns the line above a passage: the heading of its section, which links to the matching words, and its kind.</summary>
    private static Html Place(Match match, StoredTalk stored, Links links)
    {
        var kind = match.Field switch
        {
            MatchField.Code => match.CodeLanguage ?? Words.Text("code"),
            MatchField.Qa => Words.Text("Q&A"),
            MatchField.Quote => Words.Text("quote"),
            _ => null,
        };
        if (string.Equals(kind, match.Heading, StringComparison.OrdinalIgnoreCase))
            kind = null;
        if (match.Heading is null && kind is null)
            return Html.Nothing;
        var target = links.Blog(match.TextFragmentUrl) ?? links.Blog(match.Url) ?? TalkPage.SectionAddress(stored, match.Heading, links);
        return $"""<p class="place">{Html.If(match.Heading is not null, Links.To(target, $"{links.Ping(stored)} dir=\"auto\"", $"{match.Heading}"))}{Html.If(kind is not null, $"""<span class="kind" lang="{Words.Language}">{kind}</span>""")}</p>""";
    }

    private static Html ExplanationOf(Explanation? explain) => explain is null ? Html.Nothing : $"""
        <details class="why" lang="en"><summary>{explain.Text}</summary>{PartsOf(explain)}</details>
        """;

    private static Html PartsOf(Explanation part) => part.Parts.Count == 0 ? Html.Nothing : $"""
        <ul>{Html.Each(part.Parts, inner => $"""<li>{inner.Value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} {inner.Text}{PartsOf(inner)}</li>""")}</ul>
        """;

    private static string Shorten(string text)
    {
        if (text.Length <= ExcerptCharacters)
            return text;
        var end = text.LastIndexOf(' ', ExcerptCharacters);
        if (end < ExcerptCharacters / 2)
            end = char.IsHighSurrogate(text[ExcerptCharacters - 1]) ? ExcerptCharacters - 1 : ExcerptCharacters;
        return text[..end] + " …";
    }
}
