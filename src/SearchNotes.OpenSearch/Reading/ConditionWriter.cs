using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.Querying.Matching;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>Writes conditions as queries of the cluster.</summary>
internal static class ConditionWriter
{
    /// <summary>Writes a condition.</summary>
    public static void Write(Utf8JsonWriter json, Condition condition)
    {
        switch (condition)
        {
            case TermCondition terms:
                WriteAny(json, Fields.NamesOf(terms.Fields), field => WriteTerms(json, field, terms.Terms.Select(Terms.Plain)));
                break;
            case SequenceCondition sequence:
                WriteAny(json, Fields.NamesOf(sequence.Fields), field => WritePhrase(json, field, Terms.Write(sequence.Steps)));
                break;
            case ValueCondition values:
                WriteTerms(json, values.Field, values.Keys.Select(Terms.Sound));
                break;
            case DayCondition days:
                WriteAny(json, days.Ranges, range => WriteRange(json, Schema.Day, Math.Max(range.First, 1), range.Last));
                break;
            case ContentCondition content:
                WriteBool(json, "filter", [.. Flags(content.Required).Select(flag => new ValueCondition(Schema.ContentFlags, [flag]))]);
                break;
            case AllCondition all:
                WriteBool(json, "filter", all.Parts);
                break;
            case AnyCondition { Parts: [] }:
                json.WriteStartObject();
                json.WriteStartObject("match_none");
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            case AnyCondition any:
                WriteAny(json, any.Parts, part => Write(json, part));
                break;
            case NotCondition not:
                WriteBool(json, "must_not", [not.Part]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition, "There is no such condition.");
        }
    }

    /// <summary>Returns the names of kinds of content, as documents have them.</summary>
    public static IEnumerable<string> Flags(ContentFlags content) =>
        Enum.GetValues<ContentFlags>().Where(flag => flag != ContentFlags.None && content.HasFlag(flag))
            .Select(flag => flag switch
            {
                ContentFlags.Code => "code",
                ContentFlags.Qa => "qa",
                ContentFlags.Quote => "quote",
                _ => "video",
            });

    private static void WriteTerms(Utf8JsonWriter json, string field, IEnumerable<string> values)
    {
        json.WriteStartObject();
        json.WriteStartObject("terms");
        json.WriteStartArray(field);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePhrase(Utf8JsonWriter json, string field, string text)
    {
        json.WriteStartObject();
        json.WriteStartObject("match_phrase");
        json.WriteString(field, text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, string field, int first, int last)
    {
        json.WriteStartObject();
        json.WriteStartObject("range");
        json.WriteStartObject(field);
        json.WriteNumber("gte", first);
        json.WriteNumber("lte", last);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAny<T>(Utf8JsonWriter json, IReadOnlyList<T> parts, Action<T> write)
    {
        if (parts is [var only])
        {
            write(only);
            return;
        }

        json.WriteStartObject();
        json.WriteStartObject("bool");
        json.WriteStartArray("should");
        foreach (var part in parts)
            write(part);
        json.WriteEndArray();
        json.WriteNumber("minimum_should_match", 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBool(Utf8JsonWriter json, string occurrence, IReadOnlyList<Condition> parts)
    {
        json.WriteStartObject();
        json.WriteStartObject("bool");
        json.WriteStartArray(occurrence);
        foreach (var part in parts)
            Write(json, part);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
