using System.Globalization;
using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Querying.Candidates;
using SearchNotes.Querying.Matching;
using SearchNotes.Talks;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Writes the searches of a <see cref="CandidateQuery"/>.</summary>
/// <param name="query">The query.</param>
/// <param name="limit">Time limit of the search.</param>
internal sealed class SearchWriter(CandidateQuery query, TimeSpan limit)
{
    /// <summary>Number of values asked for: the twenty that are shown, and the empty one, which is not.</summary>
    private const int FacetValues = 21;

    /// <summary>Up to this number of posts, counting them is close to exact.</summary>
    private const int ExactPosts = 40_000;

    /// <summary>Whether a document is a talk or a post, not a chunk of a table.</summary>
    public static readonly Condition IsTalk = new ValueCondition(Fields.Type, [Fields.TypeTalk]);

    /// <summary>Writes the search for the best documents, with their number and facets.</summary>
    public void WriteCandidates(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("size", query.Size);
        json.WriteBoolean("track_total_hits", true);
        WriteTimeout(json);
        WriteKeysOnly(json);
        json.WritePropertyName("query");
        WriteRanked(json);
        if (query.Filters.Count > 0)
        {
            json.WritePropertyName("post_filter");
            ConditionWriter.Write(json, Condition.All([.. query.Filters.Select(filter => filter.Condition)]));
        }

        WriteSort(json);
        WriteAggregations(json);
        json.WriteEndObject();
    }

    /// <summary>Writes the search for the document with the best coverage.</summary>
    public void WriteBestCoverage(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("size", 1);
        json.WriteBoolean("track_total_hits", false);
        JsonBody.WriteNames(json, "stored_fields", Fields.OfTalk);
        WriteTimeout(json);
        json.WriteStartObject("query");
        json.WriteStartObject("bool");
        json.WriteStartArray("filter");
        ConditionWriter.Write(json, IsTalk);
        ConditionWriter.Write(json, query.Where);
        json.WriteEndArray();
        json.WriteStartArray("must");
        PartWriter.WriteCoverage(json, query.Words!); // Not null: without words there is no coverage to ask for.
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteTimeout(Utf8JsonWriter json) =>
        json.WriteString("timeout", string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (int)limit.TotalMilliseconds)}ms"));

    /// <summary>Asks for ids and digests, which are doc values. Talks are read when they are not known yet.</summary>
    private static void WriteKeysOnly(Utf8JsonWriter json)
    {
        json.WriteString("stored_fields", "_none_");
        JsonBody.WriteNames(json, "docvalue_fields", [Fields.Id, Fields.Digest]);
    }

    private void WriteRanked(Utf8JsonWriter json)
    {
        if (query.Words is not { } words || query.Sort != SearchSort.Relevance)
        {
            WriteMatching(json);
            return;
        }

        // Talks rank above posts, and those above what is left of a post with talks.
        json.WriteStartObject();
        json.WriteStartObject("function_score");
        json.WriteStartObject("query");
        WriteByCoverage(json, words);
        json.WriteEndObject();
        json.WriteStartArray("functions");
        WriteFunction(json, new ValueCondition(Fields.Remainder, ["true"]), Ranking.RemainderFactor);
        WriteFunction(json, new ValueCondition(Schema.KindFacet, [Facet.Kind.KeyOfRequested(TalkKindNames.Of(TalkKind.Post))]),
            Ranking.PostFactor);
        json.WriteEndArray();
        json.WriteString("score_mode", "first");
        json.WriteString("boost_mode", "multiply");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the score of the words, lowered by the share of the query that a document does not cover.</summary>
    private void WriteByCoverage(Utf8JsonWriter json, ScoredPart words)
    {
        json.WriteStartObject("function_score");
        json.WritePropertyName("query");
        WriteMatching(json, words);
        json.WriteStartArray("functions");
        WriteFunction(json, null, 1f - query.CoverageShare);
        foreach (var word in PartWriter.WordsOf(words))
        {
            if (word.Full is { } full)
                WriteFunction(json, full, query.CoverageShare * word.FullCoverage / Math.Max(query.FullCoverage, 1));
        }

        json.WriteEndArray();
        json.WriteString("score_mode", "sum");
        json.WriteString("boost_mode", "multiply");
        json.WriteEndObject();
    }

    private void WriteMatching(Utf8JsonWriter json, ScoredPart? ranked = null)
    {
        json.WriteStartObject();
        json.WriteStartObject("bool");
        json.WriteStartArray("filter");
        ConditionWriter.Write(json, IsTalk);
        ConditionWriter.Write(json, query.Where);
        json.WriteEndArray();
        if (ranked is not null)
        {
            json.WriteStartArray("should");
            PartWriter.WriteRank(json, ranked);
            json.WriteEndArray();
            json.WriteNumber("minimum_should_match", 0);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFunction(Utf8JsonWriter json, Condition? filter, float weight)
    {
        json.WriteStartObject();
        if (filter is not null)
        {
            json.WritePropertyName("filter");
            ConditionWriter.Write(json, filter);
        }

        json.WriteNumber("weight", weight);
        json.WriteEndObject();
    }

    private void WriteSort(Utf8JsonWriter json)
    {
        json.WriteStartArray("sort");
        if (query.Sort == SearchSort.Relevance)
        {
            WriteOrder(json, "_score", "desc");
        }
        else
        {
            json.WriteStartObject();
            json.WriteStartObject(query.Sort == SearchSort.PublishedDescending ? Schema.PostDay : Schema.Day);
            json.WriteString("order", query.Sort == SearchSort.DateAscending ? "asc" : "desc");
            json.WriteString("missing", "_last");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        WriteOrder(json, Fields.Id, "asc");
        json.WriteEndArray();
    }

    private static void WriteOrder(Utf8JsonWriter json, string field, string order)
    {
        json.WriteStartObject();
        json.WriteString(field, order);
        json.WriteEndObject();
    }

    private void WriteAggregations(Utf8JsonWriter json)
    {
        if (query.Facets.Count == 0 && !query.CountPosts)
            return;
        json.WriteStartObject("aggs");
        foreach (var facet in query.Facets)
            WriteAggregation(json, facet.Name, filter => filter.Facet != facet, "terms", facet.Field, "size", FacetValues);

        if (query.CountPosts)
            WriteAggregation(json, AnswerReader.Posts, static _ => true, "cardinality", Schema.Post, "precision_threshold", ExactPosts);
        json.WriteEndObject();
    }

    private void WriteAggregation(Utf8JsonWriter json, string name, Func<(Facet? Facet, Condition), bool> counts, string kind, string field,
        string option, int value)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("filter");
        ConditionWriter.Write(json, Condition.All([.. query.Filters.Where(filter => counts(filter)).Select(filter => filter.Condition)]));
        json.WriteStartObject("aggs");
        json.WriteStartObject(AnswerReader.Values);
        json.WriteStartObject(kind);
        json.WriteString("field", field);
        json.WriteNumber(option, value);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
