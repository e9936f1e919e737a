using SearchNotes.OpenSearch;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>nginx in front of a node: encryption, certificates and passwords.</summary>
[Collection(nameof(OneNode))]
public sealed class ClusterTlsTests(OneNode node) : IDisposable
{
    private const string Password = "a password for tests";

    private readonly string corpus = Directory.CreateTempSubdirectory("searchnotes-corpus-").FullName;
    // Workers of nginx have another user, so it is not a file that only we may read.
    private readonly string passwords = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly TestCertificate own = new("localhost");
    private readonly TestCertificate foreign = new("elsewhere.example");
    private readonly int port = Nginx.FreePort();

    public static bool HasNginx => Nginx.Program is not null;

    public void Dispose()
    {
        Directory.Delete(corpus, recursive: true);
        File.Delete(passwords);
        own.Dispose();
        foreign.Dispose();
    }

    [Fact(Skip = "There is no nginx here: apt-get install nginx-light.", SkipUnless = nameof(HasNginx))]
    public async Task The_index_is_written_and_searched_through_tls_with_a_password()
    {
        var options = node.Options() with { Urls = [$"https://localhost:{port}"], AuthorityFile = own.Authority, User = "ada", Password = Password };
        using var nginx = await StartAsync(own);
        SamplePosts.Write(corpus);
        var engine = new OpenSearchEngine(options, TimeProvider.System);

        engine.Reindexer(new Corpus(new CorpusOptions { Root = corpus }), TimeProvider.System).Run();

        using var searcher = engine.Open();
        Assert.NotEqual(0, searcher.Search(new SearchRequest { Query = "queues", Budget = RunningService.LongBudget }).Total);
    }

    [Fact(Skip = "There is no nginx here: apt-get install nginx-light.", SkipUnless = nameof(HasNginx))]
    public async Task A_wrong_password_is_refused_and_not_repeated()
    {
        var options = node.Options() with { Urls = [$"https://localhost:{port}"], AuthorityFile = own.Authority, User = "ada", Password = "a wrong one" };
        using var nginx = await StartAsync(own);

        var refused = Assert.Throws<SearchNotesException>(() => new OpenSearchEngine(options, TimeProvider.System).Open());

        Assert.Equal(Fault.Settings, refused.Fault);
        Assert.Contains("opensearch_password_file", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a wrong one", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory(Skip = "There is no nginx here: apt-get install nginx-light.", SkipUnless = nameof(HasNginx))]
    [InlineData(true, false)] // The right certificate, of an authority that nobody named.
    [InlineData(false, true)] // The certificate of another host, of an authority that is trusted.
    public async Task An_untrusted_certificate_gets_no_password(bool isOwn, bool isNamed)
    {
        var certificate = isOwn ? own : foreign;
        var options = node.Options() with
        {
            Urls = [$"https://localhost:{port}"],
            AuthorityFile = isNamed ? certificate.Authority : null,
            User = "ada",
            Password = Password,
        };
        using var nginx = await StartAsync(certificate);

        var refused = Assert.Throws<SearchNotesException>(() => new OpenSearchEngine(options, TimeProvider.System).Open());

        Assert.Equal(Fault.Unreachable, refused.Fault);
        Assert.Contains("opensearch_ca", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", refused.Message, StringComparison.Ordinal);
    }

    private Task<Nginx> StartAsync(TestCertificate certificate)
    {
        File.WriteAllText(passwords, $"ada:{{PLAIN}}{Password}\n");
        return Nginx.StartAsync(Nginx.FreePort(), $$"""
            listen 127.0.0.1:{{port}} ssl;
            ssl_certificate {{certificate.Certificate}};
            ssl_certificate_key {{certificate.Key}};
            client_max_body_size 100m;
            location = / { return 200 "ready"; }
            location ~ . { proxy_pass {{node.Cluster.Urls[0]}}; auth_basic "cluster"; auth_basic_user_file {{passwords}}; }
            location / { return 200 "nothing"; }
            """);
    }
}
