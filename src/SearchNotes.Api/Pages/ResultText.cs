using System.Globalization;
using System.Text;
using SearchNotes.Api.Search;
using SearchNotes.Highlighting;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The result list as plain text for terminals.</summary>
internal static class ResultText
{
    public static string Of(ParsedSearchRequest question, SearchResult result, QueryPages pages, string site)
    {
        var request = question.Request;
        var text = new StringBuilder();
        var about = request.Query.Length > 0 ? $" for {request.Query}" : "";
        text.Append(result.Total == 0 || result.NearOnly ? $"Nothing found{about}." : $"{Labels.Count(result.Total, "result")}{about}.");
        text.Append(result.NearOnly && result.Total > 0 ? " Nearest:\n" : "\n");
        foreach (var correction in result.Corrections)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{(correction.Applied ? "Searched for" : "Did you mean")} {correction.To} instead of {correction.From}{(correction.Applied ? "." : "?")}\n");
        }
        if (result.GivenUp.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"Not in the best result: {string.Join(", ", result.GivenUp)}.\n");
        foreach (var note in result.Notes.Select(note => note.Message).Concat(question.Notes))
            text.Append(note).Append('\n');

        foreach (var bet in pages.BestBets)
        {
            var address = WebAddress.Of(bet.Url) ?? (bet.Talk is { } talk ? site + ServiceAddresses.Instance.Talk(talk.Talk.Id) : bet.Url);
            text.Append(CultureInfo.InvariantCulture, $"Recommended: {bet.Title}, {address}\n");
        }

        var number = (request.Page - 1) * request.PerPage;
        foreach (var hit in result.Hits)
            Append(text, ++number, hit, site);
        if (request.Page < PagingLinks.LastPage(result.Total, request.PerPage))
            text.Append(CultureInfo.InvariantCulture, $"\nMore: {site}{SearchAddress.Of(request with { Page = request.Page + 1 })}\n");
        return Printable.Text(text.ToString());
    }

    private static void Append(StringBuilder text, int number, TalkHit hit, string site)
    {
        var stored = hit.Talk;
        string?[] facts =
        [
            string.Join(", ", stored.Talk.Speakers.Select(speaker => speaker.Name)),
            stored.EventTitle,
            stored.ShownDate,
        ];
        text.Append(CultureInfo.InvariantCulture, $"\n{number}. {stored.Talk.Topic}\n");
        text.Append("   ").AppendJoin(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact))).Append('\n');
        foreach (var match in hit.Matches.Where(match => match.Field is not (MatchField.Topic or MatchField.Speaker)))
        {
            var passage = string.Concat(match.Runs.Select(run => run.Text));
            text.Append(match.Field == MatchField.Code ? "   $ " : "   | ").Append(passage.Trim().ReplaceLineEndings("\n     "))
                .Append('\n');
        }
        text.Append("   ").Append(WebAddress.Of(stored.Url) ?? site + ServiceAddresses.Instance.Talk(stored.Talk.Id)).Append('\n');
    }
}
