using System.Text;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Semantic.Vectors;

/// <summary>Divides a document into passages to encode, each with topic and speakers in front.</summary>
internal sealed class PassageTexts
{
    /// <summary>Maximum length of a passage. A model reads 200 to 300 tokens well.</summary>
    public const int MaxCharacters = 900;

    /// <summary>Maximum number of passages of a document; the rest of a very long one is not encoded.</summary>
    public const int MaxPassages = 64;

    /// <summary>Minimum room for a further piece of text in a passage.</summary>
    private const int MinRoom = 100;

    private readonly List<string> passages = [];
    private readonly StringBuilder passage = new();
    private readonly string start;

    private PassageTexts(Talk talk)
    {
        var speakers = string.Join(", ", talk.Speakers.Select(speaker => speaker.Name));
        start = Cut($"{talk.Topic}. {(speakers.Length > 0 ? speakers + ". " : "")}", MaxCharacters / 2);
        passage.Append(start);
    }

    private int Room => MaxCharacters - passage.Length;

    private bool IsFull => passages.Count == MaxPassages;

    /// <summary>Returns the passages of a document, at least one.</summary>
    public static IReadOnlyList<string> Of(StoredTalk stored)
    {
        var talk = stored.Talk;
        var texts = new PassageTexts(talk);
        var section = -1;
        foreach (var text in talk.Passages)
        {
            if (text.Section != section && text.Section >= 0)
                texts.Add($"{talk.Sections[text.Section].Heading}.");
            section = text.Section;
            texts.Add(text.Text);
        }

        if (texts.passage.Length > texts.start.Length || texts.passages.Count == 0)
            texts.Close();
        return texts.passages;
    }

    private void Add(string text)
    {
        var rest = text.AsSpan();
        while (rest.Length > 0 && !IsFull)
        {
            if (rest.Length < Room)
            {
                passage.Append(rest).Append(' ');
                return;
            }
            if (Room >= MinRoom)
            {
                var length = LengthOfPiece(rest);
                passage.Append(rest[..length]);
                rest = rest[length..].TrimStart();
            }

            Close();
        }
    }

    /// <summary>Returns how much of a text fills the passage: up to a space, where there is one in the second half.</summary>
    private int LengthOfPiece(ReadOnlySpan<char> text)
    {
        var space = text[..Room].LastIndexOf(' ');
        return space >= Room / 2 ? space : Cut(text, Room).Length;
    }

    private void Close()
    {
        if (!IsFull)
            passages.Add(passage.ToString().TrimEnd());
        passage.Clear().Append(start);
    }

    private static string Cut(string text, int length) => Cut(text.AsSpan(), length).ToString();

    /// <summary>Cuts a text, but no pair of surrogates.</summary>
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
