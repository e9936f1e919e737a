using System.Text;

namespace SearchNotes.Tests.Hostile;

/// <summary>Spoils text in the ways that have broken programs before. The same seed spoils in the same way.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Pieces =
    [
        "---\n", "+++\n", "---\n---\n", "\n\n", "\r", "\t", "\0", "\u202E", "\u200F", "\u2066", "\uD83D", "\uDE00", "\uFEFF", "\u0301", "İ",
        "ß", "ﬁ", "\u00A0", "\u2028", "\u0085", "\u001B[31m",
        "#", "# ", "## Q&A\n", "====\n", "> ", "- ", "1. ", "    ", "```", "~~~", "`", "*", "_", "**", "[", "](", "![", "[a]: b\n", "<",
        "<!--", "<h2>", "</", "|", "|---|\n", "&#x0;", "&amp;", "\\", "{% highlight c %}", "{{<", "$$", "^",
        "title: ", "title: a: b\n", "date: 9999-99-99\n", "date: 0000-00-00\n", "tags: [", "tags: *a\n", "a: &a [*a]\n", "<<: *a\n", "? ",
        "!!binary |\n", "!<x> ", "speaker: {a: [b, {c: d}]}\n", "talk_level: 99\n", "permalink: ../../x\n", "slug: \"\\u0000\"\n",
        "[[a]]\n", "a = {b = [", "'''", "\"\"\"",
        " on ", " by ", " - ", ": ", "(", ")", "((((((((", "\"", "“", "„", "speaker:", "topic:(", "code:\"", "year:1..9999", "kind:", "-",
        "NOT ", "OR ", "* ", "a*", "?", "%00", "../", "C++", ".NET", "__x__", "x.y.z", "東京", "さん", "עברית", "🙂",
    ];

    private readonly Random random = new(seed);

    /// <summary>A number below a limit.</summary>
    public int Below(int limit) => random.Next(limit);

    /// <summary>One of several.</summary>
    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>Spoils a text a few times.</summary>
    /// <param name="text">The text.</param>
    /// <param name="others">Texts to take pieces from.</param>
    public string Spoil(string text, IReadOnlyList<string> others)
    {
        var spoilt = new StringBuilder(text);
        for (var left = 1 + random.Next(8); left > 0; left--)
            SpoilOnce(spoilt, others);
        return spoilt.ToString();
    }

    /// <summary>The bytes of a text in some encoding, now and then with a few of them flipped.</summary>
    public byte[] Encode(string text)
    {
        var encoding = random.Next(12) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.BigEndianUnicode,
            2 => Encoding.Latin1,
            _ => Encoding.UTF8,
        };
        byte[] bytes = [.. random.Next(3) == 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        for (var left = random.Next(3) == 0 ? random.Next(6) : 0; left > 0 && bytes.Length > 0; left--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private void SpoilOnce(StringBuilder text, IReadOnlyList<string> others)
    {
        var (at, length) = Range(text.Length, 1 + random.Next(200));
        switch (random.Next(9))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                text.Insert(at, One(Pieces));
                break;
            case 3:
                text.Insert(at, string.Concat(Enumerable.Repeat(One(Pieces), 1 + random.Next(400))));
                break;
            case 4:
                text.Insert(at, (char)random.Next(0x10000));
                break;
            case 5:
                Splice(text, at, One(others));
                break;
            case 6:
                text.Length = at;
                break;
            case 7:
                text.Insert(at, string.Concat(Enumerable.Repeat(One(Pieces) + One(Pieces) + "a", 1 + random.Next(200))));
                break;
            default:
                text.Replace(One(Pieces), One(Pieces), at, length);
                break;
        }
    }

    private void Splice(StringBuilder text, int at, string other)
    {
        var (from, length) = Range(other.Length, 2000);
        text.Insert(at, other.AsSpan(from, length));
    }

    private (int At, int Length) Range(int all, int longest)
    {
        var at = random.Next(all + 1);
        return (at, Math.Min(random.Next(longest + 1), all - at));
    }
}
