using System.Buffers;
using System.Text;

namespace SearchNotes.Posts.Languages;

/// <summary>A sample of a post's prose for language detection.</summary>
internal static class ProseSample
{
    // About 250 words: several times what is needed to distinguish two languages.
    private const int MaxCharacters = 1600;

    private static readonly SearchValues<char> MayBeSkipped = SearchValues.Create("`<{]:");

    /// <summary>Returns the first prose of a Markdown body, without code, URLs, tags and template markup.</summary>
    internal static string Take(string text, int bodyStart)
    {
        var sample = new StringBuilder(Math.Min(text.Length, MaxCharacters));
        var lines = new BodyLines(text, bodyStart, 1);
        while (sample.Length < MaxCharacters && lines.Read())
        {
            if (lines.Kind is BodyLineKind.Text or BodyLineKind.Heading)
                Append(sample, lines.Line[..Math.Min(lines.Line.Length, MaxCharacters)]);
        }

        return sample.ToString();
    }

    private static void Append(StringBuilder sample, ReadOnlySpan<char> line)
    {
        // Link reference definitions contain no prose.
        if (line.StartsWith("[") && line.Contains("]: ", StringComparison.Ordinal))
            return;

        while (!line.IsEmpty)
        {
            var plain = line.IndexOfAny(MayBeSkipped) is >= 0 and var index ? index : line.Length;
            sample.Append(line[..plain]);
            line = line[plain..];
            if (!line.IsEmpty)
                line = line[Math.Max(1, SkippedLength(line))..];
        }

        sample.Append('\n');
    }

    private static int SkippedLength(ReadOnlySpan<char> line) => line switch
    {
        ['`', ..] => Through(line, "`"),
        ['<', ..] => Through(line, ">"),
        ['{', '%', ..] => Through(line, "%}"),
        ['{', '{', ..] => Through(line, "}}"),
        [']', '(', ..] => Through(line, ")") is > 0 and var address ? address : line.Length,
        [':', '/', '/', ..] => line.IndexOfAny(" )>") is >= 0 and var end ? end : line.Length,
        _ => 0,
    };

    private static int Through(ReadOnlySpan<char> line, ReadOnlySpan<char> end) =>
        line[1..].IndexOf(end) is >= 0 and var index ? index + 1 + end.Length : 0;
}
