using SearchNotes.Indexing.Analysis;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Indexing.Analysis;

public sealed class TextTokensTests
{
    [Theory]
    [InlineData("plain words, here.", "plain@0 words@1 here@2")]
    [InlineData("don't", "dont@0")]
    [InlineData("don’t do this", "dont@0 do@1 this@2")]
    [InlineData("Python's strange corners", "python@0 strange@1 corners@2")]
    [InlineData("l'outil qui", "loutil@0 l@0 outil@1 qui@2")]
    [InlineData("real-time systems", "realtime@0 real@0 time@1 systems@2")]
    [InlineData("q.enqueue works", "q.enqueue@0 q@0 enqueue@1 works@2")]
    [InlineData("the __code__ object", "the@0 __code__@1 code@1 object@2")]
    [InlineData("sys._getframe", "sys._getframe@0 sys@0 getframe@1")]
    [InlineData("the %px magic", "the@0 %px@1 px@1 magic@2")]
    [InlineData("50% of it, 5% more", "50%@0 50@0 of@1 it@2 5%@3 5@3 more@4")]
    [InlineData("20%off, 2^3%4", "20@0 off@1 2@2 3@3 4@4")]
    [InlineData("AT&T, R&D", "at&t@0 at@0 t@1 r&d@2 r@2 d@3")]
    [InlineData("TCP/IP or A/B-Test", "tcp/ip@0 tcp@0 ip@1 or@2 a/b@3 a@3 btest@4 b@4 test@5")]
    [InlineData("in src/a/b.js and /etc/hosts", "in@0 src@1 a@2 b.js@3 b@3 js@4 and@5 etc/hosts@6 etc@6 hosts@7")]
    [InlineData("?a=1&b=2 x && y", "a@0 1@1 b@2 2@3 x@4 &&@5 y@5")]
    [InlineData("in ~/bin and a~/b", "in@0 ~/bin@1 bin@1 and@2 a@3 b@4")]
    [InlineData("#!/bin/sh and #!", "#!@0 bin/sh@0 bin@0 sh@1 and@2 #!@3")]
    [InlineData("C++ and C# on .NET.", "c++@0 and@1 c#@2 on@3 .net@4 net@4")]
    [InlineData("std::vector", "std::vector@0 std@0 vector@1")]
    [InlineData("run --conf-path now", "run@0 --confpath@1 conf@1 path@2 now@3")]
    [InlineData("Müller", "muller@0 mueller@0")]
    [InlineData("Cafe\u0301 Łódź", "cafe@0 lodz@1")]
    [InlineData("形態素解析", "形态@0 态素@1 素解@2 解析@3")]
    [InlineData("Python の話", "python@0 の话@1")]
    [InlineData("LinearSVC in prose", "linearsvc@0 in@1 prose@2")]
    [InlineData("at 16:9, 10:30", "at@0 16:9@1 16@1 9@2 10:30@3 10@3 30@4")]
    [InlineData("see a:b", "see@0 a@1 b@2")]
    [InlineData("log4j 2.14.1", "log4j@0 2.14.1@1 2.14@1 2@1 14@2 1@3")]
    [InlineData("v1.30 and 3.10", "v1.30@0 1.30@0 v1@0 30@1 and@2 3.10@3 3@3 10@4")]
    [InlineData("v1.2.3-rc.1", "v1.2.3rc.1@0 1.2@0 1.2.3@0 1.2.3rc.1@0 v1@0 2@1 3@2 rc@3 1@4")]
    [InlineData("𝐇𝐞𝐥𝐥𝐨 ℋ𝑒𝑙𝑙𝑜 𝟒𝟐, ℝ", "hello@0 hello@1 42@2 r@3")]
    [InlineData("𝑊ℎ𝑎𝑡 𝛼𝜷", "what@0 αβ@1")]
    [InlineData("go1.21.5 or jdk-17.0.2", "go1.21.5@0 1.21@0 1.21.5@0 go1@0 21@1 5@2 or@3 jdk17.0.2@4 jdk@4 17.0@5 17.0.2@5 17@5 0@6 2@7")]
    [InlineData("log4j-2.14.1.jar", "log4j2.14.1.jar@0 log4j@0 2.14@1 2.14.1@1 2.14.1.jar@1 2@1 14@2 1@3 jar@4")]
    [InlineData("1.x and 192.168.0.1", "1.x@0 1@0 x@1 and@2 192.168.0.1@3 192.168@3 192.168.0@3 192@3 168@4 0@5 1@6")]
    [InlineData("§ 3, 5 ‰", "§@0 3@0 5@1 ‰@2")]
    [InlineData("C++17", "c++17@0 c++@0 17@1")]
    [InlineData("a -> b :: c", "a@0 ->@1 b@1 ::@2 c@2")]
    [InlineData("wait... what?! -- yes", "wait@0 what@1 yes@2")]
    [InlineData("🚀 up, 5 €", "🚀@0 up@0 5@1 €@2")]
    [InlineData("👍🏽 👩‍💻", "👍🏽@0 👍@0 👩💻@0 👩@0")]
    [InlineData("", "")]
    public void Prose_becomes(string text, string expected) => Assert.Equal(expected, Write(text, isCode: false));

