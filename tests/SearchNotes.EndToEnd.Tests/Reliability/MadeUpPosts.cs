using System.Globalization;

namespace SearchNotes.EndToEnd.Tests.Reliability;

/// <summary>Posts and queries of made-up words, frequent and rare as words are. Always the same.</summary>
internal static class MadeUpPosts
{
    public const int TalksPerPost = 30;
    private const int WordsPerTalk = 150;
    private const int Vocabulary = 20_000;

    private static readonly string[] Syllables =
        ["ba", "ne", "ri", "to", "lu", "ska", "men", "dor", "phi", "qua", "zen", "var", "shi", "oly", "gra", "tem"];

    public static string Text(int post, int round)
    {
        var random = new Random(post + (round * 100_003));
        return string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Meeting {post}\ntags: [t{post % 40}]\n---\n\n")
            + string.Join('\n', Enumerable.Range(0, TalksPerPost).Select(_ => Talk(random)));
    }

    /// <summary>A query of one to three words. A new one each time, so that no answer is kept from before.</summary>
    public static string Query(Random random) => random.Next(6) switch
    {
        0 => Word(random)[..3],
        1 => $"{Word(random)} {Word(random)} {Word(random)}",
        2 => $"\"{Word(random)} {Word(random)}\"",
        3 => $"{Word(random)} -{Word(random)} year:2013",
        _ => $"{Word(random)} {Word(random)}",
    };

    private static string Talk(Random random) =>
        $"# {Name(random)} {Name(random)} on {Word(random)} and {Word(random)}\n\n{string.Join(' ', Enumerable.Range(0, WordsPerTalk).Select(_ => Word(random)))}.\n\n```\n{Word(random)}.{Word(random)}()\n```\n";

    private static string Name(Random random) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Word(random));

    // Zipf's law, nearly: the n-th word is as frequent as 1/n.
    private static string Word(Random random)
    {
        var rank = (int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary));
        var word = Syllables[rank % 16] + Syllables[(rank * 7 / 16) % 16];
        for (var left = rank; left > 16; left /= 16)
            word += Syllables[left % 16];
        return word;
    }
}
