using SearchNotes.Highlighting;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>Builds the search result from the collected hits: passages, corrections, words given up, and whether the hits are good
/// answers.</summary>
internal sealed class SearchResultBuilder(Snapshot snapshot, QueryPlan plan, DocScores scores)
{
    /// <summary>Number of hits on a first page. A hit among these that covers the whole query is a good answer, whatever its
    /// rank.</summary>
    private const int FirstPage = 10;

    private readonly List<QueryWord> words = [.. plan.PositiveWords()];

    /// <summary>Builds the result without its hits.</summary>
    /// <param name="collected">The collected hits.</param>
    /// <param name="best">The best hits in order.</param>
    /// <param name="notes">The notes on the query.</param>
    /// <param name="terms">The term reader.</param>
    public SearchResult Build(CollectedHits collected, IReadOnlyList<ScoredDocument> best, IReadOnlyList<Note> notes, TermReader terms)
    {
        var shown = best.Take(FirstPage).ToList();
        var spelling = new Spelling(snapshot, terms, plan, scores, shown);
        return new()
        {
            Total = collected.Total,
            Hits = [],
            Facets = collected.Facets,
            NearOnly = shown.Count > 0 && plan.Root.Weight > 0f && IsNear(shown, spelling, terms),
            Absent = Reported(spelling.IsAbsent),
            GivenUp = shown.Count == 0 ? [] : Reported(word => !spelling.IsHeld(word)),
            Corrections = [.. words.Select(spelling.Of).OfType<Correction>()
                .Select(correction => correction with { To = WrittenWords.Of(snapshot, correction.To) }).Distinct()],
            Notes = [.. notes.Concat(Synonyms()).OrderBy(note => note.Position)],
            Partial = false,
            Generation = snapshot.Generation,
        };
    }

    /// <summary>Builds the hits of the page, with passages and highlights.</summary>
    /// <param name="page">The documents.</param>
    /// <param name="explainer">Scores the hits again word by word; <see langword="null"/> when no explanation was requested.</param>
    /// <param name="deadline">The time limit. When it has passed, hits have no passages.</param>
    /// <param name="meaning">What meaning adds to the scores; <see langword="null"/> for nothing.</param>
    public IReadOnlyList<TalkHit> Hits(IReadOnlyList<ScoredDocument> page, TalkScorer? explainer, Deadline deadline,
        SemanticFusion? meaning = null)
    {
        var highlights = HighlightQueryBuilder.Of(words);
        var explained = explainer is null ? null : new Explainer(snapshot, explainer, words, meaning).Explain(page);
        var hits = new TalkHit[page.Count];
        for (var i = 0; i < hits.Length; i++)
            hits[i] = Hit(page[i], highlights, deadline.HasPassed()) with { Explain = explained?[i] };
        return hits;
    }

    /// <summary>Says which synonyms were searched for as well.</summary>
    private IEnumerable<Note> Synonyms()
    {
        foreach (var group in words.Where(word => word.Synonyms.Count > 0).GroupBy(word => word.Synonyms[0], StringComparer.Ordinal))
        {
            var typed = string.Join(' ', group.Select(word => word.Typed));
            yield return new Note(group.First().Position, $"“{typed}” also finds {string.Join(", ", group.First().Synonyms.Select(text => $"“{text}”"))}.");
        }
    }

    /// <summary>Returns the words that fail a test, as typed. Stop words are left out, unless there are no others. A run of characters
    /// fails when more than half of its pairs do.</summary>
    private IReadOnlyList<string> Reported(Func<QueryWord, bool> fails)
    {
        var content = words.Where(word => !StopWords.Contains(word.Typed.ToLowerInvariant())).ToList();
        return [.. (content.Count > 0 ? content : words).GroupBy(word => word.Run ?? word.Typed, StringComparer.Ordinal)
            .Where(group => group.All(fails) || group.Where(fails).Sum(word => word.Weight) > group.Sum(word => word.Weight) / 2)
            .Select(group => group.Key)];
    }

    private TalkHit Hit(ScoredDocument candidate, HighlightQuery highlights, bool isLate)
    {
        var stored = snapshot.Talks.Get(candidate.Doc);
        return new TalkHit
        {
            Talk = stored,
            Score = candidate.Score,
            TopicRuns = Highlighter.Runs(stored.Talk.Topic, highlights, MatchField.Topic),
            SpeakerRuns = [.. stored.Talk.Speakers.Select(speaker => Highlighter.Runs(speaker.Name, highlights, MatchField.Speaker))],
            Matches = isLate ? [] : PassageMaker.Best(stored, highlights),
        };
    }

    /// <summary>Returns whether the hits are only near matches. Their support is the mean of the shares of the query that the best hit and
    /// the hit with the most words cover, plus the relative score of the best hit, minus a penalty for words that occur nowhere. A query
    /// whose words all occur is a near match also when no two of them occur together: an absent word would already tell the
    /// reader.</summary>
    private bool IsNear(List<ScoredDocument> shown, Spelling spelling, TermReader terms)
    {
        var covered = spelling.Covered(shown[0]);
        var coverage = scores.Coverage(shown[0].Doc);
        var strength = coverage > 0f ? scores[shown[0].Doc] * covered / coverage : 0f;
        var support = ((covered + shown.Max(spelling.Covered)) / 2f + strength) / plan.Root.Weight;

        var content = words.Where(word => !word.IsStopWord).ToList();
        var count = Math.Max(content.Count, 1);
        support -= Ranking.AbsentPenalty * content.Count(spelling.IsAbsent) / count;
        if (support < Ranking.MinSupport * Math.Min(1f, (float)Ranking.NearWords / count))
            return true;
        var isWeak = count >= Ranking.ScatteredWords && support < Ranking.MinSupportOfScattered * Ranking.ScatteredWords / count;
        return isWeak && !content.Exists(spelling.IsAbsent) && !AnyStandTogether(content, shown, terms);
    }

    private bool AnyStandTogether(List<QueryWord> content, List<ScoredDocument> shown, TermReader terms)
    {
        for (var i = 1; i < content.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Proximity.StandTogether(snapshot, terms, content[j], content[i], shown))
                    return true;
            }
        }

        return false;
    }
}
