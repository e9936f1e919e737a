using SearchNotes.Api.Search;
using SearchNotes.Api.Talks;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Api.Pages;

/// <summary>The page of a talk with all its notes, rebuilt from its passages.</summary>
internal static class TalkPage
{
    /// <summary>Minimum number of sections for a table of contents.</summary>
    private const int MinSectionsForContents = 3;

    public static Html Of(StoredTalk stored, IReadOnlyList<StoredTalk> ofPost, IReadOnlyList<TalkHit> related, Links links)
    {
        var talk = stored.Talk;
        var blog = links.Blog(stored.Url);
        return $"""
            <div class="talk-and-more">
            <article class="talk" lang="{stored.Language ?? "en"}">
            <header>
            <h1 dir="auto">{talk.Topic}</h1>
            <p class="byline">{Html.Each(talk.Speakers, speaker => Speaker(speaker, links))}</p>
            <p class="byline" lang="en">{HitView.Occasion(stored, links)}</p>
            {Html.If(stored.Tags.Count > 0, $"""<ul class="tags" aria-label="Tags" lang="en">{Html.Each(stored.Tags, tag => $"""<li><a href="{links.Tag(tag)}" dir="auto">{tag}</a></li>""")}</ul>""")}
            {Html.If(blog is not null, $"""<p lang="en"><a class="button" href="{blog}">Read it on the blog</a></p>""")}
            </header>
            {Contents(talk)}
            <div class="notes">
            {Body(stored, links)}
            {Html.If(talk.Passages.Count == 0, $"""<p class="soft" lang="en">The post has no notes under this heading.</p>""")}
            </div>
            <p class="source small soft" lang="en">From <cite dir="auto">{stored.PostTitle}</cite>, <span dir="ltr">{stored.Path}</span>, lines {Line(talk.FirstLine)} to {Line(talk.LastLine)}.</p>
            </article>
            <div class="more-talks">
            {InPost(stored, ofPost, links)}
            {Related(related, links)}
            </div>
            </div>
            """;
    }

    /// <summary>Returns a description of one sentence for search engines and previews.</summary>
    public static string Description(StoredTalk stored)
    {
        var who = string.Join(", ", stored.Talk.Speakers.Select(speaker => speaker.Name));
        var where = stored.EventTitle is null ? "" : $" at {stored.EventTitle}";
        return who.Length == 0 ? $"Notes on {stored.Talk.Topic}{where}." : $"Notes on {stored.Talk.Topic} by {who}{where}.";
    }

    /// <summary>Returns the address of the section with this heading on a talk's page, or of the page when there is no such section;
    /// <see langword="null"/> when talks have no pages.</summary>
    public static string? SectionAddress(StoredTalk stored, string? heading, Links links)
    {
        if (links.Talk(stored) is not { } page)
            return null;
        for (var index = 0; index < stored.Talk.Sections.Count; index++)
        {
            if (stored.Talk.Sections[index].Heading == heading)
                return $"{page}#{SectionId(index)}";
        }
        return page;
    }

    private static string SectionId(int index) => FormattableString.Invariant($"section-{index + 1}");

    private static string Line(int line) => FormattableString.Invariant($"{line}");

    private static Html Speaker(Speaker speaker, Links links) => $"""
        <span class="fact"><a class="who" href="{links.Speaker(speaker)}" dir="auto">{speaker.Name}</a>{Html.If(speaker.Detail is not null, $"""<span class="soft" dir="auto">, {speaker.Detail}</span>""")}{Html.If(WebAddress.Of(speaker.Url) is not null, $""" <a class="soft" href="{WebAddress.Of(speaker.Url)}" rel="noopener" aria-label="Website of {speaker.Name}">website</a>""")}</span>
        """;

    private static Html Contents(Talk talk) => talk.Sections.Count < MinSectionsForContents ? Html.Nothing : $"""
        <nav class="contents" aria-label="Sections" lang="en"><ul>
        {Html.Each(talk.Sections.Select((section, index) => (section, index)), item => $"""<li><a href="#{SectionId(item.index)}" dir="auto">{item.section.Heading}</a></li>""")}
        </ul></nav>
        """;

