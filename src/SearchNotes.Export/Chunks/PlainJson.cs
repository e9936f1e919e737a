using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SearchNotes.Export.Chunks;

/// <summary>Writes dictionaries, lists, texts and numbers as JSON without reflection, for which a native program has no metadata.</summary>
internal static class PlainJson
{
    /// <summary>Returns the JSON of a value in UTF-8.</summary>
    /// <param name="value">A dictionary with text keys, a sequence, a text, a number, a Boolean, or <see langword="null"/>.</param>
    /// <param name="encoder">The encoder, which decides what is escaped. Default: everything beyond ASCII.</param>
    /// <exception cref="NotSupportedException">The value is, or contains, anything else.</exception>
    public static byte[] Write(object? value, JavaScriptEncoder? encoder = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder }))
            Write(json, value);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or short or byte:
                json.WriteNumberValue(Convert.ToInt32(value, CultureInfo.InvariantCulture));
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case IDictionary members:
                WriteMembers(json, members);
                break;
            case IEnumerable items:
                WriteItems(json, items);
                break;
            default:
                throw new NotSupportedException($"A value of {value.GetType().Name} cannot be written as JSON.");
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, IDictionary members)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry member in members)
        {
            json.WritePropertyName((string)member.Key);
            Write(json, member.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (var item in items)
            Write(json, item);
        json.WriteEndArray();
    }
}
