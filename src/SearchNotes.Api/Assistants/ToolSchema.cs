using System.Text.Json;
using SearchNotes.Api.Search;

namespace SearchNotes.Api.Assistants;

/// <summary>The JSON Schema of a tool's arguments, from the same parameters that validate requests to the API.</summary>
internal static class ToolSchema
{
    /// <summary>Returns the schema of an object with these members.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="required">The names of those that must be given.</param>
    public static JsonElement Of(IReadOnlyList<Parameter> parameters, params IReadOnlyList<string> required)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var parameter in parameters)
                Write(json, parameter);
            json.WriteEndObject();
            json.WriteStartArray("required");
            foreach (var name in required)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteBoolean("additionalProperties", false);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteStartObject(parameter.Name);
        json.WriteString("description", parameter.Description);
        if (parameter.MaxValues > 1)
        {
            json.WriteString("type", "array");
            json.WriteNumber("maxItems", parameter.MaxValues);
            json.WriteStartObject("items");
            WriteType(json, parameter);
            json.WriteEndObject();
        }
        else
        {
            WriteType(json, parameter);
        }

        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteString("type", parameter is NumberParameter ? "integer" : "string");
        switch (parameter)
        {
            case TextParameter text:
                json.WriteNumber("maxLength", text.MaxCharacters);
                break;
            case FormParameter form:
                json.WriteString("pattern", form.Form.ToString());
                break;
            case ListParameter list:
                json.WriteString("pattern", list.Pattern);
                break;
            case ChoiceParameter choice:
                json.WriteStartArray("enum");
                foreach (var word in choice.Choices)
                    json.WriteStringValue(word);
                json.WriteEndArray();
                break;
            case NumberParameter number:
                json.WriteNumber("minimum", number.Min);
                json.WriteNumber("maximum", number.Max);
                json.WriteNumber("default", number.Default);
                break;
        }
    }
}
