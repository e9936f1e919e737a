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
        var (factor, covered, bit) = ContributionOf(word, MatchTier.All[(int)kind]);
        foreach (var doc in counts.Docs)
        {
            if (Saturation.Of(factor, counts[doc]) is > 0f and var score)
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
        var typed = snapshot.RentCounts();
        var asTyped = Count(word, MatchKind.Word, word.Fields, typed);
        AddTier(word, MatchTier.All[(int)MatchKind.Word], typed, into);
        var expanded = 0f;
        foreach (var tier in MatchTier.All.Where(tier => tier.Kind != MatchKind.Word && word.Has(tier.Kind)))
        {
            var counts = snapshot.RentCounts();
            Count(word, tier.Kind, word.Fields, counts);
            expanded = Math.Max(expanded, AddTier(word, tier, counts, into));
            snapshot.ReturnCounts(counts);
        }

        BestTyped.RaiseAbove(expanded, typed.Docs[..asTyped], typed, word.Weight, into);
        snapshot.ReturnCounts(typed);
        if (word.Literal is { } literal)
            KeepLiteral(into, literal);
    }

    /// <summary>Keeps the scores of a match kind where they are the best so far.</summary>
    /// <returns>The highest of them.</returns>
    private static float AddTier(QueryWord word, MatchTier tier, DocCounts counts, DocScores into)
    {
        var (factor, covered, bit) = ContributionOf(word, tier);
        var most = 0f;
        foreach (var doc in counts.Docs)
        {
            var score = Saturation.Of(factor, counts[doc]);
            into.KeepBest(doc, score, covered, bit);
            most = Math.Max(most, score);
        }

        return most;
    }

    /// <summary>Adds up the occurrences of a word for one match kind, weighted by field and field length, before saturation.</summary>
    /// <param name="word">The word.</param>
    /// <param name="kind">The match kind.</param>
    /// <param name="fields">The fields to search, a subset of the word's fields.</param>
    /// <param name="counts">Receives the sums; must be empty. Documents that contain the word as typed come first.</param>
    /// <returns>The number of documents that contain the word as typed.</returns>
    public int Count(QueryWord word, MatchKind kind, FieldSet fields, DocCounts counts)
    {
        Count(word, kind, fields, asTyped: true, counts);
        var docs = counts.Docs.Length;
        Count(word, kind, fields, asTyped: false, counts);
        return docs;
    }

    private void Count(QueryWord word, MatchKind kind, FieldSet fields, bool asTyped, DocCounts counts)
    {
        foreach (var group in word.TermGroups)
        {
            if (group.Kind == kind)
                Count(group, fields, asTyped, counts);
        }

        foreach (var sequence in word.Sequences)
        {
            if (sequence.Kind == kind && sequence.Factor >= 1f == asTyped)
                Count(sequence, fields, counts);
        }
    }

    private void Count(TermGroup group, FieldSet fields, bool asTyped, DocCounts counts)
    {
        foreach (var term in group.Terms)
        {
            if (term.Factor >= 1f != asTyped)
                continue;
            if (group.Kind == MatchKind.Prefix)
                KeepMost(term, fields, counts);
            else
                Count(term, fields, counts);
            if (deadline.HasPassed())
                return;
        }
    }

    /// <summary>Keeps the larger count per document: only one of the completions is the word that is being typed.</summary>
    private void KeepMost(FoundTerm term, FieldSet fields, DocCounts counts)
    {
        var own = snapshot.RentCounts();
        Count(term, fields, own);
        foreach (var doc in own.Docs)
            counts.KeepMost(doc, own[doc]);
        snapshot.ReturnCounts(own);
    }

    private void Count(FoundTerm term, FieldSet fields, DocCounts counts)
    {
        foreach (var posting in term.Postings)
        {
            if ((fields & TextField.All[posting.Field].Flag) == 0)
                continue;
            var lengths = snapshot.Lengths(posting.Field);
            var (bytes, factors, start) = (lengths.Lengths, lengths.Factors, snapshot.Leaves[posting.Leaf].DocBase);
            var docs = terms.Docs(term.Term, posting);
            var untilCheck = DocsPerDeadlineCheck;
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                counts.Add(start + doc, term.Factor * docs.Freq * factors[bytes[start + doc]]);
                if (--untilCheck > 0)
                    continue;
                if (deadline.HasPassed())
                    return;
                untilCheck = DocsPerDeadlineCheck;
            }
        }
    }

    private void Count(TermSequence sequence, FieldSet fields, DocCounts counts) =>
        SequenceFinder.Find(snapshot, terms, sequence, fields, deadline, (doc, field, times) =>
        {
            var lengths = snapshot.Lengths(field);
            counts.Add(doc, sequence.Factor * times * lengths.Factors[lengths.Lengths[doc]]);
        });

    /// <summary>Returns the upper bound of the score of a match kind, the covered query weight, and the bit of the word.</summary>
    private static (float Factor, float Covered, ulong Bit) ContributionOf(QueryWord word, MatchTier tier) =>
        (tier.Factor * word.Weight, tier.Coverage * word.Weight, tier.Holds ? word.Bit : 0UL);

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
