using SearchNotes.OpenSearch;
using Xunit;

namespace SearchNotes.Tests.OpenSearch;

public sealed class ClusterOptionsTests
{
    private const string Password = "hunter2-long";

    [Theory]
    [InlineData("http://127.0.0.1:9200")]
    [InlineData("http://localhost:9200")]
    [InlineData("https://search.example:9200")]
    public void A_password_is_sent_encrypted_or_to_this_machine(string url) => Options(url).Check();

    [Fact]
    public void A_password_is_not_sent_unencrypted_to_another_machine() =>
        Assert.Contains("https", Refused(Options("http://search.example:9200")), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://ada:hunter2-long@search.example")]
    [InlineData("http://hunter2-long@localhost:9200")]
    [InlineData("ftp://search.example")]
    [InlineData("search.example:9200/hunter2-long@x")]
    [InlineData("")]
    public void An_address_is_http_without_a_name_and_is_not_repeated(string url)
    {
        var message = Refused(Options(url));

        Assert.Contains("opensearch_url", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Search")]
    [InlineData("a*")]
    [InlineData("a,b")]
    [InlineData("../a")]
    public void A_prefix_is_a_plain_name(string prefix) =>
        Assert.Contains("opensearch_prefix", Refused(Options("https://search.example") with { Prefix = prefix }), StringComparison.Ordinal);

    [Fact]
    public void Name_and_password_belong_together() =>
        Assert.Contains("opensearch_user", Refused(Options("https://search.example") with { User = null }), StringComparison.Ordinal);

    [Fact]
    public void The_text_of_the_settings_shows_no_password() =>
        Assert.DoesNotContain(Password, Options("https://search.example").ToString(), StringComparison.Ordinal);

    private static ClusterOptions Options(string url) => new() { Urls = [url], User = "ada", Password = Password };

    private static string Refused(ClusterOptions options)
    {
        var refused = Assert.Throws<SearchNotesException>(options.Check);
        Assert.Equal(Fault.Settings, refused.Fault);
        return refused.Message;
    }
}