    private static Html Body(StoredTalk stored, Links links)
    {
        var talk = stored.Talk;
        var top = talk.Sections.Count == 0 ? 2 : talk.Sections.Min(section => section.Level);
        var above = talk.Passages.Where(passage => passage.Section < 0);
        return $"""
            {Html.Each(above, Passage)}
            {Html.Each(talk.Sections.Select((section, index) => (section, index)), item => $"""
                <section>
                {Heading(item.section, item.index, top, links.Blog(TalkAnswer.UrlOf(stored, item.section.Anchor)))}
                {Html.Each(talk.Passages.Where(passage => passage.Section == item.index), Passage)}
                </section>

                """)}
            """;
    }

    /// <summary>Returns a heading of level 2 to 4. The highest level in the talk becomes 2, below the page's own heading.</summary>
    private static Html Heading(Section section, int index, int top, string? blog)
    {
        Html inner =
            $"""{section.Heading}{Html.If(blog is not null, $""" <a class="anchor" href="{blog}" lang="en"><span class="hidden">“{section.Heading}” on the blog</span><span aria-hidden="true">↗</span></a>""")}""";
        return Math.Min(section.Level - top, 2) switch
        {
            0 => $"""<h2 id="{SectionId(index)}" dir="auto">{inner}</h2>""",
            1 => $"""<h3 id="{SectionId(index)}" dir="auto">{inner}</h3>""",
            _ => $"""<h4 id="{SectionId(index)}" dir="auto">{inner}</h4>""",
        };
    }

    private static Html Passage(Passage passage) => passage.Kind switch
    {
        // Long lines scroll, so the block must be reachable by keyboard.
        PassageKind.Code => $"""
            <figure class="code">{Html.If(passage.CodeLanguage is not null, $"""<figcaption lang="en">{passage.CodeLanguage}</figcaption>""")}<pre tabindex="0" dir="ltr"><code>{passage.Text}</code></pre></figure>

            """,
        PassageKind.Quote => $"""<blockquote dir="auto"><p>{Text(passage)}</p></blockquote>""",
        PassageKind.Qa => $"""<p class="qa" dir="auto">{Text(passage)}</p>""",
        _ => $"""<p dir="auto">{Text(passage)}</p>""",
    };

    /// <summary>Returns the text with its inline code marked.</summary>
    private static Html Text(Passage passage)
    {
        var pieces = new List<Html>();
        var done = 0;
        foreach (var code in passage.InlineCode)
        {
            pieces.Add($"{passage.Text[done..code.Start]}");
            pieces.Add($"""<code dir="ltr">{passage.Text[code.Start..code.End]}</code>""");
            done = code.End;
        }
        pieces.Add($"{passage.Text[done..]}");
        return Html.Each(pieces, piece => piece);
    }

    private static Html InPost(StoredTalk stored, IReadOnlyList<StoredTalk> ofPost, Links links) => ofPost.Count < 2 ? Html.Nothing : $"""
        <section class="beside" aria-labelledby="in-post"><h2 id="in-post">In the same post</h2>
        <ol class="plain">{Html.Each(ofPost, other => Other(other, Who(other), links, isThis: other.Talk.Id == stored.Talk.Id))}</ol>
        </section>
        """;

    private static Html Related(IReadOnlyList<TalkHit> related, Links links) => related.Count == 0 ? Html.Nothing : $"""
        <section class="beside" aria-labelledby="related"><h2 id="related">Related talks</h2>
        <ol class="plain">{Html.Each(related, hit => Other(hit.Talk, [.. Who(hit.Talk), .. hit.Talk.EventTitle is null ? [] : new[] { hit.Talk.EventTitle }], links, isThis: false))}</ol>
        </section>
        """;

    private static Html Other(StoredTalk other, IReadOnlyList<string> facts, Links links, bool isThis)
    {
        Html text = $"""<span dir="auto">{other.Talk.Topic}</span>{Html.If(facts.Count > 0, $"""<span class="soft small" dir="auto">{string.Join(" · ", facts)}</span>""")}""";
        return $"""
            <li>{Links.To(links.Talk(other) ?? links.Blog(other.Url), Html.If(isThis, $" aria-current=\"page\""), text)}</li>

            """;
    }

    private static IReadOnlyList<string> Who(StoredTalk talk) => talk.Talk.Kind == TalkKind.Post
        ? [Labels.Kind(ApiNames.Of(TalkKind.Post))]
        : [.. talk.Talk.Speakers.Select(speaker => speaker.Name)];
}
