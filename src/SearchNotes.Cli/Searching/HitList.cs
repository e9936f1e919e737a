using System.Globalization;
using SearchNotes.Cli.Terminal;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Searching;

/// <summary>Writes search results as text: each hit with its matches and the file and line to open.</summary>
/// <param name="screen">The screen to write to.</param>
/// <param name="corpusPath">The corpus folder relative to the working directory.</param>
internal sealed class HitList(Screen screen, string corpusPath)
{
    private const int Indent = 4;
    private const int PassageIndent = 6;

    /// <summary>Writes the results.</summary>
    public void Write(string query, SearchResult result, QueryPages pages)
    {
        screen.Line(Headline(query, result), TextStyle.Title);
        foreach (var remark in Remarks(result))
            screen.Line(remark, TextStyle.Warning);
        foreach (var bet in pages.BestBets)
        {
            screen.Line(new StyledText().Add("Recommended: ", TextStyle.Secondary).Add(bet.Title, TextStyle.Title)
                .Add($" {bet.Url ?? bet.Talk?.Talk.Id}", TextStyle.Location));
        }

        for (var i = 0; i < result.Hits.Count; i++)
            Write(i + 1, result.Hits[i]);
    }

    private static string Headline(string query, SearchResult result)
    {
        var asked = query.Length == 0 ? "" : $" for {query}";
        if (result.Total == 0)
            return $"Nothing found{asked}.";
        if (result.NearOnly)
            return $"Nothing found{asked}; the nearest:";

        var shown = result.Hits.Count < result.Total ? $", the first {Count.Of(result.Hits.Count)}" : "";
        return $"{Count.Of(result.Total, "hit")}{asked}{shown}:";
    }

    /// <summary>Returns remarks on how the query was understood.</summary>
    private static IEnumerable<string> Remarks(SearchResult result)
    {
        foreach (var correction in result.Corrections)
        {
            yield return correction.Applied
                ? $"Searched for {correction.To} instead of {correction.From}." : $"Did you mean {correction.To} instead of {correction.From}?";
        }
        if (result.Absent.Count > 0)
            yield return $"In no post: {string.Join(", ", result.Absent)}.";
        if (result.GivenUp.Except(result.Absent).ToList() is { Count: > 0 } givenUp)
            yield return $"No talk has all words; the best one lacks: {string.Join(", ", givenUp)}.";
        foreach (var note in result.Notes)
            yield return $"Character {note.Position + 1}: {note.Message}";
        if (result.Partial)
            yield return "The time ran out; these are the best of the talks seen so far.";
    }

    private void Write(int number, TalkHit hit)
    {
        var stored = hit.Talk;
        screen.Line();
        screen.Line(
            Append(new StyledText().Add(string.Create(CultureInfo.InvariantCulture, $"{number,2}. ")), hit.TopicRuns, TextStyle.Title));
        Indented(Facts(hit));
        Indented(new StyledText()
            .Add(Printable.Line($"{Path.Combine(corpusPath, stored.Path)}:{stored.Talk.FirstLine}"), TextStyle.Location));
        if (stored.Url is { } url)
            Indented(new StyledText().Add(url, TextStyle.Location));
        Indented(new StyledText().Add(stored.Talk.Id, TextStyle.Secondary));
        Write(hit.Matches, stored);
        if (hit.Explain is { } explain)
            Write(explain, Indent);
    }

    private static StyledText Facts(TalkHit hit)
    {
        var facts = new StyledText();
        for (var i = 0; i < hit.SpeakerRuns.Count; i++)
            Append(i > 0 ? facts.Add(", ") : facts, hit.SpeakerRuns[i]);

        string?[] others = [hit.Talk.EventTitle ?? hit.Talk.PostTitle, hit.Talk.Location, hit.Talk.ShownDate];
        return facts.Add((hit.SpeakerRuns.Count > 0 ? " · " : "") + string.Join(" · ", others.Where(fact => fact is not null)),
            TextStyle.Secondary);
    }

    /// <summary>Writes the passages, except matches in topic and speakers, which are already highlighted above.</summary>
    private void Write(IReadOnlyList<Match> matches, StoredTalk stored)
    {
        string? above = null;
        foreach (var match in matches.Where(match => match.Field is not (MatchField.Topic or MatchField.Speaker)))
        {
            screen.Line();
            if (match.Heading is { } heading && heading != above)
                Indented(new StyledText().Add(Place(heading, stored), TextStyle.Secondary));

            above = match.Heading;
            Indented(Append(new StyledText(), match.Runs), PassageIndent);
        }
    }

    private static string Place(string heading, StoredTalk stored) =>
        stored.Talk.Sections.FirstOrDefault(section => section.Heading == heading) is { } section
            ? string.Create(CultureInfo.InvariantCulture, $"{heading}, line {section.Line}")
            : heading;

    private void Write(Explanation explanation, int indent)
    {
        Indented(new StyledText()
            .Add(string.Create(CultureInfo.InvariantCulture, $"{explanation.Value:0.###}  {explanation.Text}"), TextStyle.Secondary),
            indent);
        foreach (var part in explanation.Parts)
            Write(part, indent + 2);
    }

    private void Indented(StyledText text, int indent = Indent) => screen.Line(text, indent);

    private static StyledText Append(StyledText text, IReadOnlyList<Run> runs, TextStyle plain = TextStyle.Plain)
    {
        foreach (var run in runs)
            text.Add(run.Text, run.IsMatch ? TextStyle.Match : plain);

        return text;
    }
}