    [Theory]
    [InlineData("clf = LinearSVC()", "clf@0 linearsvc@1 linear@1 svc@2")]
    [InlineData("HTTPServer", "httpserver@0 http@0 server@1")]
    [InlineData("a -> b", "a@0 ->@1 b@1")]
    [InlineData("#!/bin/sh", "#!@0 bin/sh@0 bin@0 sh@1")]
    [InlineData("x >>= f", "x@0 >>=@1 f@1")]
    [InlineData("------", "")]
    [InlineData("@property", "@property@0 property@0")]
    public void Code_becomes(string text, string expected) => Assert.Equal(expected, Write(text, isCode: true));

    [Fact]
    public void Inline_code_in_prose_is_read_as_code()
    {
        var tokens = new List<Token>();

        new TextTokens().Read("PyCon uses LinearSVC here", isCode: false, [new TextRange(11, 9)], tokens);

        Assert.Equal("pycon@0 uses@1 linearsvc@2 linear@2 svc@3 here@4", Write(tokens));
    }

    [Fact]
    public void A_word_ends_where_code_begins()
    {
        var tokens = new List<Token>();

        new TextTokens().Read("celltui and tuis", isCode: false, [new TextRange(4, 3), new TextRange(12, 3)], tokens);

        Assert.Equal("cell@0 tui@1 and@2 tui@3 s@4", Write(tokens));
    }

    [Fact]
    public void Tokens_say_where_they_stand()
    {
        var tokens = new List<Token>();

        new TextTokens().Read("Ask Murray's team about q.enqueue", isCode: false, [], tokens);

        Assert.Equal((4, 10), (tokens[1].Start, tokens[1].End));
        Assert.Equal((24, 33), (tokens[4].Start, tokens[4].End));
    }

    [Fact]
    public void Any_text_gives_tokens_inside_it_in_order()
    {
        CsCheck.Check.Sample(CsCheck.Gen.String, text =>
        {
            var tokens = new List<Token>();
            new TextTokens().Read(text, isCode: text.Length % 2 == 0, [], tokens);
            Assert.All(tokens, t => Assert.True(t.Start >= 0 && t.Start < t.End && t.End <= text.Length && t.Term.Length > 0));
            Assert.Equal(tokens.Select(t => t.Position).Order(), tokens.Select(t => t.Position));
        });
    }

    private static string Write(string text, bool isCode)
    {
        var tokens = new List<Token>();
        new TextTokens().Read(text, isCode, [], tokens);
        return Write(tokens);
    }

    private static string Write(List<Token> tokens) => string.Join(' ', tokens.Select(t => $"{t.Term}@{t.Position}"));
}
