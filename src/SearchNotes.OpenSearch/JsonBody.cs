using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SearchNotes.OpenSearch;

/// <summary>Writes bodies of requests. Text from posts and queries is always a value or a name, never a piece of JSON.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Returns one JSON value.</summary>
    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(buffer, write);
        return buffer.WrittenMemory;
    }

    /// <summary>Adds one JSON value and the end of its line.</summary>
    public static void WriteLine(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        Write(buffer, write);
        buffer.Write("\n"u8);
    }

    /// <summary>Writes an array of names.</summary>
    public static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void Write(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json);
    }
}
