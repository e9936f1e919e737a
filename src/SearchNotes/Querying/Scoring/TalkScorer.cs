using Lucene.Net.Search;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;
using SearchNotes.Talks;

namespace SearchNotes.Querying.Scoring;

/// <summary>Scores every document that matches a query, using BM25 over weighted fields, word by word.</summary>
/// <remarks>The occurrences of a word in all fields are added up, weighted by field and by field length, and only then saturated (BM25F:
/// Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields", 2004). A talk with the word in topic and text is not
/// counted twice, and a talk with both of two words ranks above a talk that repeats one of them.</remarks>
internal sealed class TalkScorer(Snapshot snapshot, TermReader terms, Deadline deadline)
{
    /// <summary>Number of documents between two checks of the deadline.</summary>
    private const int DocsPerDeadlineCheck = 4096;

    /// <summary>Score of a document that matches only by a condition: enough to be a hit, too little to affect ranking.</summary>
    private const float ConditionScore = 1e-6f;

    private static readonly int Topic = Array.FindIndex(TextField.All, field => field.Flag == FieldSet.Topic);
    private static readonly MatchKind[] Kinds = Enum.GetValues<MatchKind>();

    /// <summary>Factor for occurrences in the topic, on top of <see cref="TextField.Weight"/>. Default 1.</summary>
    public float TopicFactor { get; init; } = 1f;

    /// <summary>Scores a node of the query plan.</summary>
    /// <param name="node">The node.</param>
    /// <param name="into">Receives the scores; must be empty.</param>
    public void Score(Node node, DocScores into)
    {
        switch (node)
        {
            case WordNode word:
                Score(word.Word, into);
                break;
            case AllNode all:
                ScoreAll(all, into);
                break;
            case AnyNode any:
                ScoreAny(any, into);
                break;
            case FilterNode filter:
                AddAll(into, filter.Accepts);
                break;
            case NotNode:
                break;
        }
    }

    private void ScoreAll(AllNode all, DocScores into)
    {
        var conditions = all.Parts.OfType<FilterNode>().ToList();
        var scored = all.Parts.Where(p => p is not (FilterNode or NotNode)).ToList();
        if (scored.Count == 0)
            AddAll(into, static _ => true);
        foreach (var part in scored)
            AddPart(part, into);

        foreach (var condition in conditions)
        {
            foreach (var doc in into.Docs)
            {
                if (!condition.Accepts(doc))
                    into.Remove(doc);
            }
        }

        foreach (var part in scored.Where(p => p.IsRequired))
            Require(part, into);
        foreach (var not in all.Parts.OfType<NotNode>())
        {
            using var own = Rent();
            Score(not.Part, own.Scores);
            foreach (var doc in own.Scores.Docs)
            {
                if (own.Scores[doc] > 0f)
                    into.Remove(doc);
            }
        }
    }

    private void AddPart(Node part, DocScores into)
    {
        if (part is WordNode { Word: { OnlyKind: { } kind, Literal: null } word })
        {
            AddWord(word, kind, into);
            return;
        }

        using var own = Rent();
        Score(part, own.Scores);
        foreach (var doc in own.Scores.Docs)
        {
            if (own.Scores[doc] > 0f)
                into.Add(doc, own.Scores[doc], own.Scores.Coverage(doc), own.Scores.Words(doc));
        }
    }

    /// <summary>Adds a word with a single match kind, as most words have. There is nothing to compare, so its scores are added
    /// directly.</summary>
    private void AddWord(QueryWord word, MatchKind kind, DocScores into)
    {
        var counts = snapshot.RentCounts();
        Count(word, kind, word.Fields, counts);
        var (factor, covered, bit) = ContributionOf(word, kind);
        foreach (var doc in counts.Docs)
        {
            if (Saturated(factor, counts[doc]) is > 0f and var score)
                into.Add(doc, score, covered, bit);
        }

        snapshot.ReturnCounts(counts);
    }

    private void Require(Node part, DocScores into)
    {
        using var own = Rent();
        Score(part, own.Scores);
        if (own.Scores.Docs.Length == 0)
            return;
        foreach (var doc in into.Docs)
        {
            if (own.Scores[doc] <= 0f)
                into.Remove(doc);
        }
    }

    private void ScoreAny(AnyNode any, DocScores into)
    {
        foreach (var part in any.Parts)
        {
            using var own = Rent();
            Score(part, own.Scores);
            var full = part.Weight > 0f ? any.Weight / part.Weight : 1f;
            foreach (var doc in own.Scores.Docs)
            {
                if (own.Scores[doc] > 0f)
                    into.KeepBest(doc, own.Scores[doc], own.Scores.Coverage(doc) * full, own.Scores.Words(doc));
            }
        }
    }

    private void AddAll(DocScores into, Func<int, bool> accepts)
    {
        var live = snapshot.DocumentValues.Live;
        for (var doc = 0; doc < live.Length; doc++)
        {
            if (live[doc] && accepts(doc))
                into.Add(doc, ConditionScore);
        }
    }

