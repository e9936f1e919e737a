using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Syntax;
using SearchNotes.Talks;

namespace SearchNotes.Export.Chunks;

/// <summary>The numbers and tables of the C# engine, which the engine in the browser uses as they are.</summary>
internal static class EngineTables
{
    /// <summary>A type with its constants.</summary>
    private sealed record Constants(string Type, FieldInfo[] Fields);

    private static Constants[] WithNumbers =>
    [
        Of(typeof(Ranking)), Of(typeof(WordExpander)), Of(typeof(Proximity)), Of(typeof(SearchResultBuilder)), Of(typeof(FacetTable)),
        Of(typeof(FieldLength)), Of(typeof(QueryLexer)), Of(typeof(QueryReader)), Of(typeof(SequenceFinder)), Of(typeof(PassageScores)),
        Of(typeof(TextCut)), Of(typeof(TextFragment)), Of(typeof(OccurrenceFinder)),
        Of(typeof(EditDistance)), Of(typeof(TextTokens)), Of(typeof(Suggester)), Of(typeof(FieldSet)), Of(typeof(MatchKind)),
        Of(typeof(Vocabulary)), Of(typeof(Feedback)), Of(typeof(NameIndex)), Of(typeof(NameKeys)),
    ];

    // The attribute keeps the constants' descriptions in the native program.
    private static Constants Of(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields)] Type type) =>
        new(type.Name, type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic));

    /// <summary>Returns all constants by type and name: numbers, and sets of fields as numbers.</summary>
    public static SortedDictionary<string, SortedDictionary<string, double>> Numbers()
    {
        var numbers = new SortedDictionary<string, SortedDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (type, fields) in WithNumbers)
        {
            var own = numbers[type] = new(StringComparer.Ordinal);
            foreach (var field in fields)
            {
                if (field.IsLiteral && field.FieldType != typeof(string) && field.FieldType != typeof(char))
                    own[field.Name] = Shortest(field.GetRawConstantValue()!); // A constant has a value.
            }
        }

        return numbers;
    }

    /// <summary>Returns the match kinds, best first: number, factor and coverage.</summary>
    public static double[][] Tiers() =>
        [.. MatchTier.All.Select(tier => new[] { (int)tier.Kind, Shortest(tier.Factor), Shortest(tier.Coverage) })];

    /// <summary>Returns the fields that are searched: name, flag, weight, b and average length.</summary>
    public static object[][] Fields(IndexContents contents) => [.. TextField.All.Select((field, i) =>
        new object[] { field.Name, (int)field.Flag, Shortest(field.Weight), Shortest(field.B), Average(contents, i) })];

    /// <summary>Returns the tables of the query syntax.</summary>
    public static Dictionary<string, object> Syntax() => new()
    {
        ["fields"] = ClauseFields.Fields.ToDictionary(field => field.Key, field => (int)TextField.Of(field.Value)),
        ["filters"] = QueryFilter.ByName.ToDictionary(filter => filter.Key, filter => filter.Value.Name),
        ["kinds"] = ClauseFields.Kinds,
        ["languages"] = ClauseFields.LanguageCodes.Replace(" ", "", StringComparison.Ordinal),
        ["quotes"] = QueryLexer.Quotes.Select(quotes => new[] { quotes.Opening, quotes.Closing }),
        ["before"] = QueryLexer.Before,
        ["after"] = QueryLexer.After,
    };

    /// <summary>Returns stop words, endings, words of sentence boundaries and sizes of excerpts.</summary>
    public static Dictionary<string, object> Words(IndexContents contents) => new()
    {
        ["endings"] = EndingRules.Of(contents.Stems),
        ["functionWords"] = string.Join(' ', StopWords.AllFunctionWords.Order(StringComparer.Ordinal)),
        ["questionWords"] = string.Join(' ', StopWords.QuestionWords),
        ["synonyms"] = SynonymsOf(contents),
        ["synonymTerms"] = contents.Synonyms.MaxTerms,
        ["abbreviations"] = string.Join(' ', Sentences.Abbreviations),
        ["numberAbbreviations"] = string.Join(' ', Sentences.NumberAbbreviations),
        ["kinds"] = Facet.Kind.Values,
        ["facets"] = Facet.All.Select(facet => facet.Name),
        ["has"] = ContentNames.All.ToDictionary(name => name, name => (int)ContentNames.FlagOf(name)),
        ["excerpts"] = new[] { ExcerptSize.Wide, ExcerptSize.Narrow }
            .Select(size => new[] { size.Target, size.Max, size.MaxSpan, size.MaxLines }).ToArray(),
    };

    /// <summary>Returns the synonyms whose words occur: terms, and for each synonym its text and the terms at each position.</summary>
    private static SortedDictionary<string, object> SynonymsOf(IndexContents contents)
    {
        var known = contents.Words.Select(word => word.Word).ToHashSet(StringComparer.Ordinal);
        var found = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (terms, synonyms) in contents.Synonyms.All)
        {
            var occurring = synonyms.Where(synonym => synonym.Steps.All(step => step.Any(known.Contains)))
                .Select(synonym => new object[] { synonym.Text, synonym.Steps }).ToArray();
            if (occurring.Length > 0)
                found[terms] = occurring;
        }

        return found;
    }

    /// <summary>Returns the words for the kinds of session that the index has: the words, the kind, and 1 if they mean it beside other
    /// words as well.</summary>
    public static object[][] KindWordsOf(IndexContents contents)
    {
        var kinds = contents.Talks.Select(talk => talk.Talk.Kind).ToHashSet();
        return [.. KindWords.ByWords.Where(words => kinds.Contains(words.Value)).OrderBy(words => words.Key, StringComparer.Ordinal)
            .Select(words => new object[] { words.Key, TalkKindNames.Of(words.Value), KindWords.BesideOthers.Contains(words.Key) ? 1 : 0 })];
    }

    // Four digits are enough, and do not depend on the order in which documents are added up.
    private static double Average(IndexContents contents, int field) => Math.Round(contents.AverageLengths[field], 4);

    private static double Shortest(object number) =>
        Convert.ToDouble(Convert.ToString(number, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
