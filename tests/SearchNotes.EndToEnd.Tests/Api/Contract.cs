using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>What <c>openapi.yaml</c> says of answers, to hold real ones against. A JSON Schema validator does the comparing.</summary>
internal sealed class Contract
{
    private static readonly EvaluationOptions Strict = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonObject _root;
    private readonly Dictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);

    private Contract(JsonObject root) => _root = root;

    /// <summary>The file at the top of the repository. <see cref="OpenApiTests"/> holds that the service says the same of itself.</summary>
    public static Contract Read() => new((JsonObject)YamlAsJson.Read(File.ReadAllText(Path.Combine(Repository.Root, "openapi.yaml"))));

    /// <summary>Every operation.</summary>
    public IEnumerable<Operation> Operations =>
        from path in (JsonObject)_root["paths"]!
        from method in (JsonObject)path.Value!
        select new Operation(method.Key.ToUpperInvariant(), path.Key,
            [.. ((JsonObject)method.Value!["responses"]!).Select(pair => int.Parse(pair.Key, null))]);

    /// <summary>Every example in the file that has a schema: where it stands, where its schema stands, and itself.</summary>
    public IEnumerable<(string Place, string Schema, JsonNode Example)> Examples => ExamplesBelow(_root, "#");

    /// <summary>Where an answer differs from what is described; nothing when it does not.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string method, string path, HttpResponseMessage answer)
    {
        var place = $"#/paths/{Escape(path)}/{method.ToLowerInvariant()}/responses/{(int)answer.StatusCode}";
        if (At(place) is not JsonObject described)
            return [$"{method} {path}: {(int)answer.StatusCode} is not described"];
        var faults = FaultsOfHeaders(answer, described, place);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var mediaType = answer.Content.Headers.ContentType?.MediaType;
        if (body.Length == 0)
            return [.. faults, .. described["content"] is null ? Array.Empty<string>() : ["the body is empty"]];
        if (described["content"]?[mediaType ?? ""] is null)
            return [.. faults, $"{method} {path}: a body of {mediaType} is not described for {(int)answer.StatusCode}"];
        return mediaType!.EndsWith("json", StringComparison.Ordinal)
            ? [.. faults, .. FaultsOf(JsonNode.Parse(body), $"{place}/content/{Escape(mediaType)}/schema")]
            : faults;
    }

    /// <summary>Where a value is not as a schema says.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Where the schema stands in the file, as a JSON Pointer in a fragment.</param>
    public IReadOnlyList<string> FaultsOf(JsonNode? value, string place)
    {
        var result = SchemaAt(place).Evaluate(JsonSerializer.SerializeToElement(value), Strict);
        return result.IsValid
            ? []
            : [.. from detail in result.Details ?? []
                  from error in detail.Errors ?? new Dictionary<string, string>()
                  select $"{detail.InstanceLocation}: {error.Value} ({detail.SchemaLocation})"];
    }

    private List<string> FaultsOfHeaders(HttpResponseMessage answer, JsonObject described, string place)
    {
        var faults = new List<string>();
        foreach (var (name, header) in described["headers"] as JsonObject ?? [])
        {
            if (answer.Headers.TryGetValues(name, out var values))
                faults.AddRange(FaultsOf(string.Join(", ", values), $"{place}/headers/{Escape(name)}/schema"));
            else if (header!["required"]?.GetValue<bool>() == true)
                faults.Add($"the field {name} is missing");
        }
        return faults;
    }

    /// <summary>A schema with everything that it refers to; references into the file become references into itself.</summary>
    private JsonSchema SchemaAt(string place)
    {
        if (_schemas.TryGetValue(place, out var known))
            return known;
        var schema = (JsonObject)At(place)!.DeepClone();
        schema["$defs"] = _root["components"]!["schemas"]!.DeepClone();
        return _schemas[place] =
            JsonSchema.FromText(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Place, string Schema, JsonNode Example)> ExamplesBelow(JsonNode? node, string place)
    {
        if (node is JsonArray list)
            return list.SelectMany((item, index) => ExamplesBelow(item, $"{place}/{index}"));
        if (node is not JsonObject shape)
            return [];
        var here = shape["example"] is { } one ? [($"{place}/example", $"{place}/schema", one)]
            : shape["examples"] is JsonArray several ? several.Select((example, index) => ($"{place}/examples/{index}", place, example!))
            : [];
        return here.Concat(shape.Where(pair => pair.Key is not "example" and not "examples")
            .SelectMany(pair => ExamplesBelow(pair.Value, $"{place}/{Escape(pair.Key)}")));
    }

    private JsonNode? At(string place)
    {
        JsonNode? node = _root;
        foreach (var step in place.Split('/').Skip(1))
        {
            node = node is JsonArray list
                ? list[int.Parse(step, null)]
                : node?[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        }
        return node;
    }

    private static string Escape(string step) =>
        step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

/// <summary>An address and method of the service.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">With its placeholders: <c>/talks/{id}</c>.</param>
/// <param name="Statuses">What it may answer.</param>
internal sealed record Operation(string Method, string Path, IReadOnlyList<int> Statuses);
