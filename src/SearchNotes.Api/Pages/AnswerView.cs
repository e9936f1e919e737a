using SearchNotes.Highlighting;
using SearchNotes.Querying;
using SearchNotes.Querying.Matching;

namespace SearchNotes.Api.Pages;

/// <summary>The best passage for a question, large above the hits.</summary>
internal static class AnswerView
{
    /// <summary>Number of different words of the question that the passage must show.</summary>
    private const int MinWords = 2;

    private const int MinWordsOfQuestion = 3;

    /// <summary>Shorter words say little, such as "to" and "use".</summary>
    private const int MinLetters = 4;

    /// <summary>Returns the passage of the first hit that shows most of the words; nothing when the query is no question, or when the first
    /// hit lacks more than one of its words.</summary>
    public static Html Of(SearchRequest request, SearchResult result, Links links)
    {
        var isFirst = request.Page == 1 && request.Sort == SearchSort.Relevance && !request.GroupByPost;
        if (!isFirst || !IsQuestion(request.Query))
            return Html.Nothing;
        if (result is not { NearOnly: false, GivenUp.Count: <= 1, Hits: [var hit, ..] })
            return Html.Nothing;
        var best = hit.Matches.Where(match => match.Field is MatchField.Prose or MatchField.Quote or MatchField.Qa).MaxBy(Words);
        if (best is null || Words(best) < MinWords)
            return Html.Nothing;
        var target = links.Blog(best.TextFragmentUrl) ?? TalkPage.SectionAddress(hit.Talk, best.Heading, links) ?? links.Blog(best.Url);
        var by = string.Join(", ", hit.Talk.Talk.Speakers.Select(speaker => speaker.Name));
        return $"""
            <figure class="answer" lang="{hit.Talk.Language ?? "en"}">
            <blockquote dir="auto"><p>{HitView.Runs(best.Runs)}</p></blockquote>
            <figcaption>{Links.To(target, links.Ping(hit.Talk), $"""<cite dir="auto">{Labels.Topic(hit.Talk)}</cite>""")}{Html.If(by.Length > 0, $"""<span class="soft" dir="auto">, {by}</span>""")}</figcaption>
            </figure>
            """;
    }

    private static bool IsQuestion(string query)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return query.TrimEnd() is [.., '?' or '？' or '؟'] || words.Length >= MinWordsOfQuestion && QuestionWords.Contains(words[0]);
    }

    private static int Words(Match match) => match.Runs.Where(run => run.IsMatch).SelectMany(run => run.Text.Split(' '))
        .Where(word => word.Length >= MinLetters && !QuestionWords.Contains(word)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
