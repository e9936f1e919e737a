using SearchNotes.Querying.Syntax;
using Xunit;

namespace SearchNotes.Tests.Querying.Syntax;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData(" - / & * ? ... ", "")]
    [InlineData("redis   queue\t rq", "redis, queue, rq")]
    [InlineData("a-b tcp/ip x_y @property q.enqueue foo()", "a-b, tcp/ip, x_y, @property, q.enqueue, foo()")]
    [InlineData("training, learning; and 'quoted' things!", "training, learning, and, quoted, things")]
    [InlineData("rock 'n' roll", "rock, n, roll")]
    [InlineData("print(\"hello\")", "print(\"hello\")")]
    [InlineData("5\" disk", "5\", disk")]
    public void Words_are_parted_by_spaces_and_freed_from_the_signs_of_prose(string typed, string tree) =>
        Assert.Equal(tree, QueryTree.Of(typed));

    [Theory]
    [InlineData("-sqlalchemy", "not sqlalchemy")]
    [InlineData("a -.NET -@property -%px", "a, not .NET, not @property, not %px")]
    [InlineData("a -2013", "a, not 2013")]
    [InlineData("a -\"b c\" -(d e)", "a, not \"b c\", not (d, e)")]
    [InlineData("a NOT b NOT NOT c", "a, not b, c")]
    [InlineData("a -(-bb)", "a, bb")]
    [InlineData("a --conf-path", "a, --conf-path")]
    [InlineData("a -5 -r", "a, -5, -r")]
    [InlineData("a - b -> c", "a, b, ->, c")]
    [InlineData("not or and", "not, or, and")]
    public void A_hyphen_leaves_out_only_where_it_cannot_be_meant_as_text(string typed, string tree) =>
        Assert.Equal(tree, QueryTree.Of(typed));

    [Theory]
    [InlineData("a OR b c", "(a or b), c")]
    [InlineData("a b OR c", "a, (b or c)")]
    [InlineData("a OR b OR c", "(a or b or c)")]
    [InlineData("(a OR b) OR (c d)", "(a or b or (c, d))")]
    [InlineData("a OR -bb", "(a or not bb)")]
    [InlineData("speaker:a OR topic:b", "(speaker: a or topic: b)")]
    [InlineData("a | b || c", "(a or b or c)")]
    [InlineData("str|None", "str|None")]
    [InlineData("OR a", "OR, a")]
    [InlineData("a OR OR b", "a, (OR or b)")]
    [InlineData("a AND", "a, AND")]
    [InlineData("(a OR) b", "a, OR, b")]
    public void Or_joins_its_two_neighbours(string typed, string tree) => Assert.Equal(tree, QueryTree.Of(typed));

    [Theory]
    [InlineData("((a b)) c", "a, b, c")]
    [InlineData("(a b) OR c", "((a, b) or c)")]
    [InlineData("(a b OR c) -(d (e f))", "a, (b or c), not (d, e, f)")]
    [InlineData("()", "")]
    [InlineData("a OR () b", "a, b")]
    [InlineData("a)b (c", "a)b, c")]
    [InlineData("(foo(x) bar)", "foo(x), bar")]
    [InlineData("a ) b", "a, b")]
    [InlineData("(((((((((a)))))))))", "a")]
    public void Parentheses_group_and_odd_ones_do_no_harm(string typed, string tree) => Assert.Equal(tree, QueryTree.Of(typed));

    [Theory]
    [InlineData("Speaker:walker", "speaker: walker")]
    [InlineData("speaker: walker rq", "speaker: walker, rq")]
    [InlineData("Code: the hidden language", "Code, the, hidden, language")]
    [InlineData("topic：queue", "topic: queue")]
    [InlineData("speaker:(a OR b) c", "speaker: (a or b), c")]
    [InlineData("-speaker:a", "not speaker: a")]
    [InlineData("speaker:-aa", "speaker: -aa")]
    [InlineData("speaker:topic:a", "speaker: topic:a")]
    [InlineData("speaker:(topic:a b)", "speaker: (topic, a, b)")]
    [InlineData("speaker:", "speaker")]
    [InlineData("(speaker:)", "speaker")]
    [InlineData("code:q.enqueue( x", "code: q.enqueue(, x")]
    [InlineData("code:\"a  b\" \"a  b\"", "code: \"a  b\", \"a b\"")]
    [InlineData("code::block", "code::block")]
    [InlineData("foo:\"a b\"", "foo, \"a b\"")]
    public void A_field_holds_for_the_next_thing(string typed, string tree) => Assert.Equal(tree, QueryTree.Of(typed));

    [Theory]
    [InlineData("kind:Lightning-Talk", "[kind lightning_talk]")]
    [InlineData("kind:\"lightning talk\"", "[kind lightning_talk]")]
    [InlineData("kind:(talk OR keynote)", "[kind talk or keynote]")]
    [InlineData("kind:talk,talk,q&a", "[kind talk or q_and_a]")]
    [InlineData("kind:speech", "speech")]
    [InlineData("kind:(-post)", "not post")]
    [InlineData("year:2014..2012", "[year 2012..2014]")]
    [InlineData("year:2012-2014", "[year 2012..2014]")]
    [InlineData("year:2012.. x", "[year 2012..], x")]
    [InlineData("year:..2014", "[year ..2014]")]
    [InlineData("year:2012,2014", "[year 2012 or 2014]")]
    [InlineData("year:..", "year")]
    [InlineData("year:20133", "20133")]
    [InlineData("lang:EN-us", "[lang en]")]
    [InlineData("lang:c++", "[lang c++]")]
    [InlineData("lang:en,python", "en,python")]
    [InlineData("has:quotes", "[has quote]")]
    public void A_filter_takes_its_own_values_and_leaves_others_as_text(string typed, string tree) =>
        Assert.Equal(tree, QueryTree.Of(typed));

    [Theory]
    [InlineData("ipython noteb", true)]
    [InlineData("ipython noteb ", false)]
    [InlineData("speaker:wal", true)]
    [InlineData("a OR b", true)]
    [InlineData("\"don't bri", true)]
    [InlineData("cafe\u0301", true)]
    [InlineData("\ud83d\ude00", false)]
    [InlineData("C++", false)]
    [InlineData("\"a b\"", false)]
    [InlineData("(a b)", false)]
    [InlineData("wal*", false)]
    [InlineData("a -bb", false)]
    [InlineData("a -(b c", false)]
    [InlineData("a OR", false)]
    [InlineData("year:2013", false)]
    [InlineData("", false)]
    public void The_last_word_is_unfinished_while_nothing_ends_it(string typed, bool isUnfinished) =>
        Assert.Equal(isUnfinished, QueryReader.Read(typed).LastWordUnfinished);

    [Theory]
    [InlineData("say \"hello", 4, "quotation mark has no partner")]
    [InlineData("say hello\"", 9, "quotation mark has no partner")]
    [InlineData("a \"\"", 2, "nothing between these quotation marks")]
    [InlineData("a (b", 2, "never closed")]
    [InlineData("a )", 2, "closes nothing")]
    [InlineData("a ()", 2, "nothing between these parentheses")]
    [InlineData("(((((((((a)))))))))", 8, "at most 8 deep")]
    [InlineData("a OR", 2, "“OR” has nothing on one side")]
    [InlineData("a NOT", 2, "“NOT” has nothing to leave out")]
    [InlineData("a speaker:", 2, "“speaker” has no word after it")]
    [InlineData("speaker:(topic:a b)", 9, "“topic” is inside another field")]
    [InlineData("colour:red", 0, "no field “colour”")]
    [InlineData("a kind:speech", 2, "“kind” takes talk, keynote")]
    [InlineData("a*", 1, "star needs two letters")]
    [InlineData("grep -r", 5, "option of a program")]
    [InlineData("-a1 -b2", 0, "only leaves words out")]
    public void What_is_odd_is_noted_with_its_place(string typed, int position, string message)
    {
        var note = Assert.Single(QueryReader.Read(typed).Notes);

        Assert.Equal(position, note.Position);
        Assert.Contains(message, note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("std::vector http://x.example re:Invent 10:30 foo: C:\\x mailto:a@b.example")]
    [InlineData("don't ’tis rock 'n' roll")]
    [InlineData("--flag -> a-b - x")]
    [InlineData("celery -sqlalchemy OR -\"b c\" speaker:x kind:talk")]
    [InlineData("print(\"x\") foo() :-)")]
    public void Ordinary_text_gets_no_notes(string typed) =>
        Assert.DoesNotContain(QueryReader.Read(typed).Notes, note => !typed.Contains("mailto", StringComparison.Ordinal));

    [Fact]
    public void Words_past_the_limit_are_left_out_with_a_note()
    {
        var typed = string.Join(' ', Enumerable.Range(10, 63)) + " OR \"aa bb cc\" dd";

        var query = QueryReader.Read(typed);

        Assert.EndsWith(", (72 or \"aa\")", QueryTree.Of(query), StringComparison.Ordinal);
        Assert.Equal(typed.IndexOf('"', StringComparison.Ordinal), Assert.Single(query.Notes).Position);
        Assert.False(query.LastWordUnfinished);
    }

    [Fact]
    public void Characters_past_the_limit_are_left_out_with_the_word_they_belong_to()
    {
        var query = QueryReader.Read(new string('a', 500) + " " + new string('b', 100));

        Assert.Equal(new string('a', 500), QueryTree.Of(query));
        Assert.Equal(500, Assert.Single(query.Notes).Position);
    }

    [Fact]
    public void A_pair_of_surrogates_is_never_cut_by_the_limit()
    {
        var query = QueryReader.Read(new string('a', 511) + "😀");

        Assert.Equal(new string('a', 511), QueryTree.Of(query));
    }

    [Fact]
    public void Fifty_thousand_parentheses_are_nothing_special()
    {
        var (query, cost) = ThreadCost.Of(() => QueryReader.Read(new string('(', 50_000) + "a" + new string(')', 50_000)));

        Assert.Empty(query.Root.Clauses);
        Assert.InRange(cost, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Clauses_know_where_they_were_typed()
    {
        var clauses = QueryReader.Read("  redis -“job queue” speaker:wal*").Root.Clauses;

        Assert.Equal([(2, 5), (8, 12), (21, 12)], clauses.Select(clause => (clause.Position, clause.Length)));
    }
}