    private void Score(QueryWord word, DocScores into)
    {
        foreach (var kind in Kinds)
        {
            if (!word.TermGroups.Exists(l => l.Kind == kind) && !word.Sequences.Exists(s => s.Kind == kind))
                continue;

            var counts = snapshot.RentCounts();
            Count(word, kind, word.Fields, counts);
            Saturate(word, kind, counts, into);
            snapshot.ReturnCounts(counts);
        }

        if (word.Literal is { } literal)
            KeepLiteral(into, literal);
    }

    /// <summary>Adds up the occurrences of a word for one match kind, weighted by field and field length, before saturation.</summary>
    /// <param name="word">The word.</param>
    /// <param name="kind">The match kind.</param>
    /// <param name="fields">The fields to search, a subset of the word's fields.</param>
    /// <param name="counts">Receives the sums.</param>
    public void Count(QueryWord word, MatchKind kind, FieldSet fields, DocCounts counts)
    {
        if (word.TermGroups.Find(l => l.Kind == kind) is { } group)
            Count(group, fields, counts);
        foreach (var sequence in word.Sequences)
        {
            if (sequence.Kind == kind)
                Count(sequence, fields, counts);
        }
    }

    private void Count(TermGroup group, FieldSet fields, DocCounts counts)
    {
        foreach (var term in group.Terms)
        {
            foreach (var posting in term.Postings)
            {
                if ((fields & TextField.All[posting.Field].Flag) == 0)
                    continue;
                var lengths = snapshot.Lengths(posting.Field);
                var (bytes, factors, start) = (lengths.Lengths, lengths.Factors, snapshot.Leaves[posting.Leaf].DocBase);
                var factor = term.Factor * FactorOf(posting.Field);
                var docs = terms.Docs(term.Term, posting);
                var untilCheck = DocsPerDeadlineCheck;
                for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                {
                    counts.Add(start + doc, factor * docs.Freq * factors[bytes[start + doc]]);
                    if (--untilCheck > 0)
                        continue;
                    if (deadline.HasPassed())
                        return;
                    untilCheck = DocsPerDeadlineCheck;
                }
            }

            if (deadline.HasPassed())
                return;
        }
    }

    private void Count(TermSequence sequence, FieldSet fields, DocCounts counts) =>
        SequenceFinder.Find(snapshot, terms, sequence, fields, deadline, (doc, field, times) =>
        {
            var lengths = snapshot.Lengths(field);
            counts.Add(doc, sequence.Factor * FactorOf(field) * times * lengths.Factors[lengths.Lengths[doc]]);
        });

    private float FactorOf(int field) => field == Topic ? TopicFactor : 1f;

    private static void Saturate(QueryWord word, MatchKind kind, DocCounts counts, DocScores into)
    {
        // Expansions rank below every talk that contains the word itself.
        var ceiling = float.MaxValue;
        if (kind != MatchKind.Word)
        {
            foreach (var doc in into.Docs)
                ceiling = Math.Min(ceiling, into[doc] * 0.95f);
        }

        var (factor, covered, bit) = ContributionOf(word, kind);
        foreach (var doc in counts.Docs)
            into.KeepBest(doc, Math.Min(ceiling, Saturated(factor, counts[doc])), covered, bit);
    }

    /// <summary>Returns the upper bound of the score of a match kind, the covered query weight, and the bit of the word.</summary>
    private static (float Factor, float Covered, ulong Bit) ContributionOf(QueryWord word, MatchKind kind)
    {
        var factor = kind switch
        {
            MatchKind.Prefix => Ranking.Prefix,
            MatchKind.Typo => Ranking.Typo,
            _ => 1f,
        };

        // Typos and prefixes cover the word when the word itself occurs nowhere. Parts of identifiers never cover it.
        return kind == MatchKind.Part
            ? (factor * word.Weight, Ranking.Parts * word.Weight, 0UL) : (factor * word.Weight, word.Weight, word.Bit);
    }

    private static float Saturated(float factor, float count) => factor * count / (Ranking.K1 + count);

    /// <summary>Removes documents without the literal: a quotation of code must occur in a code block or in inline code as typed,
    /// punctuation included, in any case.</summary>
    private void KeepLiteral(DocScores scores, string literal)
    {
        foreach (var doc in scores.Docs)
        {
            if (deadline.HasPassed())
                return;
            if (!snapshot.Talks.Get(doc).Talk.Passages.Any(p => Holds(p, literal)))
                scores.Remove(doc);
        }
    }

    private static bool Holds(Passage passage, string literal) => passage.Kind == PassageKind.Code
        ? passage.Text.Contains(literal, StringComparison.OrdinalIgnoreCase)
        : passage.InlineCode.Any(code => passage.Text.AsSpan(code.Start, code.Length)
            .Contains(literal, StringComparison.OrdinalIgnoreCase));

    private RentedScores Rent() => new(snapshot);

    private readonly struct RentedScores(Snapshot snapshot) : IDisposable
    {
        public DocScores Scores { get; } = snapshot.RentScores();

        public void Dispose() => snapshot.ReturnScores(Scores);
    }
}
