using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Querying;

/// <summary>Builds as-you-type suggestions: talks, names, and completed queries.</summary>
internal static class Suggester
{
    /// <summary>Fields that identify a talk.</summary>
    private const FieldSet SuggestionFields = FieldSet.Topic | FieldSet.Speaker | FieldSet.Event | FieldSet.Tag | FieldSet.Heading;

    /// <summary>Returns suggestions for a text that is still being typed.</summary>
    public static Suggestions Suggest(Snapshot snapshot, string typed, int limit, Deadline deadline)
    {
        typed = Corrected(snapshot, typed);
        var words = Words(typed);
        if (words.Count == 0)
            return new Suggestions { Talks = [], Speakers = [], Tags = [], Events = [], Completions = [] };

        var names = snapshot.NameCompletions;
        return new Suggestions
        {
            Talks = Talks(snapshot, typed, limit, deadline),
            Speakers = names.Speakers.Find(words, limit),
            Tags = names.Tags.Find(words, limit),
            Events = names.Events.Find(words, limit),
            Completions = Completions(snapshot, typed, words[^1], limit),
        };
    }

    /// <summary>Plans the query for the suggested talks.</summary>
    public static QueryPlan Plan(Snapshot snapshot, string typed, Deadline deadline)
    {
        var terms = snapshot.RentTerms();
        try
        {
            return Plan(snapshot, terms, Corrected(snapshot, typed), deadline);
        }
        finally
        {
            snapshot.ReturnTerms(terms);
        }
    }

    private static QueryPlan Plan(Snapshot snapshot, TermReader terms, string corrected, Deadline deadline) =>
        QueryPlanner.Plan(QueryReader.Read(corrected), snapshot, terms, deadline, SuggestionFields, MatchExpansion.Prefix);

    /// <summary>Returns the typed text. If no word of the index begins with its last word, that word is replaced by the nearest word
    /// beginning.</summary>
    private static string Corrected(Snapshot snapshot, string typed)
    {
        var start = LastWord(typed);
        var last = typed[start..];
        if (Words(last) is not [var word] || snapshot.Vocabulary.Begins(word))
            return typed;
        return snapshot.Vocabulary.BeginningNear(word, 1) is [var near] ? typed[..start] + near.Word : typed;
    }

    private static int LastWord(string typed)
    {
        var start = typed.Length;
        while (start > 0 && Letters.IsWord(typed[start - 1]))
            start--;
        return start;
    }

    private static List<string> Words(string typed)
    {
        var tokens = new List<Token>();
        new TextTokens().Read(typed, isCode: false, [], tokens);
        return [.. tokens.GroupBy(t => t.Position).Select(step => step.First().Term)];
    }

    private static List<TalkSuggestion> Talks(Snapshot snapshot, string typed, int limit, Deadline deadline)
    {
        var terms = snapshot.RentTerms();
        var scores = snapshot.RentScores();
        try
        {
            var plan = Plan(snapshot, terms, typed, deadline);
            new TalkScorer(snapshot, terms, deadline).Score(plan.Root, scores);
            var collector = new HitCollector(snapshot, new SearchRequest { Facets = [] });
            var hits = collector.Hits(scores, plan);
            collector.Sort(hits, limit);
            var highlights = HighlightQueryBuilder.Of([.. plan.PositiveWords()]);
            return [.. hits.Take(limit).Select(hit => Suggestion(snapshot.Talks.Get(hit.Doc), highlights))];
        }
        finally
        {
            snapshot.ReturnScores(scores);
            snapshot.ReturnTerms(terms);
        }
    }

    private static TalkSuggestion Suggestion(StoredTalk stored, HighlightQuery highlights) => new(
        stored.Talk.Id, Highlighter.Runs(stored.Talk.Topic, highlights, MatchField.Topic), [.. stored.Talk.Speakers.Select(s => s.Name)],
        stored.EventTitle, stored.Date, stored.Url);

    /// <summary>Returns the query with its last word completed, most frequent completions first.</summary>
    private static List<string> Completions(Snapshot snapshot, string typed, string last, int limit)
    {
        var start = LastWord(typed);
        if (last.Length < 2 || start == typed.Length)
            return [];
        return [.. snapshot.Vocabulary.Beginning(last, limit).OrderByDescending(w => w.Count).Where(w => w.Word.All(char.IsLetterOrDigit))
            .Select(w => typed[..start] + w.Word)];
    }
}
