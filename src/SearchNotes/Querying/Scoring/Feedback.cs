using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;
using SearchNotes.Talks;

namespace SearchNotes.Querying.Scoring;

/// <summary>Expands a long question with words from its best answers and adds their scores.</summary>
/// <remarks>Pseudo-relevance feedback after RM3 (Lavrenko and Croft, "Relevance based language models", 2001; Abdul-Jaleel et al., 2004).
/// It helps questions that describe a subject at length, when the answers use other words for it. Short queries name what they look for and
/// gain nothing, so they are not expanded.</remarks>
internal static class Feedback
{
    /// <summary>Maximum length of the text that is analyzed per talk, in characters.</summary>
    private const int MaxCharacters = 8_000;

    /// <summary>Returns whether a query is a question that consists of plain words only.</summary>
    public static bool IsFor(QueryPlan plan) =>
        plan.IsQuestion && plan.Root.Parts.All(part => part is WordNode { Word.IsPhrase: false });

    /// <summary>Raises the scores of talks that contain the feedback words.</summary>
    /// <param name="snapshot">The snapshot that is searched.</param>
    /// <param name="terms">The term reader.</param>
    /// <param name="plan">The question.</param>
    /// <param name="scores">The scores of the question, which are raised.</param>
    /// <param name="best">The best hits so far, in order.</param>
    /// <param name="deadline">The time limit.</param>
    public static void Apply(Snapshot snapshot, TermReader terms, QueryPlan plan, DocScores scores, IReadOnlyList<ScoredDocument> best,
        Deadline deadline)
    {
        var models = best.Take(Ranking.FeedbackTalks).ToList();
        var all = models.Sum(hit => hit.Score);
        if (all <= 0f || deadline.HasPassed())
            return;

        var resolver = new WordResolver(snapshot, terms, deadline);
        var weights = new Dictionary<string, (float Weight, int Holders)>(StringComparer.Ordinal);
        foreach (var hit in models)
            Learn(snapshot.Talks.Get(hit.Doc), hit.Score / all, weights);

        var learnt = weights.Where(w => w.Value.Holders >= Ranking.FeedbackHolders && w.Key.Length > 2 && !StopWords.Contains(w.Key))
            .Select(w => (Term: w.Key, Weight: w.Value.Weight * resolver.Idf(snapshot.Vocabulary.Count(w.Key))))
            .OrderByDescending(w => w.Weight).ThenBy(w => w.Term, StringComparer.Ordinal).Take(Ranking.FeedbackTerms).ToList();
        var sum = learnt.Sum(w => w.Weight);

        // All feedback words together weigh a fixed share of the question's weight.
        var scorer = new TalkScorer(snapshot, terms, deadline);
        foreach (var (term, weight) in learnt)
        {
            if (resolver.Resolve(0, term, FieldSet.Default, MatchExpansion.Word) is not { } word)
                continue;
            word.Weight = Ranking.FeedbackShare * plan.Root.Weight * weight / sum;
            var own = snapshot.RentScores();
            scorer.Score(new WordNode(word), own);
            foreach (var doc in own.Docs)
            {
                if (scores[doc] > 0f)
                    scores.Add(doc, own[doc]);
            }

            snapshot.ReturnScores(own);
        }
    }

    private static void Learn(StoredTalk stored, float share, Dictionary<string, (float Weight, int Holders)> weights)
    {
        var reader = new TextTokens();
        var tokens = new List<Token>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var length = 0;
        Count(stored.Talk.Topic);
        var left = MaxCharacters;
        foreach (var passage in stored.Talk.Passages.Where(passage => passage.Kind != PassageKind.Code))
        {
            if ((left -= passage.Text.Length) < 0)
                break;
            Count(passage.Text);
        }

        foreach (var (term, count) in counts)
        {
            var (weight, holders) = weights.GetValueOrDefault(term);
            weights[term] = (weight + (share * count / length), holders + 1);
        }

        void Count(string text)
        {
            reader.Read(text, isCode: false, [], tokens);
            length += tokens.Count;
            foreach (var token in tokens)
                counts[token.Term] = counts.GetValueOrDefault(token.Term) + 1;
        }
    }
}
