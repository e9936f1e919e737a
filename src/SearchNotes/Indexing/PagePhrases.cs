using SearchNotes.Indexing.Analysis;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>Finds phrases of three words that occur more than once on a page. A link to words leads to their first occurrence, so it must
/// contain a phrase that does not occur earlier.</summary>
internal static class PagePhrases
{
    private const int Words = 3;

    /// <summary>Returns, for each document of a post, hashes of its phrases that also occur earlier on the page, in ascending
    /// order.</summary>
    /// <param name="documents">All documents of the post.</param>
    /// <param name="title">The post's title, which is at the top of the page.</param>
    public static IReadOnlyList<uint[]> Repeated(IReadOnlyList<Talk> documents, string title)
    {
        var seen = new HashSet<uint>();
        var repeated = documents.Select(_ => new SortedSet<uint>()).ToArray();
        Each(title, hash => seen.Add(hash));
        foreach (var (_, text, document) in documents.SelectMany(Texts).OrderBy(text => text.Line))
        {
            Each(text, hash =>
            {
                if (!seen.Add(hash))
                    repeated[document].Add(hash);
            });
        }

        return Array.ConvertAll(repeated, hashes => hashes.ToArray());
    }

    /// <summary>Whether a text has a phrase of three words that does not occur earlier on the page.</summary>
    /// <param name="text">The text.</param>
    /// <param name="repeated">The result of <see cref="Repeated"/> for its document.</param>
    public static bool IsFirst(ReadOnlySpan<char> text, uint[] repeated)
    {
        var isFirst = false;
        Each(text, hash => isFirst |= Array.BinarySearch(repeated, hash) < 0);
        return isFirst;
    }

    private static IEnumerable<(int Line, string Text, int Document)> Texts(Talk talk, int document)
    {
        if (talk.Heading is { } heading)
            yield return (talk.FirstLine, heading, document);
        foreach (var section in talk.Sections)
            yield return (section.Line, section.Heading, document);
        foreach (var passage in talk.Passages)
            yield return (passage.FirstLine, passage.Text, document);
    }

    /// <summary>Hashes each three words in a row. In scripts without spaces a character is a word.</summary>
    private static void Each(ReadOnlySpan<char> text, Action<uint> found)
    {
        var (first, second, count) = (0u, 0u, 0);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var word = 2166136261u;
            var isAlone = Letters.IsUnspaced(text[i]);
            do
                word = (word ^ char.ToLowerInvariant(text[i++])) * 16777619u;
            while (!isAlone && i < text.Length && IsSpacedLetter(text[i]));

            if (++count >= Words)
                found(((first * 31) + second) * 31 + word);
            (first, second) = (second, word);
        }
    }

    private static bool IsSpacedLetter(char c) => char.IsLetterOrDigit(c) && !Letters.IsUnspaced(c);
}
