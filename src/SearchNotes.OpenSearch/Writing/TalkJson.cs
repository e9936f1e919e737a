using System.Text;
using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.OpenSearch.Reading;
using SearchNotes.Querying;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>Writes the document of a talk.</summary>
internal static class TalkJson
{
    /// <summary>Writes a talk.</summary>
    /// <param name="json">Receives the document.</param>
    /// <param name="stored">The talk.</param>
    /// <param name="text">Its terms.</param>
    /// <param name="isRemainder">Whether the document is what a post holds outside its talks.</param>
    /// <param name="averageLengths">Average length of each field of <see cref="TextField.All"/> in words, about.</param>
    public static void Write(Utf8JsonWriter json, StoredTalk stored, TalkTerms text, bool isRemainder, IReadOnlyList<double> averageLengths)
    {
        json.WriteStartObject();
        json.WriteString(Fields.Type, Fields.TypeTalk);
        json.WriteString(Fields.Id, stored.Talk.Id);
        json.WriteString(Fields.OfKey(Schema.Post), stored.PostId);
        WriteMany(json, Fields.OfKey(Schema.FormerId), stored.FormerIds);
        var data = Packing.Pack(TalkBlob.Write(stored));
        json.WriteString(Fields.Data, data);
        json.WriteString(Fields.Digest, TalkReader.DigestOf(data, isRemainder));
        json.WriteBoolean(Fields.Remainder, isRemainder);
        if (stored.Day is { } day)
            json.WriteNumber(Schema.Day, day.DayNumber);
        if (stored.Date is { } date)
            json.WriteNumber(Schema.PostDay, date.DayNumber);
        WriteMany(json, Schema.ContentFlags, ConditionWriter.Flags(FacetTexts.ContentOf(stored)));
        WriteMany(json, Schema.CodeLanguage, text.CodeLanguages);
        foreach (var facet in Facet.All)
        {
            WriteMany(json, facet.Field, FacetTexts.Of(stored).Where(pair => pair.Field == facet.Field)
                .Select(pair => facet.KeyOf(pair.Value)).Distinct(StringComparer.Ordinal));
        }

        WriteTexts(json, text);
        WriteWeights(json, text, averageLengths);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, TalkTerms text)
    {
        var fields = text.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        var joined = new StringBuilder();
        foreach (var field in Fields.OfJoined)
        {
            if (!fields.TryGetValue(field.Name, out var tokens) || tokens.Tokens.Count == 0)
                continue;
            if (joined.Length > 0)
                joined.Append(' ').Append(Terms.Nothing);
            Terms.Write(joined, tokens.Tokens);
        }

        json.WriteString(Fields.Joined, joined.ToString());
        foreach (var field in Fields.Single)
        {
            if (!fields.TryGetValue(field.Name, out var tokens) || tokens.Tokens.Count == 0)
                continue;
            var single = new StringBuilder();
            Terms.Write(single, tokens.Tokens);
            json.WriteString(field.Name, single.ToString());
        }
    }

    /// <summary>Writes the number of occurrences of each word, weighted by field and field length as in scoring.</summary>
    private static void WriteWeights(Utf8JsonWriter json, TalkTerms text, IReadOnlyList<double> averageLengths)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var tokens in text.Fields)
        {
            var number = Array.FindIndex(TextField.All, field => field.Name == tokens.Name);
            var field = TextField.All[number];
            if ((field.Flag & FieldSet.Default) == 0)
                continue;
            var factor = field.Weight / (1 - field.B + (field.B * tokens.Length / averageLengths[number]));
            foreach (var token in tokens.Tokens)
                weights[token.Term] = weights.GetValueOrDefault(token.Term) + factor;
        }

        json.WriteStartObject(Fields.Weights);
        foreach (var (name, weight) in weights.GroupBy(pair => Terms.Feature(pair.Key), StringComparer.Ordinal)
            .Select(group => (group.Key, group.Max(pair => pair.Value))))
        {
            json.WriteNumber(name, (float)weight * Fields.WeightUnit);
        }

        json.WriteEndObject();
    }

    private static void WriteMany(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(Terms.Sound(value));
        json.WriteEndArray();
    }
}
