using SearchNotes.Api.Search;
using SearchNotes.Api.Talks;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Api.Pages;

/// <summary>What the page of a talk shows.</summary>
/// <param name="Stored">The talk.</param>
/// <param name="OfPost">All documents of its post, in the order of the notes.</param>
/// <param name="Related">Related talks.</param>
internal sealed record TalkContent(StoredTalk Stored, IReadOnlyList<StoredTalk> OfPost, IReadOnlyList<TalkHit> Related)
{
    /// <summary>The passages in runs, with the words of a query flagged; empty when no query led here.</summary>
    public IReadOnlyList<IReadOnlyList<Run>> Marked { get; init; } = [];
}

/// <summary>The page of a talk with all its notes, rebuilt from its passages.</summary>
internal static class TalkPage
{
    /// <summary>Minimum number of sections for a table of contents.</summary>
    private const int MinSectionsForContents = 3;

    public static Html Of(TalkContent content, Links links)
    {
        var stored = content.Stored;
        var talk = stored.Talk;
        var blog = links.Blog(stored.Url);
        return $"""
            <div class="talk-and-more">
            <article class="talk" lang="{stored.Language ?? "en"}">
            <header>
            <h1 dir="auto">{Labels.Topic(stored)}</h1>
            <p class="byline">{Html.Each(talk.Speakers, speaker => Speaker(speaker, links))}</p>
            <p class="byline" lang="{Words.Language}">{HitView.EventAndDate(stored, links)}</p>
            {Html.If(stored.Tags.Count > 0, $"""<ul class="tags" aria-label="{Words.Text("Tags")}" lang="{Words.Language}">{Html.Each(stored.Tags, tag => $"""<li><a href="{links.Tag(tag)}" dir="auto">{tag}</a></li>""")}</ul>""")}
            {Actions(stored, blog)}
            </header>
            {Contents(talk)}
            <div class="notes">
            {Body(content, links)}
            <button class="to-passage" type="button" data-copy data-copied="{Words.Text("Copied")}" aria-label="{Words.Text("Copy a link to this passage")}" lang="{Words.Language}" hidden>¶</button>
            {Html.If(talk.Passages.Count == 0, $"""<p class="soft" lang="{Words.Language}">{Words.Text("The post has no notes under this heading.")}</p>""")}
            </div>
            <p class="source small soft" lang="{Words.Language}">{MarkedText.Of("From {0}, {1}, lines {2} to {3}.", $"""<cite dir="auto">{stored.PostTitle}</cite>""", $"""<span dir="ltr">{stored.Path}</span>""", $"{Line(talk.FirstLine)}", $"{Line(talk.LastLine)}")}</p>
            {Around(content, links)}
            </article>
            <div class="more-talks">
            {InPost(stored, content.OfPost, links)}
            {Related(content.Related, links)}
            </div>
            </div>
            """;
    }

