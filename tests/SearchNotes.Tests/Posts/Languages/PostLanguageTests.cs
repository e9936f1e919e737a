using SearchNotes.Posts.Languages;
using Xunit;

namespace SearchNotes.Tests.Posts.Languages;

public sealed class PostLanguageTests : IDisposable
{
    private const string English =
        "The talk was about what happens when you have to write the same test for all of the services, and why this is not as hard as it may seem to be at first sight. "
        + "There was a question about the cost, which they had not measured, but it will be in their next report.";

    private const string German =
        "Der Vortrag handelte davon, was passiert, wenn man den gleichen Test für alle Dienste schreiben muss, und warum das nicht so schwer ist, wie es auf den ersten Blick scheint. "
        + "Es gab auch eine Frage nach den Kosten, die sie noch nicht gemessen hatten, aber das soll im nächsten Bericht stehen.";

    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(English, "en")]
    [InlineData(German, "de")]
    [InlineData("La présentation était très claire et nous avons vu comment les équipes peuvent écrire les mêmes tests pour tous leurs services, sans y passer des jours.", "fr")]
    [InlineData("La charla trataba de cómo escribir las mismas pruebas para todos los servicios y por qué no es tan difícil como parece a primera vista.", "es")]
    [InlineData("A palestra foi sobre como escrever os mesmos testes para todos os serviços e por que isso não é tão difícil como parece à primeira vista.", "pt")]
    [InlineData("Il discorso era su come scrivere gli stessi test per tutti i servizi e perché non è così difficile come sembra a prima vista.", "it")]
    [InlineData("De lezing ging over hoe je dezelfde test voor alle diensten kunt schrijven en waarom dat niet zo moeilijk is als het op het eerste gezicht lijkt.", "nl")]
    [InlineData("Föredraget handlade om hur man kan skriva samma test för alla tjänster och varför det inte är så svårt som det verkar vid första anblicken.", "sv")]
    [InlineData("Prezentacja była o tym, jak napisać ten sam test dla wszystkich usług oraz dlaczego nie jest to tak trudne, jak się wydaje na pierwszy rzut oka.", "pl")]
    [InlineData("Доклад был о том, как написать один и тот же тест для всех служб и почему это не так трудно, как кажется на первый взгляд.", "ru")]
    [InlineData("テストの話。すべてのサービスで同じ test を書く方法について。", "ja")]
    [InlineData("关于测试的演讲:如何为所有服务编写相同的测试。", "zh")]
    [InlineData("모든 서비스에 같은 테스트를 작성하는 방법에 대한 발표", "ko")]
    [InlineData("Docker, Kubernetes, Prometheus, Grafana.", null)]
    public void A_text_tells_its_language(string text, string? expected) => Assert.Equal(expected, TextLanguage.Of(text).Code);

    [Theory]
    [InlineData("lang: en-US", English, "en", 0)]
    [InlineData("language: Deutsch", "Kurz.", "de", 0)]
    [InlineData("lang: jp", "Short.", "ja", 0)]
    [InlineData("language: go", English, "en", 0)]
    [InlineData("tags: [lang_de]", "Short.", "de", 0)]
    [InlineData("language: en", German, "de", 1)]
    [InlineData("tags: [lang_de]", English, "en", 1)]
    [InlineData("language: nl", "Only a few words.", "nl", 0)]
    [InlineData("title: T", German, "de", 0)]
    public void The_text_overrules_what_the_post_says_only_when_it_is_sure(string key, string text, string expected, int warnings)
    {
        _folder.With("a.md", "---", key, "---", text, "", "    for the code that is not in this and not of the that", "", "```",
            "the the the the the the the", "```");

        var post = _folder.Read();

        Assert.Equal(expected, post.Language);
        Assert.Equal(warnings, post.Warnings.Count);
    }

    [Fact]
    public void A_files_name_may_tell_the_language()
    {
        _folder.With("talk/index.fr.md").With("talk/notes.js.md");

        Assert.Equal("fr", _folder.Read("talk/index.fr.md").Language);
        Assert.Null(_folder.Read("talk/notes.js.md").Language);
    }
}
