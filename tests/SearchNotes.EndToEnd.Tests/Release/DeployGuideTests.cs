using System.Net;
using SearchNotes.Tests.Api;
using SearchNotes.Tests.Cli;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace SearchNotes.Tests.Release;

/// <summary>The configurations of <c>docs/deploy.md</c> run as printed: only names of hosts, ports and folders are replaced. The unit is
/// tried by <c>ServiceManagerTests</c> and <c>build/check-release.sh</c>.</summary>
public sealed class DeployGuideTests : IDisposable
{
    private const string Service = "http://127.0.0.1:5080";

    private readonly CliFolder _folder = new();

    public static bool HasCaddy => Caddy.Program is not null;

    public static bool HasNginx => Nginx.Program is not null;

    public static bool HasShell => File.Exists("/bin/bash");

    [Fact(Skip = "There is no Caddy here: apt-get install caddy.", SkipUnless = nameof(HasCaddy))]
    public async Task Caddy_serves_a_host_of_its_own_and_a_path()
    {
        var (host, blog) = ($"http://127.0.0.1:{Nginx.FreePort()}", $"http://127.0.0.1:{Nginx.FreePort()}");
        await using var own = await ServiceAsync(host);
        await using var below = await ServiceAsync($"{blog}/search");
        var blocks = DeployGuide.Blocks("caddyfile").Single().Split("\n\n");
        using var caddy = await Caddy.StartAsync(
            blocks[0].Replace("notes.example", host, StringComparison.Ordinal).Replace("127.0.0.1:5080", new Uri(own.Address).Authority, StringComparison.Ordinal)
            + "\n" + blocks[1].Replace("blog.example", blog, StringComparison.Ordinal)
                .Replace("127.0.0.1:5080", new Uri(below.Address).Authority, StringComparison.Ordinal));

        await AnswersAsync(own, host);
        await AnswersAsync(below, $"{blog}/search");
        Assert.Equal($"{blog}/search/?q=queues", await RedirectedAsync(own, $"{blog}/search?q=queues"));
    }

    [Fact(Skip = "There is no nginx here: apt-get install nginx-light.", SkipUnless = nameof(HasNginx))]
    public async Task Nginx_serves_a_host_of_its_own()
    {
        var host = $"http://127.0.0.1:{Nginx.FreePort()}";
        await using var own = await ServiceAsync(host);
        var server = DeployGuide.Blocks("nginx")[0];
        var locations = server[(server.IndexOf(';', StringComparison.Ordinal) + 1)..server.LastIndexOf('}')];
        using var nginx = await Nginx.StartAsync(new Uri(host).Port, locations.Replace(Service, own.Address, StringComparison.Ordinal));

        await AnswersAsync(own, host);
    }

