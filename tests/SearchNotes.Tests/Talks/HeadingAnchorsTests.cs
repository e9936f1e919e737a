using CsCheck;
using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class HeadingAnchorsTests
{
    private static IEnumerable<string?> Make(AnchorStyle style, params string[] sources) =>
        HeadingAnchors.Make(style, [.. sources.Select(source => new HeadingSource(source))]);

    [Theory]
    [InlineData("Andy Todd on py.test", "andy-todd-on-py.test", "andy-todd-on-pytest", "andy-todd-on-py-test", "Andy-Todd-on-py-test")]
    [InlineData("David Lutz on Devops, Dungeons & Dragons", "david-lutz-on-devops-dungeons-dragons",
        "david-lutz-on-devops-dungeons--dragons", "david-lutz-on-devops-dungeons-dragons", "David-Lutz-on-Devops-Dungeons-Dragons")]
    [InlineData("Tim Docker - ADL an Actor", "tim-docker---adl-an-actor", "tim-docker---adl-an-actor", "tim-docker-adl-an-actor",
        "Tim-Docker-ADL-an-Actor")]
    [InlineData("[The Mess We're In](https://example.org/a) _by Joe Armstrong_", "the-mess-were-in-by-joe-armstrong",
        "the-mess-were-in-by-joe-armstrong", "the-mess-were-in-by-joe-armstrong", "The-Mess-We-re-In-by-Joe-Armstrong")]
    [InlineData("La légende d'Ecran", "la-légende-decran", "la-légende-decran", "la-l-gende-decran", "La-legende-d-Ecran")]
    [InlineData("私にとってのテスト &#8211; @t_wada", "私にとってのテスト-t_wada", "私にとってのテスト--t_wada", "t_wada", "私にとってのテスト-–-t-wada")]
    [InlineData("???", "section", null, "part-b87c742", null)]
    [InlineData("24 plugins in C# & F#", "plugins-in-c-f", "24-plugins-in-c--f", "24-plugins-in-c-f", "24-plugins-in-C-F")]
    public void Each_engine_has_its_own_rule(string source, string pandoc, string? github, string redcarpet, string? hexo)
    {
        Assert.Equal([pandoc], Make(AnchorStyle.Pandoc, source));
        Assert.Equal([github], Make(AnchorStyle.GitHub, source));
        Assert.Equal([github], Make(AnchorStyle.KramdownGfm, source));
        Assert.Equal([redcarpet], Make(AnchorStyle.Redcarpet, source));
        Assert.Equal([hexo], Make(AnchorStyle.Hexo, source));
    }

    [Theory]
    [InlineData("Di on [linked](https://example.org/x) things", "di-on-linkedhttpsexampleorgx-things", "di-on-linked-things", null)]
    [InlineData("![a picture](x.png) and `code()`", "a-picturexpng-and-code", "a-picture-and-code", null)]
    [InlineData("Plain words, C++ & F#", "plain-words-c--f", "plain-words-c--f", "plain-words-c--f")]
    [InlineData("A -- B", "a----b", "a--b", null)]
    [InlineData("{{ .Title }} and more", null, null, null)]
    public void Hugo_has_another_rule_since_version_0_144(string source, string? before, string? since, string? any)
    {
        Assert.Equal([before], Make(AnchorStyle.Hugo, source));
        Assert.Equal([since], Make(AnchorStyle.HugoText, source));
        Assert.Equal([any], Make(AnchorStyle.HugoAnyVersion, source));
    }

    [Theory]
    [InlineData("Introducing Gearman -- Distributed ... server", "introducing-gearman-distributed-server",
        "introducing-gearman----distributed--server", "introducing-gearman--distributed--server")]
    [InlineData("`a -- b` in code", "a----b-in-code", "a----b-in-code", "a----b-in-code")]
    [InlineData("snake_case, _emphasis_ and __init__", "snake_case-emphasis-and-init", "snake_case-emphasis-and-init",
        "snake_case-emphasis-and-init")]
    [InlineData("Two  spaces and\u00A0one that does not break", "two-spaces-and-one-that-does-not-break",
        "two--spaces-andone-that-does-not-break", "two--spaces-andone-that-does-not-break")]
    [InlineData("Before ![a picture](p.png) after", "before-a-picture-after", "before--after", "before--after")]
    [InlineData("[Jane][j] and [brackets]", "jane-and-brackets", "jane-and-brackets", "jane-and-brackets")]
    [InlineData("Rails <3, Map<K, V> and <em>more</em>", "rails-3-mapk-v-and-more", "rails-3-mapk-v-and-more", "rails-3-mapk-v-and-more")]
    [InlineData("Fiat <-> Bitcoin", "fiat---bitcoin", "fiat---bitcoin", "fiat---bitcoin")]
    [InlineData("[Jane](http://x){:target=\"_blank\"} on X", "janetarget_blank-on-x", "janetarget_blank-on-x", "jane-on-x")]
    [InlineData("1)\tDon\u2019t wait", "dont-wait", "1dont-wait", "1-dont-wait")]
    [InlineData("Title {#own}", "own", "title-own", "own")]
    [InlineData("Title {.wide}", "title", "title-wide", "title-wide")]
    [InlineData("[Title]{#span .wide}", "title", "titlespan-wide", "titlespan-wide")]
    public void Pandoc_GitHub_and_kramdown_differ_in_details(string source, string pandoc, string gitHub, string kramdownGfm)
    {
        Assert.Equal([pandoc], Make(AnchorStyle.Pandoc, source));
        Assert.Equal([gitHub], Make(AnchorStyle.GitHub, source));
        Assert.Equal([kramdownGfm], Make(AnchorStyle.KramdownGfm, source));
    }

    [Theory]
    [InlineData("24 plugins in C# & F#", "plugins-in-c--f", "24-plugins-in-c--f", "24-plugins-in-c--f", "24-plugins-in-c-f")]
    [InlineData("[Mess](https://x.org/a) _by Joe_", "messhttpsxorga-by-joe", "messhttpsxorga-_by-joe_", "messhttpsxorga-_by-joe_",
        "mess-https-x-org-a-by-joe")]
    [InlineData("La légende Øst", "la-lgende-st", "la-légende-øst", "la-legende-st", "la-légende-øst")]
    [InlineData("Two &#8211; more", "two-8211-more", "two-8211-more", "two-8211-more", "two-8211-more")]
    [InlineData("私にとって", "section", "私にとって", "heading", "私にとって")]
    [InlineData("???", "section", "heading", "heading", "heading")]
    [InlineData("Title {#own}", "own", "own", "own", "own")]
    [InlineData("Title {id=own .wide}", "title-idown-wide", "own", "own", "own")]
    public void Kramdown_and_Hugo_work_on_the_source(string source, string kramdown, string hugo, string hugoAscii, string blackfriday)
    {
        Assert.Equal([kramdown], Make(AnchorStyle.Kramdown, source));
        Assert.Equal([hugo], Make(AnchorStyle.Hugo, source));
        Assert.Equal([hugoAscii], Make(AnchorStyle.HugoAscii, source));
        Assert.Equal([blackfriday], Make(AnchorStyle.HugoBlackfriday, source));
    }

    [Theory]
    [InlineData("method_a and method_b", "methoda-and-methodb")]
    [InlineData("t_wada alone", "t_wada-alone")]
    [InlineData("Océane & Co", "oc-ane-co")]
    [InlineData("**결론**", "part-9e3679b7fc7f0d9a")]
    [InlineData("設計 &#8211; 座標系", "part-b12b714aab197e8c")]
    [InlineData("[众成技术聚乐部](http://happytechgroup.github.io/)", null)]
    public void Redcarpet_looks_at_the_finished_html(string source, string? id) => Assert.Equal([id], Make(AnchorStyle.Redcarpet, source));

    [Theory]
    [InlineData("Łódź ÆØ Œuvre", "Lodz-AEO-OEuvre")]
    [InlineData("`Optional<T>` in use", "Optional-in-use")]
    [InlineData("__init__ and t_wada", "init-and-t-wada")]
    public void Hexo_keeps_case_and_folds_accents(string source, string id) => Assert.Equal([id], Make(AnchorStyle.Hexo, source));

    [Theory]
    [InlineData(AnchorStyle.Pandoc, "qa|qa-1|qa-1-1|qa-2")]
    [InlineData(AnchorStyle.GitHub, "qa|qa-1|qa-1-1|qa-2")]
    [InlineData(AnchorStyle.Hugo, "qa|qa-1|qa-1-1|qa-2")]
    [InlineData(AnchorStyle.KramdownGfm, "qa|qa-1|qa-1|qa-2")]
    [InlineData(AnchorStyle.Kramdown, "qa|qa-1|qa-1|qa-2")]
    [InlineData(AnchorStyle.Redcarpet, "qa|qa|qa-1|qa")]
    public void Repeats_are_counted_over_the_page_as_each_engine_does(AnchorStyle style, string expected) =>
        Assert.Equal(expected, string.Join('|', Make(style, "Q&A", "Q&A", "Q&A-1", "Q&A")));

    [Theory]
    [InlineData(AnchorStyle.Pandoc, "dont-panic-24-plugins-in-c-f")]
    [InlineData(AnchorStyle.GitHub, "dont-panic-24-plugins-in-c--f")]
    [InlineData(AnchorStyle.KramdownGfm, "dont-panic-24-plugins-in-c--f")]
    [InlineData(AnchorStyle.Kramdown, "dont-panic-24-plugins-in-c--f")]
    [InlineData(AnchorStyle.Hugo, "dont-panic-24-plugins-in-c--f")]
    [InlineData(AnchorStyle.HugoAscii, "dont-panic-24-plugins-in-c--f")]
    [InlineData(AnchorStyle.HugoBlackfriday, "don-t-panic-24-plugins-in-c-f")]
    [InlineData(AnchorStyle.Redcarpet, "dont-panic-24-plugins-in-c-f")]
    [InlineData(AnchorStyle.Hexo, "Don-t-panic-24-plugins-in-C-F")]
    public void The_page_about_links_shows_the_id_of_each_engine(AnchorStyle style, string id) =>
        Assert.Equal([id], Make(style, "Don't panic: 24 plugins in C# & F#"));

    [Fact]
    public void An_id_that_the_author_gave_wins()
    {
        HeadingSource[] headings = [new("Talk", ExplicitId: "given"), new("Given"), new("Talk")];

        Assert.Equal(["given", "given-1", "talk"], HeadingAnchors.Make(AnchorStyle.Pandoc, headings));
        Assert.Equal(["given", "given", "talk"], HeadingAnchors.Make(AnchorStyle.KramdownGfm, headings));
        Assert.Equal(["given", null, null], HeadingAnchors.Make(AnchorStyle.Unknown, headings));
    }

    [Fact]
    public void Only_some_engines_give_an_id_to_what_is_hardly_a_heading()
    {
        HeadingSource[] headings = [new("In HTML", Form: HeadingForm.Html), new("Todd Parker", Form: HeadingForm.WithoutSpace)];

        Assert.Equal(["in-html", null], HeadingAnchors.Make(AnchorStyle.GitHub, headings));
        Assert.Equal([null, "todd-parker"], HeadingAnchors.Make(AnchorStyle.Redcarpet, headings));
        Assert.Equal([null, null], HeadingAnchors.Make(AnchorStyle.Pandoc, headings));
    }

    [Fact]
    public void Any_heading_gets_an_id_or_none()
    {
        var sources = Gen.OneOf(Gen.String, Gen.Char["ab _*[](){}<>`~!&#;:-\\é日\uD83D"].Array[0, 40].Select(c => new string(c)));

        sources.Array[0, 5].Sample(s =>
        {
            foreach (var style in Enum.GetValues<AnchorStyle>())
                Assert.All(Make(style, s), id => Assert.NotEqual("", id));
        });
    }

    [Fact]
    public void A_heading_as_long_as_a_page_costs_nothing_and_gets_no_id() =>
        Assert.All(Enum.GetValues<AnchorStyle>(), style => Assert.Equal([null], Make(style, new string('[', 500_000))));
}
