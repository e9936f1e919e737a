using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Explains the score of a hit: to readers in a sentence, to operators as a calculation.</summary>
internal sealed class Explainer(Snapshot snapshot, TalkScorer scorer, IReadOnlyList<QueryWord> words, SemanticFusion? meaning = null)
{
    /// <summary>Returns the explanations of the hits of a page, in their order.</summary>
    public IReadOnlyList<Explanation> Explain(IReadOnlyList<ScoredDocument> page)
    {
        var parts = page.Select(_ => new List<Explanation>()).ToList();
        var places = page.Select(_ => new List<WordPlace>()).ToList();
        foreach (var word in words)
        {
            var occurrences = Occurrences(word, page);
            var own = snapshot.RentScores();
            scorer.Score(new WordNode(word), own);
            for (var i = 0; i < page.Count; i++)
            {
                if (own[page[i].Doc] > 0f)
                    parts[i].Add(Part(word, own[page[i].Doc], occurrences[i]));
                places[i].Add(new WordPlace(word, occurrences[i].Count == 0 ? null : occurrences[i].MaxBy(o => o.Count).Field));
            }

            snapshot.ReturnScores(own);
        }

        return [.. page.Select((hit, i) => Whole(hit, parts[i], places[i]))];
    }

    /// <summary>Returns for each hit the weighted occurrences of a word per field. As in scoring, only the best match kind that the hit
    /// contains counts.</summary>
    private List<List<(FieldSet Field, float Count)>> Occurrences(QueryWord word, IReadOnlyList<ScoredDocument> page)
    {
        var all = page.Select(_ => new List<(FieldSet Field, float Count)>()).ToList();
        foreach (var tier in MatchTier.All)
        {
            var pending = Enumerable.Range(0, page.Count).Where(i => all[i].Count == 0).ToList();
            if (pending.Count == 0)
                break;
            foreach (var field in TextField.All.Where(field => (field.Flag & word.Fields) != 0))
            {
                var counts = snapshot.RentCounts();
                scorer.Count(word, tier.Kind, field.Flag, counts);
                foreach (var i in pending)
                {
                    if (counts[page[i].Doc] is > 0f and var count)
                        all[i].Add((field.Flag, count));
                }

                snapshot.ReturnCounts(counts);
            }
        }

        return all;
    }

    private static Explanation Part(QueryWord word, float score, List<(FieldSet Field, float Count)> occurrences)
    {
        var terms = string.Join(", ", word.TermGroups.SelectMany(l => l.Terms).Select(t => t.Term).Take(8));
        var how = word.IsPhrase ? "as a phrase" : word.CorrectedTo is not null ? $"corrected to {word.CorrectedTo}" : $"as {terms}";
        return new Explanation($"\"{word.Typed}\" {how}: rarity × saturated occurrences", score,
        [
            new Explanation("rarity (inverse document frequency)", word.Weight, []),
            new Explanation("occurrences, saturated", score / Math.Max(word.Weight, float.Epsilon),
                [.. occurrences.Select(o => new Explanation($"{ExplanationText.Place(o.Field)}, by weight and length", o.Count, []))]),
        ]);
    }

    private Explanation Whole(ScoredDocument hit, List<Explanation> parts, List<WordPlace> places)
    {
        var sum = parts.Sum(p => p.Value);
        var added = meaning?.Added(hit.Doc) ?? 0f;
        parts.Add(new Explanation("factor: words side by side, kind of document, words learnt from the best hits", sum > 0
            ? (hit.Score - added) / sum : 1, []));
        if (added > 0f)
            parts.Add(new Explanation("near in meaning", added, []));
        return new Explanation(ExplanationText.Of(places, meaning?.IsNear(hit.Doc) ?? false), hit.Score, parts);
    }
}
