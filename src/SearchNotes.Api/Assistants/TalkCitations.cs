using System.Globalization;
using System.Text;
using SearchNotes.Api.Search;
using SearchNotes.Api.Talks;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Api.Assistants;

/// <summary>Search results as Markdown that can be cited: each passage with its lines in the post and its address on the blog.</summary>
internal static class TalkCitations
{
    /// <summary>Returns a page of results.</summary>
    public static string Of(SearchResult result, ParsedSearchRequest question)
    {
        var request = question.Request;
        var text = new StringBuilder(Headline(result, request)).Append('\n');
        foreach (var note in Notes(result).Concat(question.Notes))
            text.Append($"\n{note}\n");
        for (var i = 0; i < result.Hits.Count; i++)
            Append(text, ((request.Page - 1) * request.PerPage) + i + 1, result.Hits[i]);
        return text.ToString();
    }

    private static string Headline(SearchResult result, SearchRequest request) => string.Create(CultureInfo.InvariantCulture,
        $"{(result.NearOnly ? "Nothing found; the nearest talks:" : $"{result.Total} {(result.Total == 1 ? "talk" : "talks")}, page {request.Page}, {request.PerPage} per page.")}");

    private static IEnumerable<string> Notes(SearchResult result)
    {
        foreach (var correction in result.Corrections)
        {
            yield return correction.Applied
                ? $"Searched for \"{correction.To}\" instead of \"{correction.From}\"."
                : $"Did you mean \"{correction.To}\" instead of \"{correction.From}\"?";
        }

        if (result.Absent.Count > 0)
            yield return $"In no talk: {string.Join(", ", result.Absent)}.";
        if (result.GivenUp.Count > 0)
            yield return $"Not in the best talk: {string.Join(", ", result.GivenUp)}.";
        if (result.Partial)
            yield return "The time limit was reached; there may be more.";
        foreach (var note in result.Notes)
            yield return note.Message;
    }

    private static void Append(StringBuilder text, int rank, TalkHit hit)
    {
        var stored = hit.Talk;
        text.Append(CultureInfo.InvariantCulture, $"\n## {rank}. {TalkMarkdown.Line(stored.Talk.Topic)}\n\n- id: {stored.Talk.Id}\n");
        foreach (var (name, value) in TalkMarkdown.Facts(stored))
            text.Append($"- {name}: {value}\n");
        foreach (var match in hit.Matches)
            Append(text, stored, match);
    }

    private static void Append(StringBuilder text, StoredTalk stored, Match match)
    {
        var passage = string.Concat(match.Runs.Select(run => run.Text));
        var (first, last) = LinesOf(stored, passage);
        text.Append($"\n> {TalkMarkdown.Line(passage)}\n>\n> ({ApiNames.Of(match.Field)}")
            .Append(match.Heading is null ? "" : $", {TalkMarkdown.Line(match.Heading)}")
            .Append($"; {TalkMarkdown.Source(stored.Path, first, last)}")
            .Append((match.TextFragmentUrl ?? match.Url) is { } url ? $"; <{TalkMarkdown.Address(url)}>" : "")
            .Append(")\n");
    }

    /// <summary>Returns the lines of the part of the post that a passage comes from; those of the talk when no single part contains it. A
    /// passage may be cut at both ends.</summary>
    private static (int First, int Last) LinesOf(StoredTalk stored, string passage)
    {
        var pieces = passage.Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parts = pieces.Select(piece => stored.Talk.Passages.FirstOrDefault(part => part.Text.Contains(piece, StringComparison.Ordinal)))
            .ToList();
        return parts.Count > 0 && parts.TrueForAll(part => part is not null)
            ? (parts.Min(part => part!.FirstLine), parts.Max(part => part!.LastLine)) // Just checked.
            : (stored.Talk.FirstLine, stored.Talk.LastLine);
    }
}
