using System.Text.Json;

namespace SearchNotes.Api.Reindexing;

/// <summary>Finds the string <c>ref</c> of a JSON object that passes by, and remembers nothing else of it.</summary>
/// <remarks>Anybody may send the bytes: each costs the same, and nothing is decoded before the signature is known to fit.
/// What is no JSON object has no <c>ref</c>; of two the last counts.</remarks>
internal sealed class PushedRef
{
    /// <summary>Longest name that is read, quotes and escapes included. Git keeps each as a file, whose name ends at 255 bytes.</summary>
    private const int MaxBytes = 1024;

    private readonly byte[] text = new byte[MaxBytes];
    private int length;
    private int depth;
    private byte[]? found;
    private bool isOver, isInString, isEscaped, isValue, isRef;

    /// <summary>What was found, decoded; <see langword="null"/> where there is none, or none that is a string.</summary>
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
                // Escapes or bytes that are no text.
                return null;
            }
        }
    }

    /// <summary>Takes the next byte.</summary>
    public void Add(byte next)
    {
        if (isOver)
            return;
        if (isInString)
            AddToString(next);
        else if (depth == 0)
            Begin(next);
        else
            AddSign(next);
    }

    private void Begin(byte next)
    {
        isOver = next is not ((byte)'{' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
        depth = next == '{' ? 1 : 0;
    }

    private void AddSign(byte next)
    {
        switch (next)
        {
            case (byte)'"':
                (isInString, length) = (true, 0);
                Keep(next);
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
        Keep(next);
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

    private void Keep(byte next)
    {
        if (length < MaxBytes)
            text[length] = next;
        length = Math.Min(length + 1, MaxBytes + 1);
    }
}
