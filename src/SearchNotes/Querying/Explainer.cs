using System.Globalization;

namespace SearchNotes.Querying;

/// <summary>Says why a hit has its score: to a reader in words, to an operator as a sum.</summary>
internal sealed class Explainer(Snapshot snapshot, Scorer scorer, IReadOnlyList<QueryWord> words)
{
    /// <summary>Explains the hits of a page.</summary>
    public IReadOnlyList<Explanation> Explain(IReadOnlyList<Candidate> page, DocScores scores, float weight)
    {
        var parts = page.Select(_ => new List<Explanation>()).ToList();
        foreach (var word in words)
        {
            var own = snapshot.BorrowScores();
            scorer.Score(new WordNode(word), own);
            for (var i = 0; i < page.Count; i++)
            {
                if (own[page[i].Doc] > 0f) parts[i].Add(Part(word, own[page[i].Doc]));
            }

            snapshot.ReturnScores(own);
        }

        return [.. page.Select((hit, i) => Whole(hit, parts[i], scores, weight))];
    }

    private static Explanation Part(QueryWord word, float score)
    {
        var terms = string.Join(", ", word.Levels.SelectMany(l => l.Terms).Select(t => t.Term).Take(8));
        var how = word.IsPhrase ? "as a phrase" : word.CorrectedTo is not null ? $"taken for {word.CorrectedTo}" : $"as {terms}";
        return new Explanation(
            $"\"{word.Typed}\" {how}", score,
            [new Explanation("rarity (inverse document frequency)", word.Weight, []), new Explanation("occurrences by field and length, saturated", score / Math.Max(word.Weight, float.Epsilon), [])]);
    }

    private Explanation Whole(Candidate hit, List<Explanation> parts, DocScores scores, float weight)
    {
        var sum = parts.Sum(p => p.Value);
        var coverage = weight > 0f ? Math.Min(scores.Covered(hit.Doc) / weight, 1f) : 1f;
        parts.Add(new Explanation("factor: words side by side, kind of document", sum > 0 ? hit.Score / sum : 1, []));
        var held = words.Count(word => (scores.Words(hit.Doc) & word.Bit) != 0);
        var text = words.Count == 0 ? "Shown without a query." : string.Create(CultureInfo.InvariantCulture, $"Holds {held} of the {words.Count} words looked for, {coverage:P0} of what they weigh.");
        return new Explanation(text, hit.Score, parts);
    }
}
