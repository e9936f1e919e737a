using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SearchNotes.Api.Responses;

/// <summary>The body of a 200 response.</summary>
/// <param name="Bytes">The body, UTF-8.</param>
/// <param name="MediaType">The content type.</param>
internal sealed record ResponseBody(ReadOnlyMemory<byte> Bytes, string MediaType)
{
    /// <summary>A write buffer that has grown larger than this is not reused.</summary>
    private const int MaxKeptBufferBytes = 256 << 10;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? writeBuffer;

    /// <summary>The <c>Link</c> field with the addresses of the other pages; <see langword="null"/> when there are none.</summary>
    public string? Link { get; init; }

    /// <summary>Number of good hits of a search; <see langword="null"/> when the answer is not a search result.</summary>
    public int? GoodHits { get; init; }

    /// <summary>Whether the body may be cached: false when the search ran out of time.</summary>
    public bool IsCacheable { get; init; } = true;

    /// <summary>Serializes a shape as JSON.</summary>
    /// <remarks>Letters of all scripts are written unescaped: the media type and <c>nosniff</c> prevent browsers from interpreting the body
    /// as anything else, and <c>é</c> is three times smaller than its escape.</remarks>
    public static ResponseBody Of<T>(T shape, JsonTypeInfo<T> type)
    {
        // Thousands of answers are cached: each gets an array of its exact size, and the write buffer is reused.
        var buffer = writeBuffer ??= new ArrayBufferWriter<byte>(32 << 10);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonSerializer.Serialize(writer, shape, type);
        // The writer escapes control characters, but not the characters that change text direction.
        var bytes = Printable.Json(buffer.WrittenSpan);
        if (bytes.Length > MaxKeptBufferBytes)
            writeBuffer = null;
        return new(bytes, "application/json");
    }
}