    [Fact(Skip = "There is no nginx here: apt-get install nginx-light.", SkipUnless = nameof(HasNginx))]
    public async Task Nginx_serves_a_path()
    {
        var blog = $"http://127.0.0.1:{Nginx.FreePort()}";
        await using var below = await ServiceAsync($"{blog}/search");
        using var nginx = await Nginx.StartAsync(new Uri(blog).Port, DeployGuide.Blocks("nginx")[1].Replace(Service, below.Address, StringComparison.Ordinal));

        await AnswersAsync(below, $"{blog}/search");
        Assert.EndsWith("/search/?q=queues", await RedirectedAsync(below, $"{blog}/search?q=queues"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_compose_file_runs_the_image_as_it_is_made()
    {
        var service = (YamlMappingNode)Read(DeployGuide.Blocks("yaml")[0])["services"]["searchnotes"];
        var image = File.ReadAllText(Path.Combine(Repository.Root, "src", "SearchNotes.Cli", "SearchNotes.Cli.csproj"));

        Assert.Equal(["127.0.0.1:5080:5080"], Texts(service["ports"]));
        Assert.Contains("<ContainerPort Include=\"5080\"", image, StringComparison.Ordinal);
        // Without the slash the entry point would be /appSearchNotes.Cli.
        Assert.Contains("<ContainerWorkingDirectory>/app/</ContainerWorkingDirectory>", image, StringComparison.Ordinal);
        Assert.Equal(["./_posts:/posts:ro", "./index:/index"], Texts(service["volumes"]));
        Assert.All(new[] { "/posts", "/index" }, folder => Assert.Contains($"Value=\"{folder}\"", image, StringComparison.Ordinal));
        Assert.Equal("SEARCHNOTES_PUBLIC_URL SEARCHNOTES_SITE_URL",
            string.Join(' ', ((YamlMappingNode)service["environment"]).Children.Keys.Select(key => key.ToString()).Order()));
    }

    [Fact(Skip = "There is no bash here.", SkipUnless = nameof(HasShell))]
    public async Task The_workflow_that_reindexes_does_so()
    {
        await using var service = await ServiceAsync("https://notes.example");
        var step = Steps(DeployGuide.Blocks("yaml")[1], "reindex").Single(step => step.Children.ContainsKey("run"))["run"].ToString();
        var line = step.Replace("${{ secrets.SEARCHNOTES_REINDEX_KEY }}", RunningService.Key, StringComparison.Ordinal)
            .Replace("https://notes.example", service.Address, StringComparison.Ordinal);

        var run = await PrintedShell.RunAsync(_folder.Root, line);

        Assert.Equal(0, run.Code);
        Assert.Contains("\"full\"", run.Out, StringComparison.Ordinal);
    }

    [Theory(Skip = "There is no bash here.", SkipUnless = nameof(HasShell))]
    [InlineData("# Ada Moth on Queues that wait\n\nA queue is a promise.\n", 0)]
    [InlineData("---\ntitle: Diary\ndate: 2020-20-20\n---\n\nRain.\n", 1)]
    public async Task The_workflow_that_checks_fails_on_warnings(string post, int code)
    {
        _folder.Write("_posts/2020-02-01-post.md", post);
        var step = Steps(DeployGuide.Blocks("yaml")[2], "check").Single(step => step.Children.ContainsKey("run"))["run"].ToString();
        Assert.StartsWith("npx --yes searchnotes ", step, StringComparison.Ordinal);

        var run = await PrintedShell.RunAsync(_folder.Root, step["npx --yes ".Length..]);

        Assert.Equal(code, run.Code);
    }

    [Fact(Skip = "There is no bash here.", SkipUnless = nameof(HasShell))]
    public async Task The_nightly_backup_can_be_restored()
    {
        _folder.Write("posts/2020-02-01-post.md", "# Ada Moth on Queues that wait\n\nA queue is a promise.\n")
            .Write("etc/searchnotes.json", "{ \"corpus\": \"../posts\", \"index\": \"../index\" }").Write("backups/.keep", "");
        Assert.Equal(0, _folder.Run("reindex", "--settings", "etc/searchnotes.json").Code);
        var entry = DeployGuide.Blocks("crontab").Single().Trim();
        // Five times, then the command; cron takes a bare % for the end of the line.
        var command = string.Join(' ', entry.Split(' ')[5..]);
        Assert.DoesNotContain("%", command.Replace("\\%", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var run = await PrintedShell.RunAsync(_folder.Root, command.Replace("\\%", "%", StringComparison.Ordinal)
            .Replace("/var/backups", "backups", StringComparison.Ordinal).Replace("/etc/searchnotes/", "etc/", StringComparison.Ordinal));

        Assert.Equal(("", 0), (run.Error, run.Code));
        var backup = Assert.Single(Directory.GetFiles(_folder.FullPath("backups"), "*.zip"));
        Assert.Equal(0, _folder.Run("restore", backup, "--index", "second").Code);
        Assert.Contains("Queues that wait", _folder.Run("search", "promise", "--index", "second").Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<RunningService> ServiceAsync(string address) =>
        RunningService.StartAsync(options => options with { PublicUrl = address, Proxies = ["127.0.0.1"] });

    /// <summary>The search page answers, and every address in it begins with the public one.</summary>
    private static async Task AnswersAsync(RunningService service, string address)
    {
        var page = await service.Client.GetStringAsync($"{address}/?q=queues", TestContext.Current.CancellationToken);
        var found = await service.Client.GetStringAsync($"{address}/api/search?q=queues", TestContext.Current.CancellationToken);

        Assert.Contains("Queues that forgive", page, StringComparison.Ordinal);
        Assert.Contains($"{address}/", page, StringComparison.Ordinal);
        Assert.Contains("\"total\":", found, StringComparison.Ordinal);
    }

    private static async Task<string?> RedirectedAsync(RunningService service, string address)
    {
        using var answer = await service.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        return answer.Headers.Location is { } target ? new Uri(new Uri(address), target).ToString() : null;
    }

    private static YamlNode Read(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents.Single().RootNode;
    }

    private static IEnumerable<YamlMappingNode> Steps(string workflow, string job)
    {
        var root = Read(workflow);
        Assert.Equal("main", workflow.Contains("push:", StringComparison.Ordinal) ? root["on"]["push"]["branches"][0].ToString() : "main");
        return ((YamlSequenceNode)root["jobs"][job]["steps"]).Children.Cast<YamlMappingNode>();
    }

    private static IEnumerable<string> Texts(YamlNode list) => ((YamlSequenceNode)list).Children.Select(item => item.ToString());
}
