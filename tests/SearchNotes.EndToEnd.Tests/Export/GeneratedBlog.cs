using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>A blog with the snippet of <c>docs/static.md</c> in its layout, built by a generator, with its search, on a plain file
/// server.</summary>
internal sealed partial class GeneratedBlog : IAsyncDisposable
{
    private const string Post = """
        ---
        title: Lantern Meetup
        date: 2024-05-14
        layout: page
        ---

        Notes from the spring meetup.

        ## Ada Moth on Queues that wait

        A queue is a promise. The *worker* takes the oldest lantern.

        ### Workers

        Workers sleep until they are needed.

        ## Bo Reed on Monads without burritos

        Monads are values with a rule for joining.

        """;

    private readonly CliFolder _folder = new();
    private WebApplication? _app;

    /// <summary>The address of the blog.</summary>
    public string Address => _app!.Urls.Single(); // Served by BuildAsync.

    /// <summary>Returns whether a program is on the path.</summary>
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Builds and serves the blog.</summary>
    /// <param name="generator">The program.</param>
    public static async Task<GeneratedBlog> BuildAsync(string generator)
    {
        var blog = new GeneratedBlog();
        var snippets = Snippet().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "static.md")));
        var (posts, output, files) = generator switch
        {
            "jekyll" => ("_posts", "_site", Jekyll(snippets[0].Value)),
            "hugo" => ("content/posts", "public", Hugo(snippets[1].Value)),
            _ => ("posts", "_site", Eleventy(snippets[2].Value)),
        };
        foreach (var (path, text) in files.Append(($"{posts}/2024-05-14-lantern-meetup.md", Post)))
            blog._folder.Write(path, text);
        await blog.RunAsync(generator, generator == "jekyll" ? ["build"] : []);
        var run = blog._folder.Run("export", "--corpus", posts, "--out", $"{output}/search", "--check");
        Assert.Equal((0, ""), (run.Code, run.Error));
        await blog.ServeAsync(output);
        return blog;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static (string Path, string Text)[] Jekyll(string snippet) =>
    [
        ("_config.yml", "title: Half a Notebook\nurl: https://blog.example\n"),
        ("_layouts/page.html", Layout(snippet, "{{ content }}")),
        ("index.html", "---\nlayout: page\n---\n<p>Home</p>\n"),
    ];

    private static (string Path, string Text)[] Hugo(string snippet) =>
    [
        ("config.toml", "baseURL = \"https://blog.example/\"\ntitle = \"Half a Notebook\"\n"),
        ("layouts/partials/search-notes.html", snippet),
        ("layouts/posts/page.html", Layout("{{ partial \"search-notes.html\" . }}", "{{ .Content }}")),
        ("layouts/index.html", Layout("{{ partial \"search-notes.html\" . }}", "<p>Home</p>")),
        ("layouts/_default/list.html", "<p>{{ .Title }}</p>"),
    ];

    private static (string Path, string Text)[] Eleventy(string snippet) =>
    [
        (".eleventy.js", "module.exports = () => ({});\n"),
        ("_includes/search-notes.html", snippet),
        ("_includes/page.html", Layout("{% include \"search-notes.html\" %}", "{{ content }}")),
        ("index.html", "---\nlayout: page.html\n---\n<p>Home</p>\n"),
    ];

    private static string Layout(string snippet, string content) =>
        $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Half a Notebook</title><body>{snippet}{content}</body></html>\n";

    private async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!; // Not null: a new process is started.
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await errors);
    }

    private async Task ServeAsync(string output)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(_folder.FullPath(output)),
            StaticFileOptions = { ServeUnknownFileTypes = true },
        });
        await _app.StartAsync();
    }

    [GeneratedRegex(@"<script type=""module"".*?</search-notes>", RegexOptions.Singleline, 1000)]
    private static partial Regex Snippet();
}
