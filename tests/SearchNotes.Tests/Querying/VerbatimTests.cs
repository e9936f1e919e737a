using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

/// <summary>What stands in the notes verbatim is found, whatever signs it has, and a query of signs never finds everything.</summary>
public sealed class VerbatimTests
{
    private static SampleIndex Notes() => SampleIndex.Of(
        Talk("Screens", "Ada Muster", ["Ratio 16:9 at 10:30, see example.org/foo/bar, in C:\\Windows\\System32 and /etc/hosts."]),
        Talk("Numbers", "Bo Beispiel", ["at 10 or 16 or 30 or 9, windows in an org, foo"]),
        Talk("Versions", "Cy Test", ["log4j 2.14.1 and v1.30 at 192.168.0.1, C++17, node.js 18, real-time things, user@example.net"]),
        Talk("Old versions", "Di Probe", ["log4j 1.2, python 3.10, 2, 14"]),
        Talk("🚀 launches", "Ed Muster", ["`::` and -> in it, 5 € for user?.name"]),
        Talk("C for beginners", "Flo Muster", ["A language."]),
        Talk("C++ templates", "Gus Muster", ["Another language, and c'est la vie."]),
        Talk("Limits of images", "Kai Muster", ["Lists, lights, limits: a lot of them, and dactyls in dictionaries."]),
        Talk("Dactyls", "Leo Muster", ["Dactyls and dactyls."]),
        Talk("Le syndrome de l'imposteur", "Mia Muster", ["Un mot."]),
        Talk("Fils d'actualités", "Nia Muster", ["Un mot."]),
        Talk("C# records", "Hal Muster", ["```js\nlet x = 1"]),
        Talk("Compilers", "Pia Muster", ["Paragraphs in § 3 of go1.21.5 and jdk-17.0.2.", "```sh\ngcc -Wall -Wextra a.c"]),
        Talk("Walls of gcc", "Qi Muster", ["The gcc wall, a wextra wall, styles of gcc."]),
        Talk("Null", "Ria Muster", ["```ts\na ?? b?.c !! d ... e"]),
        Talk("Styles", "Ida Muster", ["Use :focus-visible and ::before, -Wall or -O2, #include and --strict."]),
        Talk("Focus before the wall", "Jo Muster", ["The focus is visible, strict walls fall, o2 and includes, include it."]));

    [Theory]
    [InlineData("16:9", "Screens")]
    [InlineData("10:30", "Screens")]
    [InlineData("example.org/foo", "Screens")]
    [InlineData("example.org/fo", "Screens")]
    [InlineData("C:\\Windows", "Screens")]
    [InlineData("/etc/hosts", "Screens")]
    [InlineData("log4j 2.14", "Versions")]
    [InlineData("1.30", "Versions")]
    [InlineData("192.168", "Versions")]
    [InlineData("node.j", "Versions")]
    [InlineData("real-t", "Versions")]
    [InlineData("c++1", "Versions")]
    [InlineData("l'i", "Le syndrome de l'imposteur")]
    [InlineData("l’im", "Le syndrome de l'imposteur")]
    [InlineData("d'ac", "Fils d'actualités")]
    [InlineData("user@exam", "Versions")]
    [InlineData("user@example.net", "Versions")]
    [InlineData("🚀", "🚀 launches")]
    [InlineData("::", "🚀 launches")]
    [InlineData("->", "🚀 launches")]
    [InlineData("€", "🚀 launches")]
    [InlineData("user?.name", "🚀 launches")]
    [InlineData("C", "C for beginners")]
    [InlineData("topic:C", "C for beginners")]
    [InlineData("C++", "C++ templates")]
    [InlineData("C#", "C# records")]
    [InlineData(":focus-visible", "Styles")]
    [InlineData(":focus", "Styles")]
    [InlineData("::before", "Styles")]
    [InlineData("-Wall", "Compilers")]
    [InlineData("-Wal", "Compilers")]
    [InlineData("-O2", "Styles")]
    [InlineData("#include", "Styles")]
    [InlineData("#incl", "Styles")]
    [InlineData("--strict", "Styles")]
    [InlineData("gcc -Wall", "Compilers")]
    [InlineData("gcc -Wall -Wextra", "Compilers")]
    [InlineData("-Wall -Wextra", "Compilers")]
    [InlineData("gcc -Wall -python", "Compilers")]
    [InlineData("1.21", "Compilers")]
    [InlineData("17.0.2", "Compilers")]
    [InlineData("jdk 17.0", "Compilers")]
    [InlineData("§", "Compilers")]
    [InlineData("??", "Null")]
    [InlineData("?.", "Null")]
    [InlineData("!!", "Null")]
    [InlineData("...", "Null")]
    [InlineData("#wall", "Walls of gcc")]
    [InlineData(":walls", "Walls of gcc")]
    public void The_talk_that_holds_it_comes_first(string query, string topic)
    {
        using var index = Notes();

        var result = index.Search(query);

        Assert.Equal(topic, result.Hits[0].Talk.Talk.Topic);
        Assert.False(result.NearOnly);
        Assert.Empty(result.Absent);
    }

    [Theory]
    [InlineData("-Wall", "“-Wall” is in the notes and is searched for as written; NOT Wall leaves the word out.", 2)]
    [InlineData("-python", "This query only leaves words out; everything else is shown.", 16)]
    [InlineData("NOT Wall", "This query only leaves words out; everything else is shown.", 13)]
    [InlineData("python -Wall", "“-Wall” is in the notes and is searched for as written; NOT Wall leaves the word out.", 3)]
    public void A_word_with_a_hyphen_is_an_option_where_the_notes_have_it(string query, string note, int total)
    {
        using var index = Notes();

        var result = index.Search(query);

        Assert.Equal(note, Assert.Single(result.Notes).Message);
        Assert.Equal(total, result.Total);
    }

