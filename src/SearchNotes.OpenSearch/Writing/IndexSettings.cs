using System.Text.Json;
using SearchNotes.Indexing;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>Settings and mapping of our indexes.</summary>
internal static class IndexSettings
{
    private const string Analyzer = "terms";

    /// <summary>Longest run of terms at one position, in characters.</summary>
    private const int MaxTokenCharacters = 100_000;

    /// <summary>Writes the body that creates the index of a generation.</summary>
    public static ReadOnlyMemory<byte> OfGeneration(ClusterOptions options, string alias) => JsonBody.Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("settings");
        WriteCopies(json, withCopies: false);
        json.WriteNumber("number_of_shards", 1);
        json.WriteString("refresh_interval", "-1");
        WriteAnalysis(json);
        json.WriteEndObject();
        WriteMapping(json, options);
        WriteAlias(json, alias);
        json.WriteEndObject();
    });

    /// <summary>Writes the body that clones a generation.</summary>
    public static ReadOnlyMemory<byte> OfClone(string alias, bool withCopies) => JsonBody.Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("settings");
        WriteCopies(json, withCopies);
        json.WriteNull("index.blocks.write");
        json.WriteEndObject();
        WriteAlias(json, alias);
        json.WriteEndObject();
    });

    /// <summary>Writes the settings that let other nodes have a copy.</summary>
    public static ReadOnlyMemory<byte> OfCopies() => JsonBody.Of(json =>
    {
        json.WriteStartObject();
        WriteCopies(json, withCopies: true);
        json.WriteEndObject();
    });

    /// <summary>Writes the body that creates the index of the state.</summary>
    public static ReadOnlyMemory<byte> OfState(ClusterOptions options) => JsonBody.Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("settings");
        WriteCopies(json, withCopies: true);
        json.WriteNumber("number_of_shards", 1);
        json.WriteBoolean("hidden", true);
        json.WriteEndObject();
        json.WriteStartObject("mappings");
        WriteMark(json, options);
        json.WriteBoolean("dynamic", false);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Writes whether there is a copy on another node, as soon as there is one.</summary>
    private static void WriteCopies(Utf8JsonWriter json, bool withCopies)
    {
        if (!withCopies)
            json.WriteNumber("index.number_of_replicas", 0);
        json.WriteString("index.auto_expand_replicas", withCopies ? "0-1" : "false");
    }

    /// <summary>Writes the analyzer that keeps the terms of <see cref="Terms"/> as they are.</summary>
    private static void WriteAnalysis(Utf8JsonWriter json)
    {
        json.WriteStartObject("analysis");
        json.WriteStartObject("tokenizer");
        json.WriteStartObject("positions");
        json.WriteString("type", "whitespace");
        json.WriteNumber("max_token_length", MaxTokenCharacters);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("filter");
        json.WriteStartObject("beside");
        json.WriteString("type", "pattern_capture");
        json.WriteBoolean("preserve_original", false);
        json.WriteStartArray("patterns");
        json.WriteStringValue($"([^{Terms.Beside}]+)");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("nothing");
        json.WriteString("type", "stop");
        json.WriteStartArray("stopwords");
        json.WriteStringValue(Terms.Nothing.ToString());
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("analyzer");
        json.WriteStartObject(Analyzer);
        json.WriteString("type", "custom");
        json.WriteString("tokenizer", "positions");
        json.WriteStartArray("filter");
        json.WriteStringValue("beside");
        json.WriteStringValue("nothing");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMapping(Utf8JsonWriter json, ClusterOptions options)
    {
        json.WriteStartObject("mappings");
        WriteMark(json, options);
        json.WriteString("dynamic", "strict");
        json.WriteStartObject("_source");
        json.WriteBoolean("enabled", false);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        foreach (var field in Fields.Single.Select(field => field.Name).Prepend(Fields.Joined))
            WriteText(json, field);
        foreach (var key in (string[])[Schema.Post, Schema.FormerId])
            WriteField(json, Fields.OfKey(key), "keyword");
        foreach (var facet in Querying.Facet.All)
            WriteField(json, facet.Field, "keyword");
        foreach (var field in (string[])[Fields.Type, Fields.Table, Fields.Chunk, Schema.CodeLanguage, Schema.ContentFlags])
            WriteField(json, field, "keyword");
        WriteUnsearched(json, Fields.Id, "keyword");
        WriteUnsearched(json, Fields.Digest, "keyword");
        WriteField(json, Schema.Day, "integer");
        WriteField(json, Schema.PostDay, "integer");
        WriteStored(json, Fields.Remainder, "boolean");
        WriteField(json, Fields.Weights, "rank_features");
        WriteStored(json, Fields.Data, "binary");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "text");
        json.WriteString("analyzer", Analyzer);
        json.WriteString("similarity", "boolean");
        json.WriteBoolean("norms", false);
        json.WriteString("index_options", "positions");
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, string name, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    /// <summary>Writes a field that answers can hold. Bytes are stored as they are, not as the text that they are sent as.</summary>
    private static void WriteStored(Utf8JsonWriter json, string name, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        json.WriteBoolean("store", true);
        json.WriteEndObject();
    }

    private static void WriteUnsearched(Utf8JsonWriter json, string name, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        json.WriteBoolean("index", false);
        json.WriteEndObject();
    }

    private static void WriteMark(Utf8JsonWriter json, ClusterOptions options)
    {
        json.WriteStartObject("_meta");
        json.WriteString("made_by", Cluster.Mark);
        json.WriteString("prefix", options.Prefix);
        json.WriteNumber("schema", Fields.Version);
        json.WriteEndObject();
    }

    private static void WriteAlias(Utf8JsonWriter json, string alias)
    {
        json.WriteStartObject("aliases");
        json.WriteStartObject(alias);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
