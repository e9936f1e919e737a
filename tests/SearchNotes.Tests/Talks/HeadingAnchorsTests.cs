using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class HeadingAnchorsTests
{
    private static IEnumerable<string?> Make(AnchorStyle style, params string[] sources)
        => HeadingAnchors.Make(style, [.. sources.Select(source => new HeadingSource(source))]);

    [Theory]
    [InlineData("Andy Todd on py.test", "andy-todd-on-py.test", "andy-todd-on-pytest", "andy-todd-on-py-test", "Andy-Todd-on-py-test")]
    [InlineData("David Lutz on Devops, Dungeons & Dragons", "david-lutz-on-devops-dungeons-dragons", "david-lutz-on-devops-dungeons--dragons", "david-lutz-on-devops-dungeons-dragons", "David-Lutz-on-Devops-Dungeons-Dragons")]
    [InlineData("Tim Docker - ADL an Actor", "tim-docker---adl-an-actor", "tim-docker---adl-an-actor", "tim-docker-adl-an-actor", "Tim-Docker-ADL-an-Actor")]
    [InlineData("[The Mess We're In](https://example.org/a) _by Joe Armstrong_", "the-mess-were-in-by-joe-armstrong", "the-mess-were-in-by-joe-armstrong", "the-mess-were-in-by-joe-armstrong", "The-Mess-We-re-In-by-Joe-Armstrong")]
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
}
