using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SearchNotes.Api.Responses;

/// <summary>A finished answer: what is sent with status 200.</summary>
/// <param name="Bytes">The body, UTF-8.</param>
/// <param name="MediaType">Its content type.</param>
internal sealed record ResponseBody(ReadOnlyMemory<byte> Bytes, string MediaType)
{
    /// <summary>A rare answer that is larger leaves no room behind.</summary>
    private const int MaxKeptBufferBytes = 256 << 10;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? writeBuffer;

    /// <summary>Addresses of the pages before and behind, for the <c>Link</c> field; <see langword="null"/> when there are none.</summary>
    public string? Link { get; init; }

    /// <summary>How many good hits a search had; <see langword="null"/> for what is no search.</summary>
    public int? GoodHits { get; init; }

    /// <summary>Whether the same question may be answered with it again: false when the time ran out.</summary>
    public bool IsLasting { get; init; } = true;

    /// <summary>A shape in JSON.</summary>
    /// <remarks>Letters of all scripts stay as they are: the media type and <c>nosniff</c> keep browsers from reading it
    /// as anything else, and <c>é</c> is three times smaller than its escape.</remarks>
    public static ResponseBody Of<T>(T shape, JsonTypeInfo<T> type)
    {
        // Answers are kept by the thousand: each gets an array of its size, and the room to write it in is used again.
        var buffer = writeBuffer ??= new ArrayBufferWriter<byte>(32 << 10);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonSerializer.Serialize(writer, shape, type);
        // The writer escapes control characters; those that turn a line around it leaves.
        var bytes = Printable.Json(buffer.WrittenSpan);
        if (bytes.Length > MaxKeptBufferBytes)
            writeBuffer = null;
        return new(bytes, "application/json");
    }
}
