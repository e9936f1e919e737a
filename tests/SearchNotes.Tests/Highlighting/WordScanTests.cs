using CsCheck;
using SearchNotes.Highlighting;
using SearchNotes.Indexing.Analysis;
using Xunit;

namespace SearchNotes.Tests.Highlighting;

public sealed class WordScanTests
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\t", "\u00a0", "\f", "a", "b", "ab", "Ab", "aB", "redis", "Red", "is", "1", "x1", "'", "’", "-", "--", ".",
        "..", ":", "::", "_", "__",
        "%", "@", "$", "+", "++", "#", "/", "(", ")", "[", "\"", ",", ";", "!", "?", "&", "*", "ü", "u\u0308", "ß", "é", "日本", "ン", "ʼ",
        "＇", "“", "”", "—", "…", "‘", "\u202f", "\u2060", "\u00ad", "½", "\ud83d\ude00", "\0", "s", "t", "don't", "C++", ".NET",
    ];

    private static readonly string[] Terms =
    [
        "a", "b", "ab", "redis", "red", "is", "1", "x1", "dont", "c++", ".net", "net", "--a", "%ab", "@red", "ab.redis", "redisab", "u",
        "ue", "ss", "日本", "ン", "__ab", "abred", "isa", "as", "ʼa", "ʼred",
    ];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    /// <summary>The quick way against the thorough one.</summary>
    [Fact]
    public void Finds_what_reading_every_term_finds()
    {
        Gen.Select(Texts, Gen.Int[0, Terms.Length - 1].Array[1, 4]).Sample((text, picks) =>
        {
            var terms = picks.Select(pick => Terms[pick]).Distinct().ToList();
            var wanted = new HighlightQuery([.. terms.Select(term => new HighlightTerm([term], 1))], [], []);
            var tokens = new List<Token>();
            new TextTokens().Read(text, isCode: false, [], tokens);

            var found = new List<Occurrence>();
            Assert.True(new WordScan().TryFind(text, ulong.MaxValue, wanted, found));

            var expected = tokens.Where(token => terms.Contains(token.Term))
                .Select(token => new Occurrence(token.Start, token.End, 1UL << terms.IndexOf(token.Term)));
            Assert.Equal(expected, found);
        }, iter: 20_000);
    }

    [Fact]
    public void Leaves_texts_with_a_phrase_to_the_thorough_way()
    {
        var found = new List<Occurrence>();

        Assert.False(new WordScan().TryFind("redis and a job queue", ulong.MaxValue, Some.Wanted("redis \"job queue\""), found));
        Assert.Empty(found);
    }
}
