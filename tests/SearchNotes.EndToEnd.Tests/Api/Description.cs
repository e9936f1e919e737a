using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace SearchNotes.Tests.Api;

/// <summary>The description of the service, to hold answers against.</summary>
internal sealed class Description(YamlMappingNode root)
{
    public static Description Parse(string yaml)
    {
        var stream = new YamlStream();
        using var text = new StringReader(yaml);
        stream.Load(text);
        return new Description((YamlMappingNode)stream.Documents[0].RootNode);
    }

    /// <summary>Where an answer is not as described; nothing when it is.</summary>
    public IReadOnlyList<string> Faults(JsonElement answer, string path, string status, string mediaType)
    {
        var faults = new List<string>();
        Compare(answer, At(root, "paths", path, "get", "responses", status, "content", mediaType, "schema"), "$", faults);
        return faults;
    }

    /// <summary>Where a value is not of a shape; nothing when it is.</summary>
    public IReadOnlyList<string> FaultsOf(JsonElement value, string shape)
    {
        var faults = new List<string>();
        Compare(value, At(root, "components", "schemas", shape), "$", faults);
        return faults;
    }

    private void Compare(JsonElement value, YamlNode schema, string place, List<string> faults)
    {
        if (value.ValueKind == JsonValueKind.Null && MayBeNull((YamlMappingNode)schema))
            return;
        var resolved = Resolve((YamlMappingNode)schema);
        var types = TypesOf(resolved);
        if (types.Count > 0 && !types.Contains(NameOf(value)) && !(NameOf(value) == "integer" && types.Contains("number")))
            faults.Add($"{place} is {NameOf(value)}, described as {string.Join('|', types)}");
        else if (value.ValueKind == JsonValueKind.Object)
            CompareMembers(value, resolved, place, faults);
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray())
                Compare(item, At(resolved, "items"), place + "[]", faults);
    }

    private void CompareMembers(JsonElement value, YamlMappingNode schema, string place, List<string> faults)
    {
        var described = ((YamlMappingNode)At(schema, "properties")).Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => pair.Value);
        foreach (var member in value.EnumerateObject())
        {
            if (described.TryGetValue(member.Name, out var inner))
                Compare(member.Value, inner, $"{place}.{member.Name}", faults);
            else
                faults.Add($"{place}.{member.Name} is not described");
        }
        if (schema.Children.TryGetValue(new YamlScalarNode("required"), out var required))
            faults.AddRange(((YamlSequenceNode)required).Select(name => ((YamlScalarNode)name).Value!).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{place}.{name} is missing"));
    }

    private YamlMappingNode Resolve(YamlMappingNode schema)
    {
        if (schema.Children.TryGetValue(new YamlScalarNode("oneOf"), out var either))
            schema = (YamlMappingNode)((YamlSequenceNode)either).First(node => ((YamlMappingNode)node).Children.ContainsKey(new YamlScalarNode("$ref")));
        return schema.Children.TryGetValue(new YamlScalarNode("$ref"), out var reference)
            ? (YamlMappingNode)At(root, ((YamlScalarNode)reference).Value!.Split('/')[1..])
            : schema;
    }

    private static bool MayBeNull(YamlMappingNode schema) =>
        schema.Children.TryGetValue(new YamlScalarNode("oneOf"), out var either)
        && ((YamlSequenceNode)either).OfType<YamlMappingNode>().Any(choice => TypesOf(choice).Contains("null"));

    private static HashSet<string> TypesOf(YamlMappingNode schema) => schema.Children.TryGetValue(new YamlScalarNode("type"), out var type)
        ? type is YamlSequenceNode several ? [.. several.Select(node => ((YamlScalarNode)node).Value!)] : [((YamlScalarNode)type).Value!]
        : [];

    private static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        _ => value.GetRawText().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
    };

    private static YamlNode At(YamlNode node, params IEnumerable<string> path)
    {
        foreach (var name in path)
            node = ((YamlMappingNode)node).Children[new YamlScalarNode(name)];
        return node;
    }
}
