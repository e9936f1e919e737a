using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Decides how much meaning counts for a query. Names, code, phrases, fields and queries in other languages than the model's are
/// ranked by words alone.</summary>
internal static class SemanticWeight
{
    /// <summary>The first letter after those of the Latin alphabet.</summary>
    private const char FirstOther = '\u0250';

    /// <summary>The language that the model was trained on. Documents of an unknown language count as being in it.</summary>
    private static readonly string[] Languages = ["en", Schema.NoLanguage];

    /// <summary>Returns the share of a score that meaning has, 0 to 1.</summary>
    /// <param name="values">Doc values of the documents.</param>
    /// <param name="plan">The query.</param>
    /// <param name="scores">The scores of the words.</param>
    /// <param name="best">The best hits for the words, in order; at least one.</param>
    public static float Of(DocumentValues values, QueryPlan plan, DocScores scores, IReadOnlyList<ScoredDocument> best)
    {
        if (plan.Root.Parts.Any(part => part is not (WordNode { IsRequired: false } or FilterNode)))
            return 0f;
        var words = plan.PositiveWords().ToList();
        if (words.Count < SemanticRanking.MinWords || !words.TrueForAll(IsPlain) || IsForeign(values, best[0].Doc))
            return 0f;
        var content = words.FindAll(word => !word.IsStopWord);
        var names = content.Count(IsName);
        if (2 * names >= content.Count)
            return 0f;
        return names > 0 || NamesTalk(plan, scores, best) ? SemanticRanking.Named : SemanticRanking.PlainWords;
    }

    /// <summary>Returns whether a hit contains all words.</summary>
    public static bool HasAllWords(QueryPlan plan, DocScores scores, IReadOnlyList<ScoredDocument> best) =>
        best.Any(hit => scores.Coverage(hit.Doc) >= SemanticRanking.AllWords * plan.Root.Weight);

    private static bool NamesTalk(QueryPlan plan, DocScores scores, IReadOnlyList<ScoredDocument> best) =>
        HasAllWords(plan, scores, best) && (best.Count == 1 || best[0].Score > SemanticRanking.Lead * best[1].Score);

    private static bool IsForeign(DocumentValues values, int doc)
    {
        var languages = values.Of(Facet.Language);
        foreach (var language in languages.Of(doc))
            return !Languages.Contains(languages.Names[language]);
        return false;
    }

    private static bool IsPlain(QueryWord word) => !word.IsPhrase && !IsUnfinished(word) && IsWritten(word);

    /// <summary>Returns whether a word is only the beginning of other words.</summary>
    private static bool IsUnfinished(QueryWord word) => word.Has(MatchKind.Prefix) && !word.Has(MatchKind.Word);

    /// <summary>Returns whether a word consists of Latin letters, or of digits.</summary>
    private static bool IsWritten(QueryWord word) => word.Run is null
        && (word.Typed.All(char.IsAsciiDigit) || word.Typed.All(c => (char.IsLetter(c) && c < FirstOther) || c is '\'' or '’' or '-'));

    /// <summary>Returns whether a word, as typed, is part of a speaker's name.</summary>
    private static bool IsName(QueryWord word) => word.TermGroups.Any(group => group.Kind == MatchKind.Word
        && group.Terms.Any(term => term.Factor >= 1f
            && term.Postings.Any(posting => TextField.All[posting.Field].Flag == FieldSet.Speaker)));
}
