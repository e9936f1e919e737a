using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SearchNotes.Tests.Api;

/// <summary>A YAML document as JSON, by YAML's JSON schema: a quoted word is text, a plain one may be a number, true, false or
/// null.</summary>
internal static class YamlAsJson
{
    public static JsonNode Read(string yaml)
    {
        var stream = new YamlStream();
        using var text = new StringReader(yaml);
        stream.Load(text);
        return Of(stream.Documents[0].RootNode)!;
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode mapping =>
            new JsonObject(mapping.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Of(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Of)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => OfPlain(plain.Value!),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static JsonNode? OfPlain(string word)
    {
        if (word is "null" or "~" or "")
            return null;
        try
        {
            return JsonNode.Parse(word);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(word);
        }
    }
}
