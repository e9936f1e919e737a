using System.Text;

namespace SearchNotes.Export.Chunks;

/// <summary>Divides texts into letters, which gzip compresses well together, and the numbers between them, which it would not.</summary>
/// <param name="numbers">The coder of the numbers.</param>
internal sealed class LetterCoder(NumberCoder numbers)
{
    /// <summary>Number of contexts that a kind of text uses.</summary>
    public const int Contexts = 2;

    private readonly StringBuilder letters = new();

    /// <summary>The letters of all texts, in order.</summary>
    public string Letters => letters.ToString();

    /// <summary>Number of letters so far.</summary>
    public int Length => letters.Length;

    /// <summary>Adds a text: the number of characters that it shares with another one, the number of the rest, and the rest.</summary>
    /// <param name="context">The first context of this kind of text.</param>
    /// <param name="text">The text.</param>
    /// <param name="before">A text that probably begins alike.</param>
    public void Add(int context, string text, string before)
    {
        var shared = text.AsSpan().CommonPrefixLength(before);
        // Half of a surrogate pair has no UTF-8 encoding.
        if (shared > 0 && char.IsHighSurrogate(text[shared - 1]))
            shared--;
        numbers.Number(context + 1, shared);
        Add(context, text[shared..]);
    }

    /// <summary>Adds a text: the number of its characters, and the text. Uses one context.</summary>
    /// <inheritdoc cref="Add(int, string, string)"/>
    public void Add(int context, string text)
    {
        numbers.Number(context, text.Length);
        letters.Append(text);
    }
}
