using System.Text.Json;

namespace SearchNotes.Api.Reindexing;

/// <summary>Finds the string <c>ref</c> of a streamed JSON object and keeps nothing else of it.</summary>
/// <remarks>Anyone can send the bytes: each one costs the same, and nothing is decoded before the signature is verified. A body that is not
/// a JSON object has no <c>ref</c>; the last of several counts.</remarks>
internal sealed class PushedRef
{
    /// <summary>Maximum length of a name in bytes, including quotes and escapes. Git stores each ref as a file, and file names have at most
    /// 255 bytes.</summary>
    private const int MaxBytes = 1024;

    private readonly byte[] text = new byte[MaxBytes];
    private int length;
    private int depth;
    private byte[]? found;
    private bool isOver, isInString, isEscaped, isValue, isRef;

    /// <summary>The decoded ref; <see langword="null"/> when there is none or it is not a string.</summary>
    public string? Name
    {
        get
        {
            if (found is null)
                return null;
            try
            {
                var reader = new Utf8JsonReader(found);
                return reader.Read() ? reader.GetString() : null;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Invalid escapes or invalid UTF-8.
                return null;
            }
        }
    }

    /// <summary>Reads the next byte.</summary>
    public void Add(byte next)
    {
        if (isOver)
            return;
        if (isInString)
            AddToString(next);
        else if (depth == 0)
            Begin(next);
        else
            AddPunctuation(next);
    }

    private void Begin(byte next)
    {
        isOver = next is not ((byte)'{' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
        depth = next == '{' ? 1 : 0;
    }

    private void AddPunctuation(byte next)
    {
        switch (next)
        {
            case (byte)'"':
                (isInString, length) = (true, 0);
                Append(next);
                break;
            case (byte)'{' or (byte)'[':
                depth++;
                break;
            case (byte)'}' or (byte)']':
                isOver = --depth == 0;
                break;
            case (byte)':' or (byte)',' when depth == 1:
                isValue = next == ':';
                break;
        }
    }

    private void AddToString(byte next)
    {
        Append(next);
        var ends = next == '"' && !isEscaped;
        isEscaped = next == '\\' && !isEscaped;
        if (!ends)
            return;

        isInString = false;
        if (depth != 1)
            return;
        if (!isValue)
            isRef = text.AsSpan(0, Math.Min(length, MaxBytes)).SequenceEqual("\"ref\""u8);
        else if (isRef)
            found = length <= MaxBytes ? text[..length] : null;
    }

    private void Append(byte next)
    {
        if (length < MaxBytes)
            text[length] = next;
        length = Math.Min(length + 1, MaxBytes + 1);
    }
}
