using System.Collections.Frozen;
using SearchNotes.Highlighting;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The best passage for a question, large above the hits.</summary>
internal static class AnswerView
{
    /// <summary>Number of different words of the question that the passage must show.</summary>
    private const int MinWords = 2;

    private const int MinWordsOfQuestion = 3;

    /// <summary>Shorter words say little, such as "to" and "use".</summary>
    private const int MinLetters = 4;

    /// <summary>Words that begin a question: English, German, French, Spanish, Italian, Portuguese, Dutch.</summary>
    private static readonly FrozenSet<string> Openers = (
        "how what when where which who whose why can could do does did should would is are was were "
        + "wie was wann wo warum wieso weshalb welche welcher welches wer womit wozu kann "
        + "comment pourquoi quand où quel quelle quels quelles qui combien "
        + "cómo como qué cuándo cuál dónde quién perché quando quale chi cosa quanto "
        + "porque quem onde qual hoe wat wanneer waar waarom welke wie").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the passage of the first hit that shows most of the words; nothing when the query is no question, or when the first
    /// hit lacks more than one of its words.</summary>
    public static Html Of(SearchRequest request, SearchResult result, Links links)
    {
        var isFirst = request.Page == 1 && request.Sort == SearchSort.Relevance && !request.GroupByPost;
        if (!isFirst || !IsQuestion(request.Query) || result.NearOnly || result.GivenUp.Count > 1 || result.Hits is not [var hit, ..])
            return Html.Nothing;
        var best = hit.Matches.Where(match => match.Field is MatchField.Prose or MatchField.Quote or MatchField.Qa).MaxBy(Words);
        if (best is null || Words(best) < MinWords)
            return Html.Nothing;
        var target = links.Blog(best.TextFragmentUrl) ?? TalkPage.SectionAddress(hit.Talk, best.Heading, links) ?? links.Blog(best.Url);
        var by = string.Join(", ", hit.Talk.Talk.Speakers.Select(speaker => speaker.Name));
        return $"""
            <figure class="answer" lang="{hit.Talk.Language ?? "en"}">
            <blockquote dir="auto"><p>{HitView.Runs(best.Runs)}</p></blockquote>
            <figcaption>{Links.To(target, links.Ping(hit.Talk), $"""<cite dir="auto">{hit.Talk.Talk.Topic}</cite>""")}{Html.If(by.Length > 0, $"""<span class="soft" dir="auto">, {by}</span>""")}</figcaption>
            </figure>
            """;
    }

    private static bool IsQuestion(string query)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return query.TrimEnd() is [.., '?' or '？' or '؟'] || words.Length >= MinWordsOfQuestion && Openers.Contains(words[0]);
    }

    private static int Words(Match match) => match.Runs.Where(run => run.IsMatch).SelectMany(run => run.Text.Split(' '))
        .Where(word => word.Length >= MinLetters && !Openers.Contains(word)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
