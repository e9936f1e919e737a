namespace SearchNotes.Export.Chunks;

/// <summary>Divides a text by other texts that it contains, so that they need not be repeated.</summary>
internal static class TextParts
{
    /// <summary>Returns the parts of a text in order. Each of the other texts is found once, the first of them first.</summary>
    /// <example>"Queues by Kim Low" with "Queues" and "Kim Low" → index 0, " by ", index 1.</example>
    public static IReadOnlyList<TextPart> Of(string text, IReadOnlyList<string> others)
    {
        List<TextPart> parts = [new(text, 0)];
        for (var index = 0; index < others.Count; index++)
        {
            var other = others[index];
            var at = other.Length == 0 ? -1 : parts.FindIndex(part => part.Text?.Contains(other, StringComparison.Ordinal) == true);
            if (at < 0)
                continue;
            var whole = parts[at].Text!; // The index is that of a text.
            var start = whole.IndexOf(other, StringComparison.Ordinal);
            parts.RemoveAt(at);
            TextPart[] divided = [new(whole[..start], 0), new(null, index), new(whole[(start + other.Length)..], 0)];
            parts.InsertRange(at, divided.Where(part => part.Text != ""));
        }

        return parts;
    }
}

/// <summary>A part of a text.</summary>
/// <param name="Text">The text; <see langword="null"/> for another text.</param>
/// <param name="Index">Index of the other text.</param>
internal readonly record struct TextPart(string? Text, int Index);
