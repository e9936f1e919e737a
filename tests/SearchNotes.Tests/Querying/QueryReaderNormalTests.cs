using CsCheck;
using SearchNotes.Querying.Syntax;
using Xunit;

namespace SearchNotes.Tests.Querying;

public sealed class QueryReaderNormalTests
{
    [Theory]
    [InlineData("  redis \t queue ", "redis queue ")]
    [InlineData("redis queue", "redis queue")]
    [InlineData("“redis  queue”", "\"redis queue\"")]
    [InlineData("«say \"x\"»", "«say \"x\"»")]
    [InlineData("a|b a | b c", "a|b a OR b c")]
    [InlineData("a  -bb", "a -bb")]
    [InlineData("a NOT  bb", "a NOT bb")]
    [InlineData("a -\"b c\"", "a NOT \"b c\"")]
    [InlineData("a AND b!", "a b ")]
    [InlineData("by:x Title:(a OR b)", "speaker:x topic:(a OR b )")]
    [InlineData("(a b) | c", "(a b ) OR c")]
    [InlineData("kind:(talk OR lightning) language:EN year:2013-2012", "kind:talk,lightning_talk lang:en year:2012..2013")]
    public void Different_spellings_of_a_query_have_one_normal_form(string typed, string normal) =>
        Assert.Equal(normal, QueryReader.Read(typed).Normal);

    [Fact]
    public void A_finished_and_an_unfinished_last_word_are_different_queries() =>
        Assert.NotEqual(QueryReader.Read("noteb").Normal, QueryReader.Read("noteb ").Normal);

    [Fact]
    public void A_query_with_notes_is_its_own_normal_form() =>
        Assert.Equal("  a (b", QueryReader.Read("  a (b").Normal);

    /// <summary>Queries made of everything that means something, in any order.</summary>
    private static readonly string[] Signs =
    [
        " ", " ", " ", "a", "bc", "Def", "ü", "音声", "\ud83d\ude00", "\ud83d", "\udc00", "e\u0301", "\0", "1", "2013", "..", "2012..2014",
        "\"", "“", "”", "„", "«", "»", "「", "」", "『", "』", "'", "’", "(", ")", "-", "--", "*", "|", "OR", "AND", "NOT", ":", "：", "::",
        "speaker:", "by:", "Topic:", "code:", "qa:", "kind:", "year:", "lang:", "has:", "talk", "en", "python", ",", ".", "!", "C++", "->",
        "foo:", "_", "%px",
    ];

    private static readonly Gen<string> Queries =
        Gen.Int[0, Signs.Length - 1].Array[0, 24].Select(picks => string.Concat(picks.Select(pick => Signs[pick])));

    [Fact]
    public void Reading_never_throws_and_the_normal_form_reads_as_the_query_does()
    {
        Gen.OneOf(Queries, Gen.String, Gen.String[Gen.Char["()\"-:* aOR"], 0, 600]).Sample(typed =>
        {
            var query = QueryReader.Read(typed);
            var again = QueryReader.Read(query.Normal);

            Assert.Equal(query.Normal, again.Normal);
            Assert.Equal(QueryTree.Of(query), QueryTree.Of(again));
            Assert.Equal(query.LastWordUnfinished, again.LastWordUnfinished);
            Assert.Equal(query.Notes, again.Notes);
        }, iter: 20_000);
    }

    [Fact]
    public void Clauses_lie_inside_the_text_in_order_and_hold_what_they_name()
    {
        Queries.Sample(typed =>
        {
            var query = QueryReader.Read(typed);

            Assert.All(query.Notes, note => Assert.InRange(note.Position, 0, typed.Length));
            var end = 0;
            foreach (var clause in query.Root.Clauses)
            {
                Assert.InRange(clause.Position, end, typed.Length);
                Assert.InRange(clause.End, clause.Position, typed.Length);
                end = clause.End;
                if (clause is WordClause word)
                    Assert.Equal(typed[word.Position..word.End], word.Text);
            }
        }, iter: 20_000);
    }
}
