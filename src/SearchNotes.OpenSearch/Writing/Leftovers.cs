using System.Text.Json;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>Removes the indexes of runs that were interrupted and of generations that are no longer read.</summary>
internal static class Leftovers
{
    /// <summary>Removes all but the last two generations. The caller holds the lock.</summary>
    public static void Remove(Cluster cluster)
    {
        var state = cluster.ReadState().State;
        foreach (var index in Ours(cluster))
        {
            if (index != state?.Index && index != state?.Before)
                cluster.Send(HttpMethod.Delete, index).Dispose();
        }
    }

    /// <summary>Returns the names of the generations with the mark of SearchNotes, the exact prefix and the current schema.</summary>
    private static List<string> Ours(Cluster cluster)
    {
        using var answer = cluster.Send(HttpMethod.Get, $"{cluster.GenerationPrefix}*/_mapping?filter_path=*.mappings._meta");
        if (!answer.IsSuccess)
            return [];
        return [.. answer.Json.EnumerateObject().Where(index => IsOurs(cluster, index)).Select(index => index.Name)];
    }

    private static bool IsOurs(Cluster cluster, JsonProperty index) =>
        index.Name.StartsWith(cluster.GenerationPrefix, StringComparison.Ordinal)
        && MetaOf(index.Value) is { } meta && IsOurMark(cluster, meta);

    private static JsonElement? MetaOf(JsonElement index) =>
        index.TryGetProperty("mappings", out var mappings) && mappings.TryGetProperty("_meta", out var meta) ? meta : null;

    private static bool IsOurMark(Cluster cluster, JsonElement meta) =>
        HasText(meta, "made_by", Cluster.Mark) && HasText(meta, "prefix", cluster.Options.Prefix) && HasOurSchema(meta);

    private static bool HasText(JsonElement meta, string name, string text) =>
        meta.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() == text;

    private static bool HasOurSchema(JsonElement meta) =>
        meta.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.Number && schema.GetInt32() == Fields.Version;
}
