using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>Finds talks similar to a given talk: those that share its most significant words.</summary>
internal static class RelatedTalks
{
    /// <summary>Maximum number of words to search for. More words cost time and add noise.</summary>
    private const int MaxWords = 24;

    /// <summary>Weight of a word by its place in the talk.</summary>
    private const float InTopic = 4f, InHeading = 2f, InText = 1f;

    /// <summary>Maximum length of the text that is analyzed, in characters.</summary>
    private const int MaxCharacters = 20_000;

    /// <summary>Returns the related talks, best first.</summary>
    public static IReadOnlyList<TalkHit> Find(Snapshot snapshot, int doc, int limit, Deadline deadline)
    {
        var stored = snapshot.Talks.Get(doc);
        var terms = snapshot.RentTerms();
        var scores = snapshot.RentScores();
        try
        {
            var plan = Plan(snapshot, terms, stored, deadline);
            // Without words, every document would match.
            if (!plan.HasWords)
                return [];
            new TalkScorer(snapshot, terms, deadline).Score(plan.Root, scores);
            var collector = new HitCollector(snapshot, new SearchRequest { Facets = [] });
            var hits = new List<ScoredDocument>();
            foreach (var other in scores.Docs)
            {
                if (other != doc && scores[other] > 0f && !IsRemainderOf(snapshot.DocumentValues, doc, other))
                    hits.Add(new ScoredDocument(other, scores[other]));
            }

            collector.Sort(hits, limit);
            return new SearchResultBuilder(snapshot, plan, scores).Hits([.. hits.Take(limit)], explainer: null, deadline);
        }
        finally
        {
            snapshot.ReturnScores(scores);
            snapshot.ReturnTerms(terms);
        }
    }

    /// <summary>Plans the query for the related talks.</summary>
    public static QueryPlan Plan(Snapshot snapshot, int doc, Deadline deadline)
    {
        var terms = snapshot.RentTerms();
        try
        {
            return Plan(snapshot, terms, snapshot.Talks.Get(doc), deadline);
        }
        finally
        {
            snapshot.ReturnTerms(terms);
        }
    }

    private static QueryPlan Plan(Snapshot snapshot, TermReader terms, StoredTalk stored, Deadline deadline)
    {
        var words = ContentWords(snapshot, terms, stored, deadline);
        return new QueryPlan(new AllNode([.. words.Select(word => new WordNode(word))]), words);
    }

    /// <summary>Returns whether a document is the remainder of the talk's own post. That text is next to the talk, not related to
    /// it.</summary>
    private static bool IsRemainderOf(DocumentValues values, int doc, int other) =>
        values.IsPost(other) && values.Posts[other] == values.Posts[doc];

    private static List<QueryWord> ContentWords(Snapshot snapshot, TermReader terms, StoredTalk stored, Deadline deadline)
    {
        var counts = new Dictionary<string, float>(StringComparer.Ordinal);
        var reader = new TextTokens();
        var tokens = new List<Token>();
        Count(stored.Talk.Topic, InTopic);
        foreach (var speaker in stored.Talk.Speakers)
            Count(speaker.Name, InTopic);
        foreach (var section in stored.Talk.Sections)
            Count(section.Heading, InHeading);
        var left = MaxCharacters;
        foreach (var passage in stored.Talk.Passages)
        {
            if ((left -= passage.Text.Length) < 0)
                break;
            Count(passage.Text, InText);
        }

        var resolver = new WordResolver(snapshot, terms, deadline);
        return [.. counts.Select(c => (Term: c.Key, Times: c.Value, Docs: snapshot.Vocabulary.Count(c.Key)))
            .Where(c => c.Docs > 1 && c.Term.Length > 2 && !StopWords.Contains(c.Term))
            .OrderByDescending(c => resolver.Idf(c.Docs) * (1 + MathF.Log(c.Times))).ThenBy(c => c.Term, StringComparer.Ordinal)
            .Take(MaxWords)
            .Select((c, i) => resolver.Resolve(i, c.Term, FieldSet.Default, MatchExpansion.None)).OfType<QueryWord>()];

        void Count(string text, float weight)
        {
            reader.Read(text, isCode: false, [], tokens);
            foreach (var token in tokens)
                counts[token.Term] = counts.GetValueOrDefault(token.Term) + weight;
        }
    }
}