    /// <summary>Returns a description of one sentence for search engines and previews.</summary>
    public static string Description(StoredTalk stored)
    {
        var who = string.Join(", ", stored.Talk.Speakers.Select(speaker => speaker.Name));
        var where = stored.EventTitle is null ? "" : Words.Text(" at {0}", stored.EventTitle);
        return who.Length == 0 ? Words.Text("Notes on {0}{1}.", stored.Talk.Topic, where) : Words.Text("Notes on {0} by {1}{2}.", stored.Talk.Topic, who, where);
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
        <span class="fact"><a class="who" href="{links.Speaker(speaker)}" dir="auto">{speaker.Name}</a>{Html.If(speaker.Detail is not null, $"""<span class="soft" dir="auto">, {speaker.Detail}</span>""")}{Html.If(WebAddress.Of(speaker.Url) is not null, $""" <a class="soft" href="{WebAddress.Of(speaker.Url)}" rel="noopener" aria-label="{Words.Text("Website of {0}", speaker.Name)}">{Words.Text("website")}</a>""")}</span>
        """;

    private static Html Contents(Talk talk) => talk.Sections.Count < MinSectionsForContents ? Html.Nothing : $"""
        <nav class="contents" aria-label="{Words.Text("Sections")}" lang="{Words.Language}"><ul>
        {Html.Each(talk.Sections.Select((section, index) => (section, index)), item => $"""<li><a href="#{SectionId(item.index)}" dir="auto">{item.section.Heading}</a></li>""")}
        </ul></nav>
        """;

    /// <summary>Returns the links to the blog, the recording and the slides. The button appears with the script of the pages.</summary>
    private static Html Actions(StoredTalk stored, string? blog) => $"""
        <p class="actions" lang="{Words.Language}">{Html.If(blog is not null, $"""<a class="button" href="{blog}">{Words.Text("Read it on the blog")} <span aria-hidden="true">↗</span></a>""")}{Html.If(stored.VideoUrl is not null, $"""<a class="button quiet" href="{stored.VideoUrl}" rel="noopener">{Words.Text("Video")}</a>""")}{Html.If(stored.SlidesUrl is not null, $"""<a class="button quiet" href="{stored.SlidesUrl}" rel="noopener">{Words.Text("Slides")}</a>""")}<button class="button quiet" type="button" data-copy="{blog}" data-copied="{Words.Text("Copied")}" hidden>{Words.Text("Copy link")}</button></p>
        """;

    /// <summary>Returns the links to the talk before and the talk after in the notes.</summary>
    private static Html Around(TalkContent content, Links links)
    {
        var talks = content.OfPost.Where(other => other.Talk.Kind != TalkKind.Post).ToArray();
        var at = Array.FindIndex(talks, other => other.Talk.Id == content.Stored.Talk.Id);
        return at < 0 || talks.Length < 2 ? Html.Nothing : $"""
            <nav class="around" aria-label="{Words.Text("Talks before and after")}" lang="{Words.Language}"><ul>
            {Html.If(at > 0, Neighbour(talks[Math.Max(at - 1, 0)], Words.Text("Previous"), "prev", links))}
            {Html.If(at < talks.Length - 1, Neighbour(talks[Math.Min(at + 1, talks.Length - 1)], Words.Text("Next"), "next", links))}
            </ul></nav>
            """;
    }

    private static Html Neighbour(StoredTalk other, string word, string relation, Links links) => $"""
        <li class="{relation}"><span class="soft small">{word}</span> {Links.To(links.Talk(other) ?? links.Blog(other.Url), $" rel=\"{relation}\" dir=\"auto\"", $"{Labels.Topic(other)}")}</li>

        """;

    private static Html Body(TalkContent content, Links links)
    {
        var stored = content.Stored;
        var talk = stored.Talk;
        var marked = talk.Passages.Index().ToDictionary<(int Index, Passage Item), Passage, IReadOnlyList<Run>>(
            passage => passage.Item, passage => content.Marked.ElementAtOrDefault(passage.Index) ?? [], ReferenceEqualityComparer.Instance);
        var first = talk.Passages.DistinctBy(passage => passage.FirstLine).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        PassageBlock Block(Passage passage) =>
            new(passage, Passage(passage, new PassageText(passage, stored.LinksOf(passage), marked[passage]), hasId: first.Contains(passage)));
        var top = talk.Sections.Count == 0 ? 2 : talk.Sections.Min(section => section.Level);
        var above = talk.Passages.Where(passage => passage.Section < 0);
        return $"""
            {PassageBlocks.Of(above.Select(Block))}
            {Html.Each(talk.Sections.Select((section, index) => (section, index)), item => $"""
                <section>
                {Heading(item.section, item.index, top, links.Blog(TalkAnswer.UrlOf(stored, item.section.Anchor)))}
                {PassageBlocks.Of(talk.Passages.Where(passage => passage.Section == item.index).Select(Block))}
                </section>

                """)}
            """;
    }

    /// <summary>Returns a heading of level 2 to 4. The highest level in the talk becomes 2, below the page's own heading.</summary>
    private static Html Heading(Section section, int index, int top, string? blog)
    {
        Html inner =
            $"""{section.Heading}{Html.If(blog is not null, $""" <a class="anchor" href="{blog}" lang="{Words.Language}"><span class="hidden">{Words.Text("“{0}” on the blog", section.Heading)}</span><span aria-hidden="true">↗</span></a>""")}""";
        return Math.Min(section.Level - top, 2) switch
        {
            0 => $"""<h2 id="{SectionId(index)}" dir="auto">{inner}</h2>""",
            1 => $"""<h3 id="{SectionId(index)}" dir="auto">{inner}</h3>""",
            _ => $"""<h4 id="{SectionId(index)}" dir="auto">{inner}</h4>""",
        };
    }

    private static Html Passage(Passage passage, PassageText text, bool hasId)
    {
        var id = Html.If(hasId, $" id=\"line-{Line(passage.FirstLine)}\"");
        return passage.Kind switch
        {
            // Long lines scroll, so the block must be reachable by keyboard.
            PassageKind.Code => $"""
            <figure class="code"{id}>{Html.If(passage.CodeLanguage is not null, $"""<figcaption lang="en">{passage.CodeLanguage}</figcaption>""")}<pre tabindex="0" dir="ltr"><code>{text.Html}</code></pre></figure>

            """,
            PassageKind.Quote => $"""<blockquote dir="auto"{id}><p>{text.Html}</p></blockquote>""",
            PassageKind.Qa => $"""<p class="qa" dir="auto"{id}>{text.Html}</p>""",
            _ => $"""<p dir="auto"{id}>{text.Html}</p>""",
        };
    }

    private static Html InPost(StoredTalk stored, IReadOnlyList<StoredTalk> ofPost, Links links) => ofPost.Count < 2 ? Html.Nothing : $"""
        <section class="beside" aria-labelledby="in-post"><h2 id="in-post">{Words.Text("In the same post")}</h2>
        <ol class="plain">{Html.Each(ofPost, other => Other(other, Who(other), links, isThis: other.Talk.Id == stored.Talk.Id))}</ol>
        </section>
        """;

    private static Html Related(IReadOnlyList<TalkHit> related, Links links) => related.Count == 0 ? Html.Nothing : $"""
        <section class="beside" aria-labelledby="related"><h2 id="related">{Words.Text("Related talks")}</h2>
        <ol class="plain">{Html.Each(related, hit => Other(hit.Talk, [.. Who(hit.Talk), .. hit.Talk.EventTitle is null ? [] : new[] { hit.Talk.EventTitle }], links, isThis: false))}</ol>
        </section>
        """;

    private static Html Other(StoredTalk other, IReadOnlyList<string> facts, Links links, bool isThis)
    {
        Html text = $"""<span dir="auto">{Labels.Topic(other)}</span>{Html.If(facts.Count > 0, $"""<span class="soft small" dir="auto">{string.Join(" · ", facts)}</span>""")}""";
        return $"""
            <li>{Links.To(links.Talk(other) ?? links.Blog(other.Url), Html.If(isThis, $" aria-current=\"page\""), text)}</li>

            """;
    }

    private static IReadOnlyList<string> Who(StoredTalk talk) => talk.Talk.Kind == TalkKind.Post
        ? [Labels.Kind(ApiNames.Of(TalkKind.Post))]
        : [.. talk.Talk.Speakers.Select(speaker => speaker.Name)];
}
