using System.Text.Json;
using SearchNotes.Querying;
using SearchNotes.Querying.Candidates;
using SearchNotes.Querying.Matching;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Writes the parts of a query that rank.</summary>
internal static class PartWriter
{
    /// <summary>Writes the query whose score is the covered weight.</summary>
    public static void WriteCoverage(Utf8JsonWriter json, ScoredPart part)
    {
        switch (part)
        {
            case ScoredWord { Full: null, Weak: null }:
                ConditionWriter.Write(json, new AnyCondition([]));
                break;
            case ScoredWord word:
                WriteBest(json, () =>
                {
                    if (word.Full is { } full)
                        WriteConstant(json, full, word.FullCoverage);
                    if (word.Weak is { } weak)
                        WriteConstant(json, weak, word.WeakCoverage);
                });
                break;
            case ScoredAny any:
                WriteBest(json, () => WriteEach(json, any.Parts, WriteCoverage));
                break;
            case ScoredAll all:
                WriteSum(json, all, WriteCoverage);
                break;
        }
    }

    /// <summary>Writes the query whose score comes close to that of our scorer.</summary>
    public static void WriteRank(Utf8JsonWriter json, ScoredPart part)
    {
        switch (part)
        {
            case ScoredWord { Full: null, Weak: null }:
                ConditionWriter.Write(json, new AnyCondition([]));
                break;
            case ScoredWord word:
                WriteWord(json, word);
                break;
            case ScoredAny any:
                WriteBest(json, () => WriteEach(json, any.Parts, WriteRank));
                break;
            case ScoredAll all:
                WriteSum(json, all, WriteRank);
                break;
        }
    }

    private static void WriteWord(Utf8JsonWriter json, ScoredWord word)
    {
        json.WriteStartObject();
        json.WriteStartObject("bool");
        json.WriteStartArray("should");
        foreach (var (term, fields, boost) in word.Terms)
        {
            if ((fields & FieldSet.Text) != 0)
                WriteFeature(json, term, boost);
            else
                WriteConstant(json, new TermCondition(fields, [term]), boost / 2);
        }

        foreach (var (sequence, boost) in word.Sequences)
            WriteConstant(json, sequence, boost / 2);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, string term, float boost)
    {
        json.WriteStartObject();
        json.WriteStartObject("rank_feature");
        json.WriteString("field", $"{Fields.Weights}.{Terms.Feature(term)}");
        json.WriteStartObject("saturation");
        json.WriteNumber("pivot", Ranking.K1 * Fields.WeightUnit);
        json.WriteEndObject();
        json.WriteNumber("boost", boost);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteConstant(Utf8JsonWriter json, Condition condition, float score)
    {
        json.WriteStartObject();
        json.WriteStartObject("constant_score");
        json.WritePropertyName("filter");
        ConditionWriter.Write(json, condition);
        json.WriteNumber("boost", score);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBest(Utf8JsonWriter json, Action parts)
    {
        json.WriteStartObject();
        json.WriteStartObject("dis_max");
        json.WriteStartArray("queries");
        parts();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSum(Utf8JsonWriter json, ScoredAll all, Action<Utf8JsonWriter, ScoredPart> write)
    {
        json.WriteStartObject();
        json.WriteStartObject("bool");
        json.WriteStartArray("should");
        WriteEach(json, all.Parts, write);
        json.WriteEndArray();
        json.WriteNumber("minimum_should_match", 1);
        if (all.Where is { } where)
        {
            json.WriteStartArray("filter");
            ConditionWriter.Write(json, where);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEach(Utf8JsonWriter json, IEnumerable<ScoredPart> parts, Action<Utf8JsonWriter, ScoredPart> write)
    {
        foreach (var part in parts)
            write(json, part);
    }

    /// <summary>Returns the words of a part.</summary>
    public static IEnumerable<ScoredWord> WordsOf(ScoredPart part) => part switch
    {
        ScoredWord word => [word],
        ScoredAny any => any.Parts.SelectMany(WordsOf),
        ScoredAll all => all.Parts.SelectMany(WordsOf),
        _ => [],
    };
}