    [Theory]
    [InlineData("3.1")]
    [InlineData("🎷")]
    [InlineData("=>")]
    [InlineData("%")]
    [InlineData("~")]
    [InlineData("???")]
    [InlineData("..")]
    [InlineData("()")]
    [InlineData("\"")]
    [InlineData("«»")]
    [InlineData("*")]
    [InlineData("/")]
    [InlineData("。")]
    [InlineData("数据库")]
    [InlineData("ฐานข้อมูล")]
    [InlineData("データ")]
    [InlineData("книга")]
    [InlineData("كتاب")]
    [InlineData("한국")]
    [InlineData("७८")]
    [InlineData("text:zzqx")]
    public void What_stands_nowhere_is_said_to(string query)
    {
        using var index = Notes();

        var result = index.Search(query);

        Assert.True(result.Total == 0 || result.NearOnly);
        Assert.Equal([query], result.Absent);
    }

    [Theory]
    [InlineData("Die Benutzeroberfläche ist neu.", "oberfläche")]
    [InlineData("De gebruikersinterface is nieuw.", "interface")]
    [InlineData("Brukergrensesnittet er nytt, og søkemotoren rask.", "motoren")]
    public void The_later_part_of_a_compound_finds_it_when_nothing_better_is_there(string notes, string query)
    {
        using var index = SampleIndex.Of(Talk("A", "Ada Muster", [notes]), Talk("B", "Bo Beispiel", ["Nothing."]));

        var result = index.Search(query);

        Assert.Equal("A", Assert.Single(result.Hits).Talk.Talk.Topic);
        Assert.Empty(result.Absent);
    }

    [Theory]
    [InlineData("Dvořák plays", "dvorakk", "Dvořák")]
    [InlineData("Straßenbahn here", "straßenbahhn", "Straßenbahn")]
    [InlineData("Databases here", "databbases", "databases")]
    [InlineData("Łódź here", "lodzz", "Łódź")]
    [InlineData("Crème brûlée", "bruleee", "brûlée")]
    [InlineData("naïveté here", "naivetee", "naïveté")]
    [InlineData("Øresundsbron here", "oresundsbronn", "Øresundsbron")]
    [InlineData("Η Αθήνα εδώ", "αθηναα", "Αθήνα")]
    [InlineData("Всё ещё здесь", "здессь", "здесь")]
    [InlineData("Jalapeño and Señor", "jalapenno", "Jalapeño")]
    public void A_correction_is_spelled_as_in_the_notes(string notes, string query, string expected)
    {
        using var index = SampleIndex.Of(Talk("A", "Ada Muster", [notes]));

        Assert.Equal(expected, Assert.Single(index.Search(query).Corrections).To);
    }

    [Theory]
    [InlineData("50%", "It grew by 50% in a year.", "It grew by 50 in a year, 50 times.")]
    [InlineData("5%", "It grew by 5% in a year.", "It grew by 5 in a year, 5 times.")]
    [InlineData("AT&T", "A network of AT&T here.", "Look at t, at t here.")]
    [InlineData("R&D", "Money for R&D here.", "Written in R, D and r d here.")]
    [InlineData("TCP/IP", "We use TCP/IP here.", "We use TCP, IP and TCP IP here.")]
    [InlineData("tcp/ip", "We use TCP/IP here.", "We use TCP, IP and TCP IP here.")]
    [InlineData("24/7", "Open 24/7 for us.", "At 24, 7 and 24 7 for us.")]
    [InlineData("~/bin", "Put it into ~/bin today.", "Put it into the bin today, bin it.")]
    [InlineData("/etc/hosts", "Edit /etc/hosts now.", "Hosts, etc. and etc hosts now.")]
    [InlineData("#!", "Begin with #!/bin/sh always.", "Begin with a bin, sh!")]
    [InlineData("#!/bin/sh", "Begin with #!/bin/sh always.", "Begin with bin sh, bin sh.")]
    [InlineData("C++", "We use C++ here.", "We use C, C and c here.")]
    [InlineData("Q&A", "Then Q&A for all.", "Then q, a and q a for all.")]
    [InlineData("100%", "It is 100% done.", "It is 100 done, 100.")]
    [InlineData("99.9%", "It is up 99.9% of the time.", "It is up 99.9 of the time, 99.9.")]
    public void The_note_with_the_exact_spelling_comes_before_the_bare_words(string query, string exact, string bare)
    {
        using var index = SampleIndex.Of(Talk("Bare", "Bo Beispiel", [bare]), Talk("Exact", "Ada Muster", [exact]));

        var result = index.Search(query);

        Assert.Equal("Exact", result.Hits[0].Talk.Talk.Topic);
        Assert.False(result.NearOnly);
        Assert.Empty(result.Absent);
    }

    [Theory]
    [InlineData("50%", "50 percent of it")]
    [InlineData("AT&T", "the company AT T")]
    [InlineData("TCP/IP", "we use TCP, IP")]
    [InlineData("src/app", "see src/app/main.js")]
    [InlineData("app/main.js", "see src/app/main.js")]
    [InlineData("/etc/ho", "see /etc/hosts/x")]
    public void Without_the_exact_spelling_the_words_are_found(string query, string notes)
    {
        using var index = SampleIndex.Of(Talk("A", "Ada Muster", [notes]), Talk("B", "Bo Beispiel", ["Nothing."]));

        var result = index.Search(query);

        Assert.Equal("A", Assert.Single(result.Hits).Talk.Talk.Topic);
        Assert.Empty(result.Absent);
    }
}
