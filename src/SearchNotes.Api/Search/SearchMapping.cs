using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Api.Search;

/// <summary>Maps the engine's types to the API's shapes by hand, so that a renamed field is noticed here.</summary>
internal static class SearchMapping
{
    public static SearchAnswer ToAnswer(SearchResult result, ParsedSearchRequest question, QueryPages pages) => new(
        question.Request.Query,
        result.Total,
        question.Request.Page,
        question.Request.PerPage,
        [.. result.Hits.Select(ToHit)],
        ToCounts(result.Facets),
        result.NearOnly,
        result.Absent,
        result.GivenUp,
        [.. result.Corrections.Select(correction => new CorrectedWord(correction.From, correction.To, correction.Applied))],
        [.. result.Notes.Select(note => new QueryNote(note.Position, note.Message)),
            .. question.Notes.Select(note => new QueryNote(null, note))],
        [.. pages.BestBets.Select(bet => new RecommendedPage(bet.Title, bet.Url, bet.Talk?.Talk.Id))],
        [.. pages.Names.Select(name => new MeantName(name.Facet.Name, name.Named.Name, name.Named.Slug, name.Named.Talks,
            name.Named.FirstDay?.Year, name.Named.LastDay?.Year, name.Named.Location))],
        result.Partial);

    public static Hit ToHit(TalkHit hit)
    {
        var stored = hit.Talk;
        return new(
            stored.Talk.Id,
            ApiNames.Of(stored.Talk.Kind),
            Math.Round(hit.Score, 4),
            stored.Talk.Topic,
            [.. stored.Talk.Speakers.Select(speaker => speaker.Name)],
            stored.Tags,
            TalkEvent.Of(stored),
            stored.PostTitle,
            stored.Date,
            stored.Language,
            stored.Url,
            stored.VideoUrl,
            stored.SlidesUrl,
            ToSource(stored),
            ToRuns(hit.TopicRuns),
            [.. hit.SpeakerRuns.Select(ToRuns)],
            [.. hit.Matches.Select(match =>
                new HitMatch(ApiNames.Of(match.Field), match.Heading, match.Url, match.TextFragmentUrl, ToRuns(match.Runs)))],
            hit.Explain is null ? null : ToExplanation(hit.Explain));
    }

    public static TalkSource ToSource(StoredTalk stored) =>
        new(stored.Path, stored.Talk.Heading, stored.Talk.FirstLine, stored.Talk.LastLine);

    public static IReadOnlyList<TextRun> ToRuns(IReadOnlyList<Run> runs) =>
        [.. runs.Select(run => new TextRun(run.Text, run.IsMatch ? true : null))];

    private static FacetCounts ToCounts(FacetResult facets) => new(
        ToCounts(facets[Facet.Speaker]), ToCounts(facets[Facet.Tag]), ToCounts(facets[Facet.Event]),
        ToCounts(facets[Facet.Year]), ToCounts(facets[Facet.Kind]), ToCounts(facets[Facet.Language]));

    private static IReadOnlyList<FacetCount> ToCounts(IReadOnlyList<FacetValue> values) =>
        [.. values.Select(value => new FacetCount(value.Value, value.Count))];

    private static ScoreExplanation ToExplanation(Explanation explanation) =>
        new(explanation.Text, Math.Round(explanation.Value, 4), [.. explanation.Parts.Select(ToExplanation)]);
}
